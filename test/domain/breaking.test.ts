import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { breaking } from '../../src/domain/index.js';
import type { Broken } from '../../src/domain/index.js';
import { fromFastCheck, invariant, sample, Source, violationsOf } from '../../src/index.js';
import type { Invariant, KeyedArbitrary } from '../../src/index.js';
import { checkLaws } from '../../src/laws/index.js';
import { departureFollows, paidBefore, singleHoldsOne, stay, stayModel, stayModelOf, staySchema } from './stays.js';
import type { Stay } from './stays.js';

const ids = stayModel.invariants.map(({ id }) => id);
const labelled = z.strictObject({ value: staySchema, broken: z.string(), pointer: z.string() });

/** Goes to the first simpler record, until there is none. */
function shrunk(arbitrary: KeyedArbitrary<Broken<Stay>>, from: Broken<Stay>): Broken<Stay> {
  let at = from;
  for (;;) {
    const [next] = arbitrary.smaller(at);
    if (next === undefined) return at;
    at = next;
  }
}

describe('breaking', () => {
  it.each(ids)('draws records that break %s and no other rule, with the first pointer', (id) => {
    for (const { value, broken, pointer } of sample(breaking(stayModel, id), { count: 200 })) {
      const found = violationsOf(value, stayModel.invariants);
      expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set([id]));
      expect([broken, pointer]).toEqual([id, found[0]?.pointer]);
      expect(staySchema.safeParse(value).success).toBe(true);
    }
  });

  it.each(ids)('keeps the laws for %s', { timeout: 120_000 }, (id) => {
    const rule = invariant<Broken<Stay>>({
      id: 'label-is-right',
      sentence: 'The label says what is broken.',
      check: ({ value, broken, pointer }, report) => {
        const found = violationsOf(value, stayModel.invariants);
        if (found[0]?.pointer !== pointer || found.some((one) => one.rule !== broken)) report('', 'wrong', found, id);
      },
      breaker: () => undefined,
    });
    expect(() =>
      checkLaws(breaking(stayModel, id), { runs: 12, schema: labelled, invariants: [rule], except: ['rejects'] }),
    ).not.toThrow();
  });

  it('goes on drawing where the breaker finds no place', () => {
    const rare = invariant<Stay>({
      ...departureFollows,
      breaker: (one, source) => (one.arrival === '2024-02-29' ? departureFollows.breaker(one, source) : undefined),
    });
    const found = sample(breaking(stayModelOf([rare]), rare.id), { count: 20 });
    expect(found.map(({ value }) => value.arrival)).toEqual(found.map(() => '2024-02-29'));
  });

  it('goes on drawing where what was made breaks another rule, too', () => {
    const careless = invariant<Stay>({
      ...departureFollows,
      breaker: ({ guests, ...one }, source) => ({
        ...one,
        departure: '2020-01-01',
        guests: source.below(2) === 0 ? guests : [...guests, ...guests],
      }),
    });
    const model = stayModelOf([careless, singleHoldsOne]);
    for (const { value } of sample(breaking(model, careless.id), { count: 100 })) {
      expect(violationsOf(value, model.invariants).map(({ rule }) => rule)).toEqual([careless.id]);
    }
  });

  it('gives the same records as before when a rule is added that they do not break', () => {
    const alone = sample(breaking(stayModelOf([paidBefore]), paidBefore.id), { count: 50 });
    expect(sample(breaking(stayModel, paidBefore.id), { count: 50 })).toEqual(alone);
  });

  it('takes a model whose arbitrary is narrowed', () => {
    const arbitrary = stay.given({ room: { floor: 7 } });
    for (const { value } of sample(breaking({ ...stayModel, arbitrary }, ids[0]!), { count: 20 })) {
      expect(value.room.floor).toBe(7);
    }
  });
});

describe('a broken record', () => {
  const arbitrary = breaking(stayModel, singleHoldsOne.id);

  it('shrinks to the simplest one of its rule, whichever it was', () => {
    const simplest = {
      stay_id: '00000000-0000-4000-8000-000000000000',
      arrival: '2024-01-01',
      nights: 1,
      departure: '2024-01-02',
      room: { kind: 'single', floor: 0 },
      guests: [
        { name: 'Ann', age: 18 },
        { name: 'Ann', age: 19 },
      ],
      paid_on: null,
    };
    for (const one of sample(arbitrary, { count: 25 })) {
      const { value } = shrunk(arbitrary, one);
      expect({ ...value, guests: value.guests.length }).toEqual({ ...simplest, guests: 2 });
    }
  });

  it('shrinks in fast-check to what a failing property needs and no more', () => {
    const result = fc.check(
      fc.property(breaking(stayModel, paidBefore.id), ({ value }) => value.nights < 4),
      { seed: 3, numRuns: 200 },
    );
    expect(result.counterexample?.[0].value).toMatchObject({
      arrival: '2024-01-01',
      nights: 4,
      room: { kind: 'single', floor: 0 },
      guests: [{ name: 'Ann', age: 18 }],
      paid_on: '2024-01-02',
    });
  });

  it('is recognised and shrinks when it was written by hand, in a way that no breaker writes', () => {
    const byHand = JSON.parse(
      `{ "pointer": "/departure", "broken": "departure-follows-nights", "value": { "guests": [{ "age": 44, "name": "Zoë" }],
      "stay_id": "b5a6a2d0-93e6-4a41-9c7e-1d5f0f2f9d11", "arrival": "2024-05-05", "departure": "1999-01-01", "nights": 5,
      "room": { "floor": 3, "kind": "double" }, "paid_on": null } }`,
    ) as Broken<Stay>;
    const rule = breaking(stayModel, departureFollows.id);
    expect(rule.accepts(byHand)).toBe(true);
    expect(shrunk(rule, byHand).value).toMatchObject({ arrival: '2024-01-01', nights: 1, guests: [{ age: 18 }] });
  });

  it.each<[string, (one: Broken<Stay>) => unknown]>([
    ['a legal record', ({ value }) => ({ value: stay.mend(value), broken: singleHoldsOne.id, pointer: '' })],
    ['another pointer', (one) => ({ ...one, pointer: '/guests/0' })],
    ['another rule', (one) => ({ ...one, broken: 'paid-before-arrival' })],
    ['a second rule broken', ({ value, ...one }) => ({ ...one, value: { ...value, departure: '2020-01-01' } })],
    ['a further label', (one) => ({ ...one, why: 'it is so' })],
    ['no label', ({ value }) => value],
    ['another shape', (one) => ({ ...one, value: { guests: 3 } })],
    ['what JSON cannot hold', ({ value, ...one }) => ({ ...one, value: { ...value, nights: Number.NaN } })],
    ['nothing', () => undefined],
  ])('is not recognised in %s', (_, change) => {
    for (const one of sample(arbitrary, { count: 5 })) {
      expect(arbitrary.accepts(one)).toBe(true);
      expect(arbitrary.accepts(change(one))).toBe(false);
    }
  });

  it('gets its label when it comes without', () => {
    for (const one of sample(arbitrary, { count: 5 })) {
      expect(arbitrary.mend(one.value)).toEqual(one);
      expect(arbitrary.mend({ ...one, pointer: '/elsewhere' })).toEqual(one);
    }
  });

  it('is made of a legal record by breaking it', () => {
    const legal = { ...stay.draw(Source.of(1)), nights: 7, arrival: '2024-03-03' };
    expect(breaking(stayModel, departureFollows.id).mend(legal).value).toMatchObject({
      nights: 7,
      arrival: '2024-03-03',
    });
  });

  it('shrinks in finitely many steps where the arbitrary states no measure', () => {
    const plain = fromFastCheck(fc.record({ a: fc.nat({ max: 99 }), b: fc.nat({ max: 99 }) }));
    const rule = invariant<{ a: number; b: number }>({
      id: 'b-below-a-hundred',
      sentence: 'b is below 100.',
      check: ({ b }, report) => {
        if (b >= 100) report('/b', 'too large', b, 'below 100');
      },
      breaker: (value) => ({ ...value, b: value.b + 100 }),
    });
    const model = { ...stayModel, arbitrary: plain, invariants: [rule] } as never;
    const without = breaking<{ a: number; b: number }>(model, rule.id);
    const ends = sample(without, { count: 20 }).map((one) => {
      let at = one;
      for (let step = 0; step < 200; step++) {
        const [next] = without.smaller(at);
        if (next === undefined) break;
        at = next;
      }
      expect([...without.smaller(at)]).toEqual([]);
      return at.value.b >= 100;
    });
    expect(ends).not.toContain(false);
  });
});

describe('breaking tells', () => {
  const errorOf = (act: () => unknown): { readonly code: string; readonly message: string } => {
    try {
      act();
    } catch (error) {
      return error as { code: string; message: string };
    }
    throw new Error('nothing was thrown');
  };

  it('which rules are near to one that is unknown', () => {
    const { code, message } = errorOf(() => breaking(stayModel, 'single-hold-one'));
    expect(code).toBe('unknown-rule');
    expect(message).toBe(
      'unknown-rule  breaking(stay, "single-hold-one"): stay has no such rule\n' +
        '  why     near to it is single-holds-one\n' +
        '  try     breaking(stay, "single-holds-one")',
    );
    expect(errorOf(() => breaking(stayModel, 'arrival')).message).toContain('near to it is paid-before-arrival');
  });

  it('what there is where nothing is near', () => {
    const { message } = errorOf(() => breaking(stayModel, 'xyzzy'));
    expect(message).toContain(
      'it has departure-follows-nights, single-holds-one, paid-before-arrival, guest-named-once\n',
    );
    expect(errorOf(() => breaking(stayModelOf([]), 'x')).message).toContain('it has none');
  });

  it.each<[string, Invariant<Stay>, string]>([
    ['finds no place', { ...paidBefore, breaker: () => undefined }, 'its breaker found no place in any of them'],
    ['breaks nothing', { ...paidBefore, breaker: (one) => one }, 'what its breaker made does not break it'],
    [
      'breaks another rule, too',
      { ...paidBefore, breaker: (one) => ({ ...one, paid_on: '2030-01-01', departure: '2030-01-01' }) },
      'what its breaker made also breaks departure-follows-nights',
    ],
    [
      'makes what rules cannot look at',
      { ...paidBefore, breaker: (one) => ({ ...one, guests: null as never }) },
      'a rule could not look at what its breaker made',
    ],
  ])('of a breaker that always %s', (_, rule, why) => {
    const arbitrary = breaking(stayModelOf([departureFollows, singleHoldsOne, rule]), rule.id);
    const { code, message } = errorOf(() => arbitrary.draw(Source.of(1)));
    expect(code).toBe('no-place');
    expect(message).toContain('paid-before-arrival: none of 3000 records of stay could be made to break it alone');
    expect(message).toContain(why);
  });
});
