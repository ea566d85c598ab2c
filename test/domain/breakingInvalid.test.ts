import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { invalid, shapeFaults, waysToBreak } from '../../src/domain/index.js';
import { integer, record, sample, Source, violationsOf } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import { checkLaws } from '../../src/laws/index.js';
import { departureFollows, stay, stayModel, stayModelOf, staySchema } from './stays.js';
import type { Stay } from './stays.js';

const SHAPE_IDS = [
  'shape-missing-key',
  'shape-wrong-type',
  'shape-unknown-value',
  'shape-out-of-bounds',
  'shape-extra-key',
  'shape-malformed-date',
];
const RULE_IDS = stayModel.invariants.map(({ id }) => id);

describe('invalid', () => {
  it('breaks every rule and every part of the shape, about equally often', async () => {
    const counts = new Map<string, number>();
    for (const { broken } of sample(await invalid(stayModel), { count: 2000 })) {
      counts.set(broken, (counts.get(broken) ?? 0) + 1);
    }
    expect(new Set(counts.keys())).toEqual(new Set([...RULE_IDS, ...SHAPE_IDS]));
    for (const [id, count] of counts) expect(Math.abs(count - 200), id).toBeLessThan(70);
  });

  it('has exactly one thing wrong in each record', async () => {
    for (const { value, broken, pointer } of sample(await invalid(stayModel), { count: 500 })) {
      const issues = staySchema.safeParse(value).error?.issues ?? [];
      if (broken.startsWith('shape-')) {
        // An unknown key is told of at its object.
        const [at = []] = issues.map((one) =>
          one.code === 'unrecognized_keys' ? [...one.path, ...one.keys] : one.path,
        );
        expect([`/${at.join('/')}`, new Set(issues.map(({ path }) => path.join('/'))).size]).toEqual([pointer, 1]);
      } else {
        expect(issues).toEqual([]);
        expect([...new Set(violationsOf(value, stayModel.invariants).map(({ rule }) => rule))]).toEqual([broken]);
      }
    }
  });

  it('breaks only what is picked', async () => {
    const only = ['single-holds-one', 'shape-extra-key'];
    const picked = sample(await invalid(stayModel, { only }), { count: 60 });
    expect(new Set(picked.map(({ broken }) => broken))).toEqual(new Set(only));
    const shape = sample(await invalid(stayModel, { only: ['shape'] }), { count: 200 });
    expect(new Set(shape.map(({ broken }) => broken))).toEqual(new Set(SHAPE_IDS));
    expect(sample(await shapeFaults(stayModel), { count: 200 })).toEqual(shape);
  });

  it('keeps the laws', { timeout: 120_000 }, async () => {
    const schema = z.strictObject({ value: z.unknown(), broken: z.string(), pointer: z.string() });
    const arbitrary = await invalid(stayModel);
    expect(() => checkLaws(arbitrary, { runs: 14, schema })).not.toThrow();
  });

  it('keeps the laws for each part of the shape', { timeout: 120_000 }, async () => {
    for (const { arbitrary } of await waysToBreak(stayModel, { only: ['shape'] })) {
      expect(() => checkLaws(arbitrary, { runs: 3 })).not.toThrow();
    }
  });

  it('keeps to its rule and its kind of place when it shrinks', async () => {
    const arbitrary = await invalid(stayModel);
    for (const one of sample(arbitrary, { count: 60 })) {
      let at = one;
      for (let next = [...arbitrary.smaller(at)][0]; next !== undefined; next = [...arbitrary.smaller(at)][0])
        at = next;
      expect(at.broken).toBe(one.broken);
      if (one.broken.startsWith('shape-')) {
        expect(at.pointer.replace(/\/\d+/, '/0')).toBe(one.pointer.replace(/\/\d+/, '/0'));
        expect(at.value).toMatchObject(one.pointer.startsWith('/arrival') ? {} : { arrival: '2024-01-01' });
      }
    }
  });

  it('labels what comes without a label, and breaks what is whole', async () => {
    const arbitrary = await invalid(stayModel);
    for (const one of sample(arbitrary, { count: 60 })) expect(arbitrary.mend(one.value)).toEqual(one);
    const whole = stay.draw(Source.of(1));
    expect(arbitrary.accepts(arbitrary.mend(whole))).toBe(true);
    expect(arbitrary.accepts({ value: whole, broken: 'shape-extra-key', pointer: '/extra' })).toBe(false);
  });

  it('leaves the shape right where it breaks a rule', async () => {
    const late = (nights: number): Invariant<Stay> => ({ ...departureFollows, breaker: (one) => ({ ...one, nights }) });
    const [way] = await waysToBreak(stayModelOf([late(30)]), { only: [departureFollows.id] });
    for (const one of sample(way!.arbitrary, { count: 5 })) {
      expect(way?.arbitrary.accepts(one)).toBe(true);
      expect(way?.arbitrary.accepts({ ...one, value: { ...one.value, nights: 31 } })).toBe(false);
    }
    const [careless] = await waysToBreak(stayModelOf([late(31)]), { only: [departureFollows.id] });
    expect(() => careless?.arbitrary.draw(Source.of(1))).toThrow('does not have the shape of the schema');
  });
});

describe('invalid tells', () => {
  it('which rules are near to one that is unknown', async () => {
    await expect(invalid(stayModel, { only: ['paid-before-arrival', 'shape-mising-key'] })).rejects.toMatchObject({
      code: 'unknown-rule',
      parts: {
        what: 'invalid(stay, { only: ["shape-mising-key"] }): stay has no such rule',
        try: 'invalid(stay, { only: ["shape-missing-key"] })',
      },
    });
  });

  it('that the schema has no place for a fault', async () => {
    const model = { ...stayModelOf([]), schema: async () => z.object({ nights: z.number() }) as never };
    await expect(invalid(model, { only: ['shape-out-of-bounds'] })).rejects.toMatchObject({
      code: 'no-place',
      parts: { try: 'one of shape-missing-key, shape-wrong-type' },
    });
    expect((await waysToBreak(model)).map(({ id }) => id)).toEqual(['shape-missing-key', 'shape-wrong-type']);
  });

  it('that nothing can be broken', async () => {
    const model = { ...stayModelOf([]), schema: async () => z.any() as never };
    await expect(invalid(model)).rejects.toMatchObject({ code: 'no-place' });
    await expect(shapeFaults(model)).rejects.toMatchObject({ parts: { why: 'it lets everything pass' } });
    await expect(invalid(stayModelOf([departureFollows]), { only: [] })).rejects.toMatchObject({ code: 'no-place' });
  });

  it('when it draws, that no record has a place', async () => {
    const arbitrary = record().field('nights', integer({ min: 1, max: 9 })) as never;
    // It says what it asks for, and then takes everything.
    const schema = async () => z.object({ nights: z.number() }).catch({ nights: 1 }) as never;
    const [way] = await waysToBreak({ ...stayModelOf([]), arbitrary, schema });
    expect(() => way?.arbitrary.draw(Source.of(1))).toThrow(/^no-place {2}shape-missing-key: none of 3000 records/);
  });
});
