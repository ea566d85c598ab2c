import { describe, expect, it } from 'vitest';
import { health } from '../../arbitraries/index.js';
import { breaking } from '../../src/domain/index.js';
import { Source, violationsOf } from '../../src/index.js';
import type { CohortCheckError, Invariant, Model, Report } from '../../src/index.js';
import { departureFollows, paidBefore, singleHoldsOne, stayModelOf } from '../domain/stays.js';
import type { Stay } from '../domain/stays.js';

const SEEDS = 1000;

/** Some places are rare: of every four records one is full of edge cases, which often offer them. */
const BIAS = [undefined, undefined, undefined, 2];

type Values = readonly object[];

function drawnFrom({ arbitrary }: Model<object>, seeds: number): Values {
  return Array.from({ length: seeds }, (_, seed) => arbitrary.draw(Source.of(seed), BIAS[seed % BIAS.length]));
}

/** Where drawn records break rules, a line each. */
function faultsOfDraws({ invariants }: Model<object>, values: Values): string[] {
  return values.flatMap((value, seed) =>
    violationsOf(value, invariants).map(
      ({ rule, pointer }) => `seed ${seed}: a drawn record breaks ${rule} at ${pointer}`,
    ),
  );
}

/** What is wrong with the breaker of a rule, a line each; nothing where it breaks its own rule alone, and does so somewhere. */
async function faultsOfBreaker(model: Model<object>, rule: Invariant<object>, values: Values): Promise<string[]> {
  const { id } = rule;
  if (typeof rule.breaker !== 'function') return [`${id} has no breaker`];
  const schema = await model.schema();
  const faults: string[] = [];
  let broken = 0;
  for (const [seed, value] of values.entries()) {
    const wrong = rule.breaker(value, Source.of(seed).child(id));
    if (wrong === undefined) continue;
    const tripped = new Set(violationsOf(wrong, model.invariants).map((violation) => violation.rule));
    if (!tripped.delete(id)) faults.push(`seed ${seed}: ${id} takes what its breaker made`);
    if (tripped.size > 0) faults.push(`seed ${seed}: the breaker of ${id} also breaks ${[...tripped].join(', ')}`);
    if (!schema.safeParse(wrong).success) faults.push(`seed ${seed}: the breaker of ${id} leaves the shape`);
    broken++;
  }
  return broken > 0 ? faults : [...faults, ...faultsOfSearch(model, id)];
}

/** A place that none of the records had is looked for among more of them. */
function faultsOfSearch(model: Model<object>, id: string): string[] {
  try {
    breaking(model, id).draw(Source.of(0));
    return [];
  } catch (error) {
    return [`${id}: ${(error as CohortCheckError).parts.why}`];
  }
}

const models = health.collections.map(({ name, model }) => [name, model as unknown as Model<object>] as const);

describe.each(models)('every rule of %s', { timeout: 240_000 }, (_, model) => {
  const values = drawnFrom(model, SEEDS);

  it('is kept by each of a thousand drawn records', () => expect(faultsOfDraws(model, values)).toEqual([]));

  it.each(model.invariants.map((rule) => [rule.id, rule] as const))(
    '%s is broken by its breaker, and no other rule is',
    async (_, rule) => expect(await faultsOfBreaker(model, rule, values)).toEqual([]),
  );
});

describe('the check of the rules', () => {
  const asObjects = (rules: readonly Invariant<Stay>[]): Model<object> => stayModelOf(rules);
  const faultsOf = async (rule: Invariant<Stay>): Promise<string[]> => {
    const model = asObjects([departureFollows, singleHoldsOne, rule]);
    const [, , own] = model.invariants;
    return faultsOfBreaker(model, own!, drawnFrom(model, 40));
  };

  it('has nothing against rules that are in order', async () => {
    const model = asObjects([departureFollows, singleHoldsOne, paidBefore]);
    expect(faultsOfDraws(model, drawnFrom(model, 200))).toEqual([]);
    expect(await faultsOf(paidBefore)).toEqual([]);
  });

  it('looks further for a place that few records have', async () => {
    const isRare = (one: Stay): boolean => one.arrival === '2024-02-29' && one.paid_on !== null;
    expect(drawnFrom(asObjects([]), 40).some((one) => isRare(one as Stay))).toBe(false);
    const breaker: Invariant<Stay>['breaker'] = (one, source) =>
      isRare(one) ? paidBefore.breaker(one, source) : undefined;
    expect(await faultsOf({ ...paidBefore, breaker })).toEqual([]);
  });

  it('fails where a breaker is missing', async () => {
    expect(await faultsOf({ ...paidBefore, breaker: undefined as never })).toEqual([
      'paid-before-arrival has no breaker',
    ]);
  });

  it.each<[string, Invariant<Stay>['breaker'], RegExp]>([
    ['never finds a place', () => undefined, /^paid-before-arrival: its breaker found no place/],
    ['breaks nothing', (one) => one, /takes what its breaker made$/],
    [
      'breaks another rule as well',
      (one) => ({ ...one, paid_on: '2030-01-01', departure: '2030-02-01' }),
      /the breaker of paid-before-arrival also breaks departure-follows-nights$/,
    ],
    [
      'leaves the shape',
      (one) => ({ ...one, paid_on: '9999' }),
      /the breaker of paid-before-arrival leaves the shape$/,
    ],
  ])('fails where a breaker %s', async (_, breaker, fault) => {
    const faults = await faultsOf({ ...paidBefore, breaker });
    expect(faults[0]).toMatch(fault);
  });

  it('fails where drawn records break a rule', () => {
    const short = {
      ...paidBefore,
      id: 'short-stay',
      check: ({ nights }: Stay, report: Report) => {
        if (nights > 5) report('/nights', 'too long', nights, 5);
      },
    };
    const model = asObjects([short]);
    expect(faultsOfDraws(model, drawnFrom(model, 40))[0]).toMatch(
      /^seed \d+: a drawn record breaks short-stay at \/nights$/,
    );
  });
});
