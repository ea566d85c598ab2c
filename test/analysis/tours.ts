/* A small domain whose journeys branch and loop, unlike those of the health domain. */
import { AnalysisState } from '../../src/analysis/index.js';
import type { Analysis } from '../../src/analysis/index.js';
import type { Collection, Domain, Study } from '../../src/domain/index.js';
import { defineJourney } from '../../src/journey/index.js';
import type { JourneyStep } from '../../src/journey/index.js';

export const asOf = '2025-03-31';

export interface Tour {
  readonly id: string;
  readonly city?: string;
  readonly price?: number;
  readonly journey: readonly JourneyStep[];
  readonly wished?: Readonly<Record<string, boolean>>;
}

/** Welcome, then any number of looks of which each has to begin within a week, then to sign up or to leave. */
export const tourGraph = defineJourney({
  name: 'tour',
  asOf,
  startDays: { min: 0, max: 90 },
  personas: ['guest'],
  emotions: ['calm', 'tense'],
  transitions: [{ table: { calm: { calm: 2, tense: 1 }, tense: { calm: 1, tense: 1 } } }],
  start: 'welcome',
  steps: {
    welcome: { actions: ['read'], emotions: [{ weights: { calm: 1 } }], next: 'look' },
    look: {
      actions: ['look'],
      emotions: [{ weights: { calm: 1, tense: 1 } }],
      gap: { maxDays: 7 },
      next: [
        { to: 'look', weight: 0.5, max: 3 },
        { to: 'sign_up', weight: 0.5 },
      ],
    },
    sign_up: { actions: ['sign'], emotions: [{ weights: { calm: 1 } }], gap: { maxDays: 7 }, ends: true },
  },
  completion: { guest: { welcome: 1, look: 0.8, sign_up: 0.6 } },
  openDays: 10,
});

export const tourStudy: Study<Tour> = {
  collection: 'tours',
  title: 'Tours',
  personOf: ({ id }) => id,
  nameOf: ({ id }) => `Guest ${id}`,
  groupings: [{ id: 'city', title: 'city', labels: ['Rome', 'Oslo'], of: ({ city }) => city }],
  facts: [{ id: 'length', title: 'length', of: ({ journey }) => (journey.length > 2 ? 'long' : 'short') }],
  measures: [
    { id: 'price', title: 'price', unit: 'euros', of: ({ price }) => price },
    { id: 'half', title: 'half the price', unit: 'euros', of: ({ price = NaN }) => price / 2 },
  ],
  needs: [{ id: 'dear', title: 'at a high price', of: ({ price = 0 }) => price > 100 }],
  journey: {
    graph: tourGraph,
    tense: ['tense'],
    of: ({ journey }) => [...journey],
    outcomesOf: ({ journey, wished = {} }) =>
      Object.fromEntries(
        Object.entries(wished).map(([name, expected]) => [
          name,
          { expected, reached: journey.some(({ step }) => step === name) },
        ]),
      ),
  },
  momentsOf: () => [],
};

/** Of a domain, only what an analysis asks for. */
export function domainOf(studies: readonly Study<never>[], collections = ['tours']): Domain {
  return {
    name: 'travel',
    asOf,
    collections: collections.map(
      (name) => ({ name, targets: { city: { Rome: 0.5, Oslo: 0.5 } } }) as unknown as Collection<object>,
    ),
    studies: () => Promise.resolve(studies),
  };
}

/** A step as `day step status emotion`, such as `2025-03-01 look completed tense`; a day may have a time behind a T. */
export function steps(...lines: readonly string[]): JourneyStep[] {
  return lines.map((line) => {
    const [day = '', step = '', status = 'completed', emotion = 'calm'] = line.split(' ');
    const timestamp = day.includes('T') ? day : `${day}T12:00:00Z`;
    return { step, timestamp, actions: [], emotional_state: emotion, completion_status: status as 'completed' };
  });
}

export async function stateOf(tours: readonly Tour[]): Promise<AnalysisState> {
  const state = await AnalysisState.of({ domain: domainOf([tourStudy]), asOf });
  for (const [index, record] of tours.entries()) {
    state.see({ collection: 'tours', file: 'tours.json', index, pointer: `/${index}`, record, broken: new Set() });
  }
  return state;
}

export async function analysed(tours: readonly Tour[]): Promise<Analysis> {
  return (await stateOf(tours)).finish();
}
