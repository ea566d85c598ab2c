import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, vi } from 'vitest';
import { integer, record } from '../../src/index.js';
import { CounterexampleStore } from '../../src/shrink/index.js';
import { fc, it, remember, test } from '../../src/vitest/index.js';
import { guestModel } from './guests.js';

// Made at once: properties ask for what is stored when they are declared.
const directory = mkdtempSync(join(tmpdir(), 'cohort-check-remember-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

// Wherever this runs: what is written is looked at here, and what is said.
vi.stubEnv('CI', '');
const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterAll(() => {
  said.mockRestore();
  vi.unstubAllEnvs();
});

function store(property: string, ...stored: unknown[]): void {
  const counterexamples = stored.map((given) => ({ arguments: given }));
  const file = { property, test: { file: 'a.test.ts', name: 'a' }, counterexamples };
  writeFileSync(new CounterexampleStore(directory).pathOf(property), JSON.stringify(file));
}

describe('remember', () => {
  const seen: Record<string, unknown[]> = {};
  const see = (name: string, ...values: unknown[]): void => {
    (seen[name] ??= []).push(values.length === 1 ? values[0] : values);
  };

  store('first', [7], [8]);
  test.prop([fc.nat()], remember('first', { directory, numRuns: 5 }))('tries what is stored first', (n) =>
    see('first', n),
  );

  store('by name', { a: 7, b: 'x' });
  test.prop({ a: fc.nat(), b: fc.string() }, remember('by name', { directory, numRuns: 5 }))(
    'tries what is stored by name',
    ({ a, b }) => see('by name', a, b),
  );

  store('with examples', [7]);
  test.prop([fc.nat()], remember('with examples', { directory, numRuns: 5, examples: [[1], [2]] }))(
    'leaves examples where they are',
    (n) => see('with examples', n),
  );

  store('spread', [7]);
  test.prop([fc.nat()], { ...remember('spread', { directory }), numRuns: 3 })('outlives a spread', (n) =>
    see('spread', n),
  );

  store('in full', [7]);
  it.concurrent.prop([fc.nat()], remember('in full', { directory }))('keeps the number of runs', (n) =>
    see('in full', n),
  );

  store('replayed', [7]);
  const replayed = { seed: 1, numRuns: 1, path: '3' };
  test.prop([fc.nat()], remember('replayed', { directory, ...replayed }))('leaves a replay alone', (n) =>
    see('replayed', n),
  );
  test.prop([fc.nat()], replayed)('gives the value of the path elsewhere', (n) => see('replayed plainly', n));

  store('mutated', [{ a: 1 }], [{ a: 1, b: 1 }]);
  test.prop(
    [fc.record({ a: fc.nat(), b: fc.constant(1) }, { requiredKeys: ['a'] })],
    remember('mutated', { directory, numRuns: 1 }),
  )('gives copies', (one) => {
    see('mutated', one.a);
    one.a = 99;
  });

  store('twice', [5], [12], [30]);
  test.prop([integer({ min: 0, max: 10 })], remember('twice', { directory, numRuns: 2 }))('skips stale values', (n) =>
    see('twice', n),
  );

  let reported: fc.RunDetails<[number]> | undefined;
  test.prop([fc.nat()], remember<[number]>('reported', { directory, reporter: (details) => (reported = details) }))(
    'leaves it to a reporter what becomes of a failure',
    (n) => n < 3,
  );

  store('spoilt', [{ a: 5 }]);
  const five = record().field('a', integer({ min: 5, max: 9 }));
  test.prop([five], remember<[{ a: number }]>('spoilt', { directory, reporter: () => undefined }))(
    'reports what was given and not what became of it',
    (one) => {
      one.a = 99;
      return false;
    },
  );

  test('has tried all that', () => {
    expect(new CounterexampleStore(directory).read('spoilt')?.counterexamples).toEqual([{ arguments: [{ a: 5 }] }]);
    expect(reported).toMatchObject({ failed: true, counterexample: [3] });
    expect(new CounterexampleStore(directory).read('reported')?.counterexamples).toEqual([{ arguments: [3] }]);
    expect(seen['first']?.slice(0, 2)).toEqual([7, 8]);
    expect(seen['first']).toHaveLength(7);
    expect(seen['by name']?.[0]).toEqual([7, 'x']);
    expect(seen['by name']).toHaveLength(6);
    expect(seen['with examples']?.slice(0, 3)).toEqual([1, 2, 7]);
    expect(seen['with examples']).toHaveLength(6);
    expect(seen['spread']?.[0]).toBe(7);
    expect(seen['spread']).toHaveLength(4);
    expect(seen['in full']).toHaveLength(101);
    expect(seen['replayed']).toEqual(seen['replayed plainly']);
    expect(seen['mutated']?.slice(0, 2)).toEqual([1, 1]);
    expect(seen['twice']?.[0]).toBe(5);
    expect(seen['twice']).toHaveLength(3);
    const texts = said.mock.calls.map(([text]) => String(text));
    expect(texts).toContainEqual(expect.stringContaining('2. STALE, not tried: 12 is not a whole number from 0 to 10'));
    expect(texts).toContainEqual(expect.stringContaining('beside the simplest value:\n  it is  3  (simplest: 0)'));
    expect(texts).toContainEqual(expect.stringContaining('it is the simplest value\n\nkept already in '));
    expect(texts).toHaveLength(3);
  });

  test('leaves parameters without a memory as they are', () => {
    expect(Object.keys(remember('a', { numRuns: 3, seed: 1, directory, model: guestModel }))).toEqual([
      'numRuns',
      'seed',
      'plugins',
    ]);
  });

  test('refuses a name that is none', () => {
    expect(() => remember(' ')).toThrow('remember(" "): it is no name');
  });

  test('refuses to run where nobody hands it the arbitraries', async () => {
    await expect(async () =>
      fc.assert(
        fc.asyncProperty(fc.nat(), async () => true),
        remember('first'),
      ),
    ).rejects.toThrow('remember("first") does not know the arbitraries of the property');
  });

  test('refuses a model that could be that of several arguments when the property is declared', () => {
    expect(() => test.prop([fc.nat(), fc.nat()], remember('x', { directory, model: guestModel }))).toThrow(
      'which-argument',
    );
  });

  test('is there behind only, skip and the others', () => {
    const { only, skip, fails, concurrent } = test;
    for (const one of [only, skip, fails, concurrent, concurrent.only, it.skip.concurrent]) {
      expect(typeof one.prop).toBe('function');
      expect(() => one.prop([fc.nat(), fc.nat()], remember('x', { directory, model: guestModel }))).toThrow(
        'which-argument',
      );
    }
  });
});
