import { describe, expect, it } from 'vitest';
import { violationsOf } from '../../src/invariant/index.js';
import { defineJourney, journey } from '../../src/journey/index.js';
import type { Journey, JourneyDescription, JourneyGraph } from '../../src/journey/index.js';
import { journeyInvariants } from '../../src/journey/journeyInvariants.js';
import { Source } from '../../src/source/index.js';
import { drawnCase, place, resolve } from './cases.js';
import type { Case } from './cases.js';
import { onboarding, onboardingDescription } from './onboarding.js';

const bareRules = journeyInvariants(onboarding);
const caseRules = journeyInvariants(onboarding, place);
const bare = journey(onboarding);

describe('rules on journeys', () => {
  it('are kept by every drawn journey', () => {
    for (let seed = 0; seed < 10_000; seed++) {
      const one = bare.draw(Source.of(seed));
      expect(violationsOf(one, bareRules), `seed ${seed}`).toEqual([]);
    }
  });

  it('are kept by every journey drawn for a known person and cause', () => {
    for (let seed = 0; seed < 2000; seed++)
      expect(violationsOf(drawnCase(seed), caseRules), `seed ${seed}`).toEqual([]);
  });

  it.each(bareRules.map((rule) => [rule.id, rule] as const))(
    '%s is broken by its breaker, and no other rule is',
    (id, rule) => {
      let broken = 0;
      for (let seed = 0; seed < 1000; seed++) {
        const one = bare.draw(Source.of(seed));
        const before = structuredClone(one);
        const wrong = rule.breaker(one, Source.of(seed).child(id));
        expect(one, 'the breaker leaves the journey as it was').toEqual(before);
        if (wrong === undefined) continue;
        broken++;
        expect(rule.breaker(one, Source.of(seed).child(id)), 'the same key breaks it alike').toEqual(wrong);
        const found = violationsOf(wrong, bareRules);
        expect([...new Set(found.map((one) => one.rule))], `seed ${seed}: ${JSON.stringify(wrong)}`).toEqual([id]);
        for (const { pointer, message, actual } of found) {
          expect(resolve(wrong, pointer)).toEqual({ found: true, value: actual });
          expect(message.length).toBeGreaterThan(10);
        }
        expect(bare.accepts(wrong), `seed ${seed}: ${id} is refused`).toBe(false);
      }
      expect(broken, 'journeys in which the rule can be broken').toBeGreaterThan(100);
    },
  );

  it.each(caseRules.map((rule) => [rule.id, rule] as const))(
    '%s is broken alone for a known person and cause, too',
    (id, rule) => {
      let broken = 0;
      for (let seed = 0; seed < 1000; seed++) {
        const one = drawnCase(seed);
        const wrong = rule.breaker(one, Source.of(seed).child(id));
        if (wrong === undefined) continue;
        broken++;
        const found = violationsOf(wrong, caseRules);
        expect([...new Set(found.map((one) => one.rule))], `seed ${seed}: ${JSON.stringify(wrong)}`).toEqual([id]);
        for (const { pointer, actual } of found)
          expect(resolve(wrong, pointer)).toEqual({ found: true, value: actual });
        expect(journey(onboarding, one.situation).accepts(place.journeyOf(wrong)), `seed ${seed}`).toBe(false);
      }
      expect(broken, 'journeys in which the rule can be broken').toBeGreaterThan(50);
    },
  );

  it('have a sentence that ends, an id in kebab-case, and the level and the prefix that are asked for', () => {
    const named = journeyInvariants(onboarding, { ...place, level: 'scenario', prefix: 'visit' });
    expect(named.map(({ id }) => id)).toEqual(caseRules.map(({ id }) => id.replace('journey-', 'visit-')));
    for (const { id, sentence, level, severity } of named) {
      expect(id).toMatch(/^visit(-[a-z0-9]+)+$/);
      expect(sentence, id).toMatch(/^[A-Z].*\.$/);
      expect([level, severity]).toEqual(['scenario', 'error']);
    }
    expect(new Set(bareRules.map(({ level }) => level))).toEqual(new Set(['journey']));
  });
});

describe('a breaker', () => {
  it('gives nothing where the record mends what it breaks', () => {
    const byTime = (a: { timestamp: string }, b: { timestamp: string }): number => (a.timestamp < b.timestamp ? -1 : 1);
    const sorted = {
      ...place,
      withJourney: (one: Case, steps: Journey): Case => place.withJourney(one, steps.toSorted(byTime)),
    };
    const order = journeyInvariants(onboarding, sorted).find(({ id }) => id === 'journey-time-order')!;
    const broken = Array.from({ length: 200 }, (_, seed) => order.breaker(drawnCase(seed), Source.of(seed)));
    expect(broken).toEqual(Array.from(broken, () => undefined));
  });
});

describe('the list of rules', () => {
  const names = (rules: readonly { readonly id: string }[]): string[] =>
    rules.map(({ id }) => id.replace('journey-', ''));

  it('holds every rule for a graph that has everything, and the one on causes for records that may know it', () => {
    expect(names(caseRules)).toEqual([
      'start',
      'path',
      'loop-bound',
      'actions',
      'time-order',
      'gap',
      'start-window',
      'cause-order',
      'status',
      'ends-when-abandoned',
      'in-progress-last',
      'planned-in-future',
      'done-in-past',
      'open-recently',
      'emotion',
      'emotion-transition',
      'one-traveller',
    ]);
    expect(names(bareRules)).toEqual(names(caseRules).filter((name) => name !== 'cause-order'));
  });

  it('leaves out what no journey of the graph can break without breaking another rule', () => {
    const { openDays: _, personas: __, ...rest } = onboardingDescription;
    const plain = defineJourney({
      ...rest,
      personas: ['planner'],
      impacts: ['weak'],
      transitions: [rest.transitions[0]],
      stopping: [{ planned: 1, none: 1 }],
      completion: { planner: { register: 0.5, assess: 0.5 } },
      steps: {
        register: { actions: ['create_account'], emotions: [{ weights: { calm: 1 } }], next: 'assess' },
        assess: { actions: ['answer_questions'], emotions: [{ weights: { calm: 1, curious: 1 } }], ends: true },
      },
    });
    const all = names(journeyInvariants(plain, place));
    const missing = ['loop-bound', 'gap', 'ends-when-abandoned', 'in-progress-last', 'open-recently', 'one-traveller'];
    expect(all).toEqual(names(caseRules).filter((name) => !missing.includes(name)));
  });

  it('leaves out that one person has the whole journey where it is known who, or where one can have all that any can', () => {
    const has = (graph: JourneyGraph, isTravellerGiven?: boolean): boolean[] => [
      names(journeyInvariants(graph)).includes('one-traveller'),
      names(
        journeyInvariants(graph, { ...place, ...(isTravellerGiven !== undefined && { isTravellerGiven }) }),
      ).includes('one-traveller'),
    ];
    expect(has(onboarding)).toEqual([true, true]);
    expect(has(onboarding, true)).toEqual([true, false]);

    // The first persona can have whatever anybody can. Among the others, each impact has something of its own.
    const few = {
      ...onboardingDescription,
      personas: ['all', 'some'],
      transitions: [{ table: { calm: { calm: 1, tense: 1, curious: 1 } } }],
      completion: { all: { register: 0.5 }, some: { register: 0.5 } },
      steps: {
        register: {
          actions: [],
          emotions: [
            { persona: 'all', weights: { calm: 1, tense: 1, curious: 1 } },
            { impact: 'strong', weights: { calm: 1, tense: 1 } },
            { weights: { calm: 1, curious: 1 } },
          ],
          ends: true,
        },
      },
    } satisfies JourneyDescription;
    expect(has(defineJourney(few))).toEqual([false, true]);
    expect(has(defineJourney(few), true)).toEqual([false, false]);
  });
});
