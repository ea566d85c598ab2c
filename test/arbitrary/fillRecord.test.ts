import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { choice, integer, optional, record, Source } from '../../src/index.js';
import { compiledFill, loopedFill } from '../../src/arbitrary/fillRecord.js';
import { Key } from '../../src/source/index.js';
import type { Field } from '../../src/arbitrary/Field.js';

const drawn = (name: string, more: Partial<Field>): Field => ({ kind: 'drawn', name, key: Key.of(name), ...more });
const fields: readonly Field[] = [
  { kind: 'aim', name: 'sum', key: Key.of('aim of sum'), fixed: choice([3, 5]) },
  drawn('odd "name"\u2028\\', { fixed: optional(integer({ min: 0, max: 9 })) }),
  drawn('constructor', { build: (above) => integer({ min: 0, max: above['sum'] as number }) }),
  drawn('rest', { build: (above) => choice([(above['sum'] as number) - (above['constructor'] as number)]) }),
  { kind: 'derived', name: 'sum', compute: (above) => (above['constructor'] as number) + (above['rest'] as number) },
  { kind: 'derived', name: 'outer', compute: (_, outer) => outer },
];

describe('the two ways of filling a record', () => {
  it('give the same values, keys in the same order, and check the same aims', () => {
    const [compiled, looped] = [compiledFill(fields), loopedFill(fields)];
    for (let seed = 0; seed < 300; seed++) {
      const checked: unknown[][] = [[], []];
      const [left, right] = [compiled, looped].map((fill, way) =>
        fill(Source.of(seed), seed % 2 === 0 ? undefined : 2, seed, undefined, (...aim) => checked[way]?.push(aim)),
      );
      expect(JSON.stringify(left)).toBe(JSON.stringify(right));
      expect(checked[0]).toEqual(checked[1]);
      expect(checked[0]).toHaveLength(1);
    }
  });

  it('give the same customers where code from text is forbidden', () => {
    const door = fileURLToPath(new URL('../../dist/arbitraries/health.js', import.meta.url));
    const script = `import { health } from ${JSON.stringify(door)};
      const people = health.collections[0].population({ size: 50, seed: 3, asOf: '2025-03-31' });
      console.log(JSON.stringify(Array.from({ length: 50 }, (_, i) => people.at(i))));`;
    const run = (...flags: string[]): string =>
      execFileSync(process.execPath, [...flags, '--input-type=module', '-e', script], { encoding: 'utf8' });
    const plain = run();
    expect(plain.length).toBeGreaterThan(50_000);
    expect(run('--disallow-code-generation-from-strings')).toBe(plain);
  });

  it('name the field in which a constraint finds nothing', () => {
    const low = record().field('low', integer({ min: 0, max: 4 }));
    const pair = record().field('inner', () => low);
    expect(() => pair.given({ inner: { low: 7 } })).toThrow(/^constraint-clash {2}inner\.low: /);
  });
});
