import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ZodType } from 'zod';
import { customerModel } from '../../arbitraries/index.js';
import { Source } from '../../src/index.js';
import { Shape } from '../../src/zod/index.js';
import type { ShapeFaultKind } from '../../src/zod/index.js';

const KINDS: readonly ShapeFaultKind[] = [
  'missing-key',
  'wrong-type',
  'unknown-value',
  'out-of-bounds',
  'extra-key',
  'malformed-date',
];

const node = z.strictObject({
  size: z.int().min(0).max(5),
  get kids() {
    return z.array(node);
  },
});

/** Everything that a schema can do to make faults hard to find and to tell apart. */
const schema = z.strictObject({
  id: z.string(),
  'a/b~c': z.int().min(1),
  at: z.iso.datetime(),
  day: z.iso.date().nullable(),
  kind: z.literal('odd'),
  level: z.union([z.literal(1), z.literal(2), z.literal('high')]),
  share: z.number().min(0).max(1).multipleOf(0.01),
  above: z.number().gt(0).lt(1),
  words: z.array(z.enum(['x', 'y'])).min(1),
  map: z.record(z.string(), z.int().max(9)),
  pair: z.tuple([z.boolean(), z.string()]),
  either: z.union([z.strictObject({ left: z.int() }), z.string()]),
  told: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('p'), points: z.int().min(1).max(3) }),
    z.strictObject({ type: z.literal('q') }),
  ]),
  both: z.intersection(z.object({ here: z.int() }), z.object({ there: z.string() })),
  open: z.looseObject({ known: z.boolean() }),
  maybe: z.number().optional(),
  filled: z.number().default(3),
  tree: node,
});

const legal = {
  id: 'i',
  'a/b~c': 1,
  at: '2025-03-05T00:03:07Z',
  day: '2024-02-29',
  kind: 'odd',
  level: 2,
  share: 0.29,
  above: 0.5,
  words: ['x', 'y'],
  map: { one: 1, two: 2 },
  pair: [true, 'text'],
  either: { left: 1 },
  told: { type: 'p', points: 2 },
  both: { here: 1, there: 't' },
  open: { known: true, other: 1 },
  tree: { size: 1, kids: [{ size: 2, kids: [{ size: 3, kids: [] }] }] },
};

const shape = new Shape(schema);
const changed = (changes: object): object => ({ ...legal, ...changes });
const without = (key: string): object => Object.fromEntries(Object.entries(legal).filter(([name]) => name !== key));

describe('the shape of a schema', () => {
  it('has nothing against a legal value', () => {
    expect(schema.safeParse(legal).error?.issues).toBeUndefined();
    expect(shape.isOf(legal)).toBe(true);
    expect(shape.faultIn(legal)).toBeUndefined();
    expect(shape.kinds).toEqual(KINDS);
  });

  it.each<[ShapeFaultKind, string, unknown]>([
    ['missing-key', '/id', without('id')],
    ['missing-key', '/a~1b~0c', without('a/b~c')],
    ['missing-key', '/told/points', changed({ told: { type: 'p' } })],
    ['missing-key', '/told/type', changed({ told: { points: 1 } })],
    ['missing-key', '/both/there', changed({ both: { here: 1 } })],
    ['missing-key', '/tree/kids/0/size', changed({ tree: { size: 1, kids: [{ kids: [] }] } })],
    ['wrong-type', '/id', changed({ id: 3 })],
    ['wrong-type', '/day', changed({ day: 20240229 })],
    ['wrong-type', '/level', changed({ level: [2] })],
    ['wrong-type', '/map/two', changed({ map: { one: 1, two: '2' } })],
    ['wrong-type', '/pair/1', changed({ pair: [true, null] })],
    ['wrong-type', '/either', changed({ either: 5 })],
    ['wrong-type', '/either/left', changed({ either: { left: '1' } })],
    ['wrong-type', '/a~1b~0c', changed({ 'a/b~c': 1.5 })],
    ['wrong-type', '/maybe', changed({ maybe: 'none' })],
    ['unknown-value', '/kind', changed({ kind: 'even' })],
    ['unknown-value', '/level', changed({ level: 3 })],
    ['unknown-value', '/words/1', changed({ words: ['x', 'Y'] })],
    ['unknown-value', '/told/type', changed({ told: { type: 'r', points: 2 } })],
    ['out-of-bounds', '/a~1b~0c', changed({ 'a/b~c': 0 })],
    ['out-of-bounds', '/share', changed({ share: 1.01 })],
    ['out-of-bounds', '/above', changed({ above: 1 })],
    ['out-of-bounds', '/told/points', changed({ told: { type: 'p', points: 4 } })],
    ['out-of-bounds', '/map/one', changed({ map: { one: 10 } })],
    ['extra-key', '/idd', changed({ idd: 'i' })],
    ['extra-key', '/told/points', changed({ told: { type: 'q', points: 2 } })],
    [
      'extra-key',
      '/tree/__proto__',
      JSON.parse(JSON.stringify(changed({ tree: 0 })).replace('"tree":0', '"tree":{"size":1,"kids":[],"__proto__":1}')),
    ],
    ['malformed-date', '/day', changed({ day: '2025-02-29' })],
    ['malformed-date', '/at', changed({ at: '2025-03-05T00:03:07.902001' })],
  ])('finds %s at %s', (kind, pointer, value) => {
    expect(shape.faultIn(value)).toEqual({ kind, pointer });
  });

  it.each<[string, unknown]>([
    ['two faults', changed({ id: 1, kind: 'even' })],
    ['two extra keys', changed({ one: 1, two: 2 })],
    ['two faults in one object', changed({ told: { type: 'p', points: 9, extra: 1 } })],
    ['a number off its grid', changed({ share: 0.295 })],
    ['a list that is too short', changed({ words: [] })],
    ['something that is no record', 'text'],
    ['nothing', undefined],
  ])('names no single fault in %s', (_, value) => {
    expect(shape.isOf(value)).toBe(false);
    expect(shape.faultIn(value)).toBeUndefined();
  });

  it('tells a refinement from a fault of shape', () => {
    const late = new Shape(
      z.object({
        day: z.iso.date().refine((day) => day > '2025-01-01'),
        n: z
          .int()
          .min(3)
          .refine((n) => n % 2 === 0),
      }),
    );
    expect(late.faultIn({ day: '2024-12-31', n: 4 })).toBeUndefined();
    expect(late.faultIn({ day: '2025-12-31', n: 5 })).toBeUndefined();
    expect(late.faultIn({ day: '2025-12-32', n: 4 })).toEqual({ kind: 'malformed-date', pointer: '/day' });
  });
});

/** Places by kind of fault that a few hundred keys come upon; each value is judged by zod alone. */
function spoiltPlaces(of: ZodType, value: unknown, kind: ShapeFaultKind, keys = 400): Set<string> {
  const places = new Set<string>();
  const own = new Shape(of);
  const before = JSON.stringify(value);
  for (let key = 0; key < keys; key++) {
    const spoilt = own.spoil(kind, value, Source.of(key));
    expect(JSON.stringify(value)).toBe(before);
    if (spoilt === undefined) continue;
    expect(JSON.parse(JSON.stringify(spoilt))).toEqual(spoilt);
    expect(own.spoil(kind, value, Source.of(key))).toEqual(spoilt);
    expect(of.safeParse(spoilt).success, JSON.stringify(spoilt)).toBe(false);
    const { pointer } = own.faultIn(spoilt)!;
    places.add(pointer);
  }
  return places;
}

describe('spoiling a value', () => {
  it('takes away any key that is required, at any depth', () => {
    const required = [
      '/id /a~1b~0c /at /day /kind /level /share /above /words /map /pair /either /told /both /open /tree',
      '/told/type /told/points /both/here /both/there /open/known /either/left /tree/size /tree/kids',
      '/tree/kids/0/size /tree/kids/0/kids /tree/kids/0/kids/0/size /tree/kids/0/kids/0/kids',
    ];
    expect(spoiltPlaces(schema, legal, 'missing-key', 700)).toEqual(new Set(required.join(' ').split(' ')));
  });

  it('changes every type that the schema asks for, whatever stands around it', () => {
    const places = spoiltPlaces(schema, legal, 'wrong-type', 700);
    const some = '/id /day /level /words/0 /words/1 /map/one /pair/0 /either/left /told /filled'.split(' ');
    expect(some.filter((one) => !places.has(one))).toEqual(['/filled']);
    expect(spoiltPlaces(schema, { ...legal, filled: 3 }, 'wrong-type', 700)).toContain('/filled');
    expect(places).not.toContain('');
  });

  it('finds a place of each other kind wherever there is one', () => {
    expect(spoiltPlaces(schema, legal, 'unknown-value')).toEqual(
      new Set(['/kind', '/level', '/words/0', '/words/1', '/told/type']),
    );
    expect(spoiltPlaces(schema, legal, 'out-of-bounds')).toEqual(
      new Set(
        '/a~1b~0c /share /above /map/one /map/two /told/points /tree/size /tree/kids/0/size /tree/kids/0/kids/0/size'.split(
          ' ',
        ),
      ),
    );
    expect(spoiltPlaces(schema, legal, 'malformed-date')).toEqual(new Set(['/at', '/day']));
    const closed = new Set([...spoiltPlaces(schema, legal, 'extra-key')].map((one) => one.replace(/\/[^/]*$/, '')));
    expect(closed).toEqual(new Set(['', '/either', '/told', '/tree', '/tree/kids/0', '/tree/kids/0/kids/0']));
  });

  it('gives up where the schema lets pass what looks like a fault', () => {
    const lenient = z.object({ n: z.coerce.number().min(3), day: z.iso.date().catch('2025-01-01') });
    const value = { n: 5, day: '2025-03-03' };
    expect(spoiltPlaces(lenient, value, 'malformed-date')).toEqual(new Set());
    expect(spoiltPlaces(lenient, value, 'out-of-bounds')).toEqual(new Set(['/n']));
    expect(spoiltPlaces(z.any(), value, 'missing-key')).toEqual(new Set());
  });

  it('gives each kind of place the same chance, however long its list is', () => {
    const lists = z.strictObject({ one: z.int(), many: z.array(z.int()) });
    const value = { one: 1, many: Array.from({ length: 200 }, (_, index) => index) };
    const own = new Shape(lists);
    const pointers = Array.from(
      { length: 600 },
      (_, key) => own.faultIn(own.spoil('wrong-type', value, Source.of(key)))?.pointer,
    );
    expect(pointers.filter((one) => one === '/one').length).toBeGreaterThan(140);
    expect(pointers.filter((one) => one?.startsWith('/many/') === true).length).toBeGreaterThan(140);
  });

  it('does so for customers', async () => {
    const customerSchema = await customerModel.schema();
    const customer = customerModel.arbitrary.draw(Source.of(1));
    for (const kind of KINDS) expect(spoiltPlaces(customerSchema, customer, kind, 60).size, kind).toBeGreaterThan(9);
  });
});

describe('spoiling a value like another', () => {
  const like = (value: unknown, other: unknown): unknown[] => [...shape.spoilLike(value, other, shape.faultIn(other)!)];

  it('puts the same wrong thing there, at the start of lists, and the plainest one', () => {
    const other = changed({ words: ['x', 'x', 'Y'] });
    const longer = changed({ words: ['y', 'y', 'y'] });
    expect(like(longer, other)).toEqual([
      changed({ words: ['y', 'y', 'Y'] }),
      changed({ words: ['Y', 'y', 'y'] }),
      changed({ words: ['y', 'y', ''] }),
      changed({ words: ['', 'y', 'y'] }),
    ]);
    expect(like(changed({ words: ['y'] }), other)).toContainEqual(changed({ words: ['Y'] }));
  });

  it('takes the same key away, or adds it', () => {
    expect(like(legal, without('id'))).toContainEqual(without('id'));
    expect(like(legal, changed({ idd: [1] }))).toContainEqual(changed({ idd: [1] }));
  });
});
