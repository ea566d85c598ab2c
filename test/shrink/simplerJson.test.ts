import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameJson } from '../../src/arbitrary/index.js';
import { ABSENT } from '../../src/shrink/Patch.js';
import { simplerJson } from '../../src/shrink/simplerJson.js';
import { chance } from './chance.js';

/** Goes down to the first candidate that does, as a search does, until none does. */
function end(value: unknown, toward: unknown, fails: (value: unknown) => boolean): { value: unknown; steps: number } {
  let at = value;
  let passed: unknown;
  for (let steps = 0; ; steps++) {
    if (steps > 2000) throw new Error(`no end from ${JSON.stringify(value)} to ${JSON.stringify(toward)}`);
    let next = found(simplerJson(at, toward, passed));
    // Halving is through: once more from the beginning.
    if (next === undefined && passed !== undefined) next = found(simplerJson(at, toward));
    if (next === undefined) return { value: at, steps };
    ({ value: at, passed } = next);
  }

  function found(candidates: ReturnType<typeof simplerJson>): { value: unknown; passed?: unknown } | undefined {
    for (const one of candidates) if (!sameJson(one.value, at) && fails(one.value)) return one;
    return undefined;
  }
}

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    'text',
    '2024-05-05',
    '2024-05-05T10:00',
    '1999-12-31T23:59:60+14:00',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString()),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.double({ min: -1000, max: 1000, noNaN: true }),
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', ''), tie('json'), { maxKeys: 3 }),
  ),
}));

describe('simpler values of what no arbitrary knows', () => {
  it('are JSON, and end, whatever fails', () => {
    fc.assert(
      fc.property(
        json,
        fc.oneof(json, fc.constant(ABSENT)),
        fc.nat({ max: 3 }),
        fc.nat(),
        (value, toward, share, salt) => {
          const fails = (one: unknown): boolean => {
            const text = JSON.stringify(one);
            expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(one)));
            expect(text).not.toMatch(/NaN|Infinity/);
            return chance(one, salt, 4) <= share;
          };
          end(value, toward, fails);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('end at what is wanted where everything fails, or at nothing', () => {
    fc.assert(
      fc.property(json, json, (value, toward) => {
        const down = end(value, toward, () => true).value;
        expect(sameJson(down, toward) || sameJson(down, value)).toBe(true);
      }),
    );
    for (const [value, least] of [
      [1234.5, 0],
      ['some text', ''],
      [[1, [2], {}], []],
      [{ a: { b: [1, 2] } }, {}],
      [true, false],
      [null, null],
    ]) {
      expect(end(value, ABSENT, () => true).value).toEqual(least);
    }
  });

  const rows: readonly (readonly [string, unknown, unknown, (value: never) => boolean, unknown])[] = [
    ['numbers come to the bound', 1000, 0, (n: number) => n >= 123, 123],
    ['numbers come to the bound from below', -1000, 30, (n: number) => n <= 17, 17],
    ['numbers lose digits', 17.3846, 50, (n: number) => n < 18, 17],
    ['numbers keep the digits they need', 17.3846, 50, (n: number) => n < 18 && n > 17, 17.9],
    ['large numbers come back', 9e300, 5, (n: number) => n > 1e6, 1_000_001],
    ['the largest ones, too', -1.7e308, 0.5, (n: number) => n < -2, -3],
    ['dates come to the bound', '2031-07-31', '2000-01-01', (d: string) => d > '2025-03-31', '2025-04-01'],
    ['dates come to the bound from before', '1831-07-31', '2000-01-01', (d: string) => d < '1900-01-01', '1899-12-31'],
    [
      'times keep their writing',
      '2031-07-31 10:00+05:30',
      '2024-01-01T00:00:00Z',
      (t: string) => t.includes('+05:30'),
      '2024-01-01 05:30+05:30',
    ],
    [
      'times lose their writing',
      '2031-07-31 10:00+05:30',
      '2024-01-01T00:00:00Z',
      (t: string) => Date.parse(t) >= Date.parse('2025-01-01T00:00:00Z'),
      '2025-01-01T00:00:00Z',
    ],
    ['texts lose what is not needed', 'before NaN after', 'Ann', (t: string) => t.includes('NaN'), 'NaN'],
    ['characters stay whole', 'ab🙂cd', ABSENT, (t: string) => t.includes('🙂'), '🙂'],
    ['lists lose elements', [5, 6, 7, 8, 9], ABSENT, (l: number[]) => l.includes(8), [8]],
    [
      'elements come near to those of the list there',
      [[1, 9], [3]],
      [[1, 1]],
      (l: number[][]) => l.length === 2,
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'objects lose keys',
      { a: 1, b: { c: 2, d: 3 } },
      ABSENT,
      (o: { b?: { d?: 3 } }) => o.b?.d !== undefined,
      { b: { d: 0 } },
    ],
    [
      'objects keep the keys of those there',
      { a: 5, b: 6, c: 7 },
      { a: 1, b: 2 },
      (o: { b: number }) => o.b > 3,
      { a: 1, b: 4 },
    ],
  ];
  it.each(rows)('%s', (_, value, toward, fails, least) => {
    expect(end(value, toward, fails as (value: unknown) => boolean).value).toEqual(least);
  });

  it('take few questions', () => {
    let questions = 0;
    const bound = end(1_000_000, 0, (value) => {
      questions++;
      return (value as number) >= 123_456;
    });
    expect(bound.value).toBe(123_456);
    expect(questions).toBeLessThan(120);
  });
});
