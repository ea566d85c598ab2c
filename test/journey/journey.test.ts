import { describe, expect, it } from 'vitest';
import { isoToSecond, sample } from '../../src/arbitrary/index.js';
import { CohortCheckError } from '../../src/errors/index.js';
import { defineJourney, journey } from '../../src/journey/index.js';
import type { Journey, JourneyConstraints } from '../../src/journey/index.js';
import { onboarding, onboardingDescription } from './onboarding.js';

const MANY = 10_000;
const doubter = { persona: 'doubter', impact: 'weak' } as const;

const steps = (one: Journey): string[] => one.map(({ step }) => step);

describe('journey', () => {
  it('never runs backwards in time, and does nothing after the reference date', () => {
    for (const one of sample(journey(onboarding), { seed: 7, count: MANY })) {
      const times = one.map(({ timestamp }) => isoToSecond(timestamp)!);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      for (const { timestamp, completion_status: status } of one) {
        expect(timestamp > '2025-03-31T23:59:59Z').toBe(status === 'planned');
      }
    }
  });

  it('takes branches, ends and skips with their shares', () => {
    const drawn = sample(journey(onboarding, { persona: 'planner', impact: 'weak' }), { seed: 3, count: MANY });
    const skipped = drawn.filter((one) => one[1] !== undefined);
    expectShare(
      count(skipped, (one) => one[1]!.completion_status === 'skipped'),
      skipped.length,
      0.1,
    );
    const onward = drawn.filter((one) => one[2] !== undefined);
    expectShare(
      count(onward, (one) => one[2]!.step === 'call'),
      onward.length,
      0.3,
    );
  });

  it('completes the declared share of the steps that could have been by now', () => {
    // Longer ago than all gaps together: everything was due.
    const drawn = sample(journey(onboarding, { ...doubter, cause: '2024-09-15' }), { seed: 4, count: MANY });
    const { register, assess } = onboardingDescription.completion.doubter;
    expectShare(
      count(drawn, (one) => statusOf(one, 'register') === 'completed'),
      MANY,
      register,
    );
    const came = drawn.filter(
      (one) => statusOf(one, 'register') === 'completed' && statusOf(one, 'assess') !== 'skipped',
    );
    expectShare(
      count(came, (one) => statusOf(one, 'assess') === 'completed'),
      came.length,
      assess,
    );
  });

  it('is the same from the same seed, and another from another', () => {
    const texts = [1, 1, 2].map((seed) => JSON.stringify(sample(journey(onboarding), { seed, count: 20 })));
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(texts[2]);
  });

  it.each<[string, JourneyConstraints, (one: Journey) => boolean]>([
    ['a number of completed steps', { completed: 3 }, (one) => completed(one) === 3],
    ['bounds on it', { completed: { min: 4 } }, (one) => completed(one) >= 4],
    ['a length', { length: { min: 2, max: 3 } }, (one) => one.length >= 2 && one.length <= 3],
    [
      'steps that occur',
      { includes: ['call', 'remind'] },
      (one) => ['call', 'remind'].every((step) => steps(one).includes(step)),
    ],
    ['steps that do not', { excludes: ['call'], length: 4 }, (one) => !steps(one).includes('call') && one.length === 4],
    ['the last status', { ending: 'abandoned' }, (one) => one.at(-1)!.completion_status === 'abandoned'],
    [
      'one of several',
      { ending: { oneOf: ['planned', 'in_progress'] } },
      (one) => ['planned', 'in_progress'].includes(one.at(-1)!.completion_status),
    ],
    ['what is rare', { ...doubter, completed: 7, includes: ['call'] }, (one) => completed(one) === 7],
    [
      'a cause',
      { cause: '2025-01-10' },
      (one) => one[0]!.timestamp >= '2025-01-10' && one[0]!.timestamp <= '2025-01-13T00:00:00Z',
    ],
    ['a first day', { since: '2025-03-25' }, (one) => one[0]!.timestamp >= '2025-03-25'],
    ['a reference date', { asOf: '2024-02-29' }, (one) => one[0]!.timestamp < '2024-03-01'],
  ])('is held to %s', (_, constraints, holds) => {
    for (const one of sample(journey(onboarding, constraints), { seed: 5, count: 200 })) expect(one).toSatisfy(holds);
  });

  it.each<[string, JourneyConstraints, string]>([
    ['an unknown persona', { persona: 'stranger' }, 'bad-constraint'],
    ['an unknown impact', { impact: 'none' }, 'bad-constraint'],
    ['an unknown step', { includes: ['leave'] }, 'bad-constraint'],
    ['an unknown status', { ending: 'done' as 'completed' }, 'bad-constraint'],
    ['an unknown name', { steps: 3 } as JourneyConstraints, 'bad-constraint'],
    ['a count that is none', { completed: 'two' as unknown as number }, 'bad-constraint'],
    ['a date that is none', { asOf: '2025-02-30' }, 'bad-option'],
    ['a cause that is no date', { cause: 'yesterday' }, 'bad-option'],
    ['more steps than the graph has', { length: 20 }, 'constraint-clash'],
    ['a step that is both there and not', { includes: ['call'], excludes: ['call'] }, 'constraint-clash'],
    ['a cause in the future', { cause: '2025-04-01' }, 'constraint-clash'],
    ['a cause before journeys start', { cause: '2023-01-01' }, 'constraint-clash'],
  ])('refuses %s', (_, constraints, code) => {
    expect(() => journey(onboarding, constraints)).toThrow(CohortCheckError);
    expect(() => journey(onboarding, constraints)).toThrow(new RegExp(`^${code} {2}`));
  });

  describe('with foreign data', () => {
    const arbitrary = journey(onboarding, doubter);
    const [legal] = sample(journey(onboarding, { ...doubter, completed: 4, cause: '2024-10-01' }), {
      seed: 1,
      count: 1,
    }) as [Journey];
    const changed = (index: number, change: object): unknown[] =>
      legal.map((step, at) => (at === index ? { ...step, ...change } : step));

    it('accepts what came from JSON', () => {
      expect(arbitrary.accepts(JSON.parse(JSON.stringify(legal)))).toBe(true);
    });

    it.each<[string, unknown]>([
      ['nothing', []],
      ['no list', { steps: [] }],
      ['a list of texts', ['register']],
      ['an unknown step', changed(1, { step: 'leave' })],
      ['a name that objects inherit', changed(1, { step: 'constructor' })],
      ['a missing first step', legal.slice(1)],
      ['a step left out', [legal[0], ...legal.slice(2)]],
      ['other actions', changed(0, { actions: ['create_account'] })],
      ['an extra key', changed(0, { note: '' })],
      ['an unknown emotion', changed(0, { emotional_state: 'bored' })],
      ['an emotion that may not follow', changed(1, { emotional_state: 'curious' })],
      ['an unknown status', changed(0, { completion_status: 'done' })],
      ['a step after an abandoned one', changed(0, { completion_status: 'abandoned' })],
      ['a planned step in the past', changed(legal.length - 1, { completion_status: 'planned' })],
      ['a skipped step that is not optional', changed(0, { completion_status: 'skipped' })],
      ['a step that was left open for too long', changed(legal.length - 1, { completion_status: 'in_progress' })],
      ['a time that runs backwards', changed(1, { timestamp: '2024-09-30T00:00:00Z' })],
      ['a gap that is too long', changed(legal.length - 1, { timestamp: '2025-03-30T00:00:00Z' })],
      ['another way of writing a time', changed(0, { timestamp: `${legal[0]!.timestamp.slice(0, -1)}.000Z` })],
    ])('refuses %s, and mends it', (_, foreign) => {
      expect(arbitrary.accepts(foreign)).toBe(false);
      const mended = arbitrary.mend(foreign);
      expect(arbitrary.accepts(mended)).toBe(true);
    });

    it('keeps what it can of a foreign journey', () => {
      const foreign = changed(1, { timestamp: `${legal[1]!.timestamp.slice(0, -1)}.25+00:00`, note: 'x' });
      expect(arbitrary.mend(foreign)).toEqual(legal);
    });

    it('joins steps that are no neighbours by the way between them', () => {
      expect(steps(arbitrary.mend([legal[0], { step: 'remind' }]))).toEqual(['register', 'assess', 'plan', 'remind']);
    });
  });

  it('draws of a graph of one step', () => {
    const graph = defineJourney({
      name: 'survey',
      asOf: '2025-03-31',
      startDays: { min: 0, max: 0 },
      personas: ['anybody'],
      emotions: ['calm'],
      transitions: [{ table: { calm: { calm: 1 } } }],
      start: 'answer',
      steps: { answer: { actions: [], emotions: [{ weights: { calm: 1 } }], ends: true } },
      completion: { anybody: { answer: 1 } },
    });
    const [only] = sample(journey(graph), { seed: 1, count: 1 });
    expect(only).toMatchObject([{ step: 'answer', completion_status: 'completed' }]);
  });
});

function completed(one: Journey): number {
  return count(one, ({ completion_status: status }) => status === 'completed');
}

function statusOf(one: Journey, step: string): string | undefined {
  return one.find((visit) => visit.step === step)?.completion_status;
}

function count<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length;
}

/** Within 4.5 standard errors, which one of 150,000 shares misses. */
function expectShare(hits: number, all: number, share: number): void {
  expect(Math.abs(hits / all - share)).toBeLessThan(4.5 * Math.sqrt((share * (1 - share)) / all));
}
