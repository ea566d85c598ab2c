import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLocated } from '../../src/shrink/counterexamples/locatedJson.js';

/** Whether a text is JSON, by two judges. */
function judged(text: string): readonly [boolean, boolean] {
  const passes = (parse: (text: string) => unknown): boolean => {
    try {
      parse(text);
      return true;
    } catch {
      return false;
    }
  };
  return [passes((one) => JSON.parse(one)), passes(parseLocated)];
}

describe('JSON that knows its lines', () => {
  it('is what JSON.parse takes, and nothing else', () => {
    const text = fc.jsonValue({ noUnicodeString: false }).map((value) => JSON.stringify(value, null, 1));
    const spoilt = fc
      .tuple(
        text,
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', '{', '0', '-', '.', 'e', '\\', '\n', '\t', 'tru', ':'),
      )
      .map(([whole, at, piece]) => {
        const place = at % (whole.length + 1);
        return whole.slice(0, place) + piece + whole.slice(place + 1);
      });
    let broken = 0;
    fc.assert(
      fc.property(fc.oneof(text, spoilt), (one) => {
        const [wanted, found] = judged(one);
        if (!wanted) broken += 1;
        expect(found).toBe(wanted);
      }),
      { numRuns: 3000 },
    );
    expect(broken).toBeGreaterThan(300);
  });

  it('says on which line every value begins', () => {
    const { value, lineOf } = parseLocated('{\n  "a/b": [\n    1,\n\n    { "c": 2 }\n  ],\n  "d":\n 3 }\n');
    expect(value).toEqual({ 'a/b': [1, { c: 2 }], d: 3 });
    expect(['', '/a~1b', '/a~1b/0', '/a~1b/1/c', '/d', '/nowhere/at/all'].map(lineOf)).toEqual([1, 2, 3, 5, 8, 1]);
  });

  it.each([
    ['{ "a": 1\n "b": 2 }', 2, 'a comma or } is expected, not "\\"b\\": 2 }"'],
    ['[1,\n2,]', 2, 'a value is expected, not "]"'],
    ['[01]', 1, 'a value is expected'],
    ['{"a" 1}', 1, 'a colon is expected'],
    ['[]\n\n[]', 3, 'nothing more is expected'],
    ['["a\nb"]', 1, 'a value is expected, not'],
    [`["${'a'.repeat(10_000)}]`, 1, 'a value is expected, not'],
  ])('says where case %# goes wrong', (text, line, message) => {
    expect(() => parseLocated(text)).toThrow(message);
    expect(() => parseLocated(text)).toThrow(expect.objectContaining({ line }) as Error);
  });
});
