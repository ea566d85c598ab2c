import { describe, expect, it } from 'vitest';
import { matches, traitsOf } from '../../src/analysis/index.js';
import type { JourneyTraits, Traits, Where } from '../../src/analysis/index.js';
import { asOf, steps, tourStudy } from './tours.js';
import type { Tour } from './tours.js';

function traits(tour: Partial<Tour>): Traits {
  return traitsOf(tourStudy, { id: 'g1', journey: [], ...tour }, asOf);
}

function journey(...lines: readonly string[]): JourneyTraits {
  return traits({ journey: steps(...lines) }).journey!;
}

describe('the traits of a journey', () => {
  it.each<[title: string, lines: readonly string[], ending: string, lostAt: string | null, days: number | null]>([
    ['without a step', [], 'stopped', null, null],
    [
      'that came to its end',
      ['2025-03-01 welcome', '2025-03-02T18:00:00Z look', '2025-03-04 sign_up'],
      'finished',
      null,
      3,
    ],
    ['whose last step was abandoned', ['2025-03-01 welcome', '2025-03-02 look abandoned'], 'abandoned', 'look', 1],
    // The reference date is watched up to its last second.
    ['with a step in progress', ['2025-03-30T23:59:59Z welcome in_progress'], 'open', null, 1],
    ['whose next step has time', ['2025-03-25 welcome'], 'open', null, 6.5],
    ['whose next step was not begun', ['2025-03-24 welcome'], 'stopped', 'look', 0],
    ['where several could have followed', ['2025-03-01 welcome', '2025-03-05 look'], 'stopped', 'look', 4],
    ['with a plan', ['2025-03-28 welcome', '2025-04-02 look planned'], 'open', null, 3.5],
    ['of plans alone', ['2025-04-02 welcome planned'], 'open', null, null],
    [
      'with a skipped last step',
      ['2025-03-01 welcome', '2025-03-02 look', '2025-03-03 sign_up skipped'],
      'finished',
      null,
      2,
    ],
    [
      'whose times run backwards',
      ['2025-03-03 welcome', '2025-03-01 look', '2025-03-04 sign_up'],
      'finished',
      null,
      null,
    ],
    [
      'with a time that is none',
      ['2025-02-30 welcome', '2025-03-01 look', '2025-03-04 sign_up'],
      'finished',
      null,
      null,
    ],
    ['with a step that the graph does not have', ['2025-03-01 welcome', '2025-03-02 bus'], 'finished', null, 1],
    ['with an abandoned step of that kind', ['2025-03-01 bus abandoned'], 'abandoned', 'bus', 0],
  ])('%s', (_, lines, ending, lostAt, days) => {
    expect(journey(...lines)).toMatchObject({ ending, lost_at: lostAt, days });
  });

  it('have gaps but for the first step, plans and times that run backwards', () => {
    const lines = ['2025-03-02 welcome', '2025-03-01 look', '2025-03-01T13:30:00Z look', '2025-04-02 sign_up planned'];
    expect(journey(...lines).steps.map(({ gap_days }) => gap_days)).toEqual([null, null, 0.063, null]);
  });

  it('do not depend on the time zone of the machine', () => {
    expect(journey('2025-03-01T12:00:00 welcome', '2025-03-01T12:00:00Z look').steps[1]!.gap_days).toBe(0);
  });

  it('say what came of what was expected', () => {
    const wished = { look: true, sign_up: true, welcome: false, bus: false };
    const { outcomes } = traits({ journey: steps('2025-03-01 welcome', '2025-03-02 look'), wished }).journey!;
    expect(outcomes).toEqual({ look: 'reached', sign_up: 'missed', welcome: 'beyond', bus: 'none' });
  });
});

describe('the traits of a record', () => {
  it('leave out what it does not have, and what is no number', () => {
    expect(traits({})).toMatchObject({ groups: {}, facts: { length: 'short' }, measures: {}, needs: [] });
    expect(traits({ price: 120, city: 'Bern' })).toMatchObject({
      person: 'g1',
      name: 'Guest g1',
      groups: { city: 'Bern' },
      measures: { price: 120, half: 60 },
      needs: ['dear'],
    });
  });
});

describe('the records behind a figure', () => {
  const lines = ['2025-03-01 welcome', '2025-03-02 look completed tense', '2025-03-03 look abandoned'];
  const one = traits({ city: 'Rome', price: 150, journey: steps(...lines), wished: { sign_up: true } });
  const withoutJourney: Traits = {
    collection: 'tours',
    person: '',
    name: '',
    groups: {},
    facts: {},
    measures: {},
    needs: [],
  };

  it.each<[Where, boolean]>([
    [{}, true],
    [{ collection: 'tours' }, true],
    [{ collection: 'walks' }, false],
    [{ groups: { city: 'Rome' }, facts: { length: 'long' } }, true],
    [{ groups: { city: 'Rome' }, facts: { length: 'short' } }, false],
    [{ groups: { country: 'Italy' } }, false],
    [{ measures: { price: { min: 150, max: 150 } } }, true],
    [{ measures: { price: { max: 149 } } }, false],
    [{ measures: { weight: {} } }, false],
    [{ need: 'dear' }, true],
    [{ need: 'cheap' }, false],
    [{ endings: ['open', 'abandoned'] }, true],
    [{ endings: [] }, false],
    [{ lost_at: 'look' }, true],
    [{ lost_at: 'welcome' }, false],
    [{ step: { name: 'look', statuses: ['completed'], emotions: ['tense'] } }, true],
    // Each holds of some look, and both of none.
    [{ step: { name: 'look', statuses: ['abandoned'], emotions: ['tense'] } }, false],
    [{ step: { emotions: ['tense'] } }, true],
    [{ transition: { from: 'calm', to: 'tense' } }, true],
    [{ transition: { from: 'tense', to: 'tense' } }, false],
    [{ outcome: { name: 'sign_up', results: ['missed', 'none'] } }, true],
    [{ outcome: { name: 'sign_up', results: ['reached'] } }, false],
    [{ outcome: { name: 'toString', results: ['missed'] } }, false],
  ])('are those of %j: %s', (where, isAmong) => {
    expect(matches(where, one)).toBe(isAmong);
    if (Object.keys(where).some((key) => ['endings', 'lost_at', 'step', 'transition', 'outcome'].includes(key))) {
      expect(matches(where, withoutJourney)).toBe(false);
    }
  });
});
