import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoToSecond, secondToIso } from '../../src/arbitrary/index.js';
import { violationsOf } from '../../src/invariant/index.js';
import { journey } from '../../src/journey/index.js';
import type { Journey, JourneySituation, JourneyStep } from '../../src/journey/index.js';
import { journeyInvariants } from '../../src/journey/journeyInvariants.js';
import { Source } from '../../src/source/index.js';
import { place, resolve } from './cases.js';
import type { Case } from './cases.js';
import { onboarding } from './onboarding.js';

const bareRules = journeyInvariants(onboarding);
const caseRules = journeyInvariants(onboarding, place);
const bare = journey(onboarding);

describe('rules on foreign journeys', () => {
  it('read times in any usual writing', () => {
    const writings: readonly ((iso: string) => string)[] = [
      (iso) => iso.slice(0, -1),
      (iso) => iso.replace('Z', '.902001'),
      (iso) => iso.replace('T', ' ').replace('Z', '+00:00'),
      (iso) => secondToIso((isoToSecond(iso) ?? 0) + 7200).replace('Z', '.250+02:00'),
    ];
    for (let seed = 0; seed < 300; seed++) {
      for (const write of writings) {
        const foreign = bare.draw(Source.of(seed)).map((step) => ({ ...step, timestamp: write(step.timestamp) }));
        expect(violationsOf(foreign, bareRules), `seed ${seed}`).toEqual([]);
      }
    }
  });

  it('report a time that cannot be read once, and nothing else about it', () => {
    for (let seed = 0; seed < 300; seed++) {
      const one = bare.draw(Source.of(seed));
      const at = seed % one.length;
      for (const timestamp of ['', 'tomorrow', '2025-02-30T10:00:00Z']) {
        const found = violationsOf(one.with(at, { ...one[at]!, timestamp }), bareRules);
        const order = found.filter(({ pointer }) => pointer === `/${at}/timestamp`);
        expect(
          order.map(({ rule }) => rule),
          `seed ${seed}`,
        ).toEqual(['journey-time-order']);
      }
    }
  });

  it('never throw, and refuse whatever is no journey of the graph', () => {
    const odd = ['constructor', '__proto__', 'toString', 'hasOwnProperty', ''];
    const text = (names: readonly string[]): fc.Arbitrary<string> =>
      fc.oneof(fc.constantFrom(...names), fc.constantFrom(...odd), fc.string());
    const steps = fc.array(
      fc.record({
        step: text([...onboarding.steps.keys()]),
        timestamp: text(['2025-03-01T10:00:00Z', '2025-03-01', '9999-12-31T23:59:59Z', '0000-01-01']),
        actions: fc.array(fc.string()),
        emotional_state: text(onboarding.emotions),
        completion_status: text(['completed', 'planned', 'in_progress', 'abandoned', 'skipped']),
      }),
      { maxLength: 5 },
    ) as fc.Arbitrary<Journey>;
    const maybe = (names: readonly string[]): fc.Arbitrary<string | undefined> =>
      fc.option(text(names), { nil: undefined });
    const situation = fc.record({
      asOf: text(['2025-03-31', '9999-12-31', '0000-01-01']),
      persona: maybe(onboarding.personas),
      impact: maybe(onboarding.impacts),
      cause: maybe(['2025-03-01', '2025-03-01T10:00:00.5']),
      since: maybe(['2025-03-01']),
    });
    fc.assert(
      fc.property(steps, situation, (one, given) => {
        const found = violationsOf({ situation: given, 'in/visit': { steps: one } }, caseRules);
        for (const { pointer, actual } of found)
          expect(resolve({ 'in/visit': { steps: one } }, pointer)).toEqual({ found: true, value: actual });
        if (one.length === 0)
          expect(found.map(({ rule, pointer }) => [rule, pointer])).toEqual([['journey-start', place.path]]);
        for (const [index, { step }] of one.entries()) {
          const about = found
            .filter(({ pointer }) => pointer === `${place.path}/${index}/step`)
            .map(({ rule }) => rule);
          if (!onboarding.steps.has(step))
            expect(about.filter((rule) => rule !== 'journey-ends-when-abandoned')).toEqual(['journey-path']);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('take a persona that the graph does not have for anybody', () => {
    for (let seed = 0; seed < 200; seed++) {
      const steps = bare.draw(Source.of(seed));
      const one: Case = {
        situation: { asOf: onboarding.asOf, persona: 'stranger', impact: 'mild' },
        'in/visit': { steps },
      };
      expect(violationsOf(one, caseRules), `seed ${seed}`).toEqual([]);
    }
  });
});

describe('a violation', () => {
  const done = (step: string, timestamp: string, emotional_state: string): JourneyStep => ({
    step,
    timestamp,
    actions: [...(onboarding.steps.get(step)?.actions ?? [])],
    emotional_state,
    completion_status: 'completed',
  });
  const legal: Journey = [
    done('register', '2025-03-01T10:00:00Z', 'calm'),
    done('assess', '2025-03-02T10:00:00Z', 'curious'),
    done('plan', '2025-03-03T10:00:00Z', 'calm'),
  ];
  const situation: JourneySituation = { asOf: '2025-03-31', persona: 'planner', impact: 'weak', cause: '2025-02-28' };
  const changed = (index: number, change: Partial<JourneyStep>): Journey =>
    legal.with(index, { ...legal[index]!, ...change });

  it('is not reported of the journey that the next tests start from', () => {
    expect(violationsOf({ situation, 'in/visit': { steps: legal } }, caseRules)).toEqual([]);
  });

  it.each<[Journey, string]>([
    [[], `start : the journey has no steps; expected "a journey that begins with register"`],
    [legal.slice(1), `start /0/step: no journey of onboarding begins with assess; expected ["register"]`],
    [[legal[0]!, legal[2]!], `path /1/step: plan does not follow register; expected ["assess"]`],
    [
      [...legal.slice(0, 2), { ...legal[2]!, step: 'pay' }],
      `path /2/step: "pay" is no step of onboarding; expected ["register","assess","call","plan","remind"]`,
    ],
    [
      changed(0, { actions: ['confirm_email'] }),
      `actions /0/actions: register has the actions ["confirm_email"], and not the actions ["create_account","confirm_email"]; expected ["create_account","confirm_email"]`,
    ],
    [
      changed(2, { timestamp: '2025-03-02T09:00:00Z' }),
      `time-order /2/timestamp: plan at 2025-03-02T09:00:00Z comes before assess at 2025-03-02T10:00:00Z, which stands before it; expected "2025-03-02T10:00:00Z or later"
gap /2/timestamp: plan at 2025-03-02T09:00:00Z comes 23 hours after register at 2025-03-01T10:00:00Z, allowed: 1 day to 40 days; expected "2025-03-02T10:00:00Z to 2025-04-10T10:00:00Z"`,
    ],
    [
      changed(1, { timestamp: '2025-03-01T10:04:59Z' }),
      `gap /1/timestamp: assess at 2025-03-01T10:04:59Z comes 4 minutes 59 seconds after register at 2025-03-01T10:00:00Z, allowed: 5 minutes to 14 days; expected "2025-03-01T10:05:00Z to 2025-03-15T10:00:00Z"`,
    ],
    [
      [done('register', '2025-03-03T00:00:01Z', 'calm')],
      `gap /0/timestamp: register at 2025-03-03T00:00:01Z comes 3 days 1 second after its cause at 2025-02-28T00:00:00Z, allowed: at most 3 days; expected "2025-02-28T00:00:00Z to 2025-03-03T00:00:00Z"`,
    ],
    [
      [done('register', '2025-02-27T23:59:59Z', 'calm')],
      `cause-order /0/timestamp: register at 2025-02-27T23:59:59Z comes before its cause of 2025-02-28; expected "2025-02-28T00:00:00Z or later"`,
    ],
    [
      changed(1, { emotional_state: 'tense' }),
      `emotion /1/emotional_state: "tense" is no emotion of planner (impact weak) at assess; expected ["calm","curious"]`,
    ],
    [
      [...legal, done('remind', '2025-03-11T10:00:00Z', 'tense'), done('remind', '2025-03-20T10:00:00Z', 'curious')],
      `emotion-transition /4/emotional_state: curious at remind does not follow tense for planner (impact weak); expected ["calm","tense"]`,
    ],
    [
      changed(1, { completion_status: 'abandoned' }),
      `ends-when-abandoned /2/step: plan comes after assess, which was abandoned; expected "no further step"`,
    ],
    [
      changed(1, { completion_status: 'in_progress', timestamp: '2025-03-02T10:00:00Z' }),
      `in-progress-last /1/completion_status: assess is in progress, but plan comes after it; expected "in_progress at the last step alone"`,
    ],
    [
      changed(2, { completion_status: 'planned' }),
      `planned-in-future /2/timestamp: plan is planned for 2025-03-03T10:00:00Z, which does not lie after the reference date 2025-03-31; expected "2025-04-01T00:00:00Z or later"`,
    ],
    [
      changed(2, { timestamp: '2025-04-01T00:00:00Z' }),
      `done-in-past /2/timestamp: plan of 2025-04-01T00:00:00Z is completed, but lies after the reference date 2025-03-31; expected "2025-03-31T23:59:59Z or earlier"`,
    ],
    [
      changed(2, { completion_status: 'skipped' }),
      `status /2/completion_status: plan is never skipped for planner (impact weak); expected ["completed","planned","in_progress","abandoned"]`,
    ],
    [
      changed(2, { completion_status: 'done' as 'completed' }),
      `status /2/completion_status: plan is never "done" for planner (impact weak); expected ["completed","planned","in_progress","abandoned"]`,
    ],
  ])('names what is wrong and what would be right: %#', (steps, expected) => {
    const found = violationsOf({ situation, 'in/visit': { steps } }, caseRules);
    const lines = found.map(
      (one) =>
        `${one.rule.replace('journey-', '')} ${one.pointer.replace(place.path, '')}: ${one.message}; expected ${JSON.stringify(one.expected)}`,
    );
    expect(lines.join('\n')).toBe(expected);
  });

  it.each<[string, Journey, Partial<JourneySituation>, string]>([
    [
      'a start too early',
      [done('register', '2024-09-11T23:59:59Z', 'calm')],
      {},
      'start-window register at 2024-09-11T23:59:59Z comes too early for a reference date of 2025-03-31; expected "2024-09-12T00:00:00Z to 2025-03-31T23:59:59Z"',
    ],
    [
      'a start before its bound',
      legal,
      { since: '2025-03-01T10:00:01Z' },
      'start-window register at 2025-03-01T10:00:00Z comes too early for a reference date of 2025-03-31 and a bound of 2025-03-01T10:00:01Z; expected "2025-03-01T10:00:01Z to 2025-03-31T23:59:59Z"',
    ],
    [
      'a step that has been open for long',
      [{ ...legal[0]!, completion_status: 'in_progress' }],
      { persona: 'doubter', asOf: '2025-04-01' },
      'open-recently register is in progress since 2025-03-01T10:00:00Z, more than 30 days before the end of 2025-04-01; expected "2025-03-02T23:59:59Z to 2025-04-01T23:59:59Z"',
    ],
    [
      'what only another can have',
      legal
        .slice(0, 2)
        .with(0, { ...legal[0]!, emotional_state: 'anxious' })
        .with(1, { ...legal[1]!, emotional_state: 'calm' }),
      { persona: undefined },
      'emotion-transition calm at assess does not follow anxious for anybody; expected ["tense","anxious"]\n' +
        'one-traveller calm at assess is possible of planner (strong), planner (weak) alone, and what comes before only of doubter (weak); expected ["tense","anxious"]',
    ],
  ])('names %s', (_, steps, given, expected) => {
    const other = { asOf: '2025-03-31', ...given };
    const found = violationsOf({ situation: other, 'in/visit': { steps } }, caseRules);
    const lines = found.map(
      (one) => `${one.rule.replace('journey-', '')} ${one.message}; expected ${JSON.stringify(one.expected)}`,
    );
    expect(lines.join('\n')).toBe(expected);
  });

  it.each<[string, Partial<JourneySituation>, Partial<JourneyStep>, inside: string, outside: string]>([
    ['cause-order', { cause: '2025-03-01T10:00:00Z' }, {}, '2025-03-01T10:00:00Z', '2025-03-01T09:59:59Z'],
    ['gap', { cause: '2025-03-01T10:00:00Z' }, {}, '2025-03-04T10:00:00Z', '2025-03-04T10:00:01Z'],
    ['start-window', {}, {}, '2024-09-12T00:00:00Z', '2024-09-11T23:59:59Z'],
    ['start-window', { since: '2025-03-01' }, {}, '2025-03-01T00:00:00Z', '2025-02-28T23:59:59Z'],
    [
      'open-recently',
      { persona: 'doubter' },
      { completion_status: 'in_progress' },
      '2025-03-01T23:59:59Z',
      '2025-03-01T23:59:58Z',
    ],
  ])('of %s is reported from the first second beyond the bound', (rule, given, change, inside, outside) => {
    const found = [inside, outside].map((timestamp) => {
      const one = {
        situation: { asOf: '2025-03-31', ...given },
        'in/visit': { steps: [{ ...legal[0]!, ...change, timestamp }] },
      };
      return violationsOf(one, caseRules).map((violation) => violation.rule);
    });
    expect(found).toEqual([[], [`journey-${rule}`]]);
  });

  it('is reported for every turn of a loop that is too much', () => {
    const times = [
      '2025-01-01',
      '2025-01-02',
      '2025-01-03',
      '2025-01-12',
      '2025-01-21',
      '2025-01-30',
      '2025-02-08',
      '2025-02-17',
    ];
    const names = ['register', 'assess', 'plan', 'remind', 'remind', 'remind', 'remind', 'remind'];
    const found = violationsOf(
      names.map((step, index) => done(step, `${times[index]}T00:00:00Z`, 'calm')),
      bareRules,
    );
    expect(found.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
      '/6/step remind follows remind 3 times, 2 are allowed',
      '/7/step remind follows remind 4 times, 2 are allowed',
    ]);
  });
});
