import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CounterexampleStore, unfaithfulIn } from '../../src/shrink/index.js';
import { withLock } from '../../src/shrink/counterexamples/withLock.js';
import { fileNameOf } from '../../src/shrink/counterexamples/fileNameOf.js';
import { sameJson } from '../../src/index.js';
import { namesIn, withDirectory } from '../snapshot/people.js';

const test = { file: 'test/badge.test.ts', name: 'badges agree' };

describe('the file name of a property', () => {
  it('is its words, where the name can be read back from them', () => {
    expect(fileNameOf('badge agrees with level')).toBe('badge-agrees-with-level.json');
    expect(fileNameOf('a')).toBe('a.json');
  });

  it('has a hash as well for any other name', () => {
    const others = [
      'Badge agrees with level',
      'badge-agrees-with-level',
      'badge  agrees with level',
      ' badge agrees with level',
      'badge agrees with level?',
      'bädge agrees with level',
      'значок',
      '徽章',
      '\ud800',
      '\ud801',
      '../../etc/passwd',
      'con',
      'a'.repeat(300),
      `${'a'.repeat(300)}b`,
      '.json',
      '__proto__',
    ];
    const names = others.map(fileNameOf);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*--[0-9a-f]{10}\.json$/);
    expect(new Set(names).size).toBe(others.length);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(80);
  });

  it('is never shared by two names', () => {
    const name = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'A', ' ', '-', 'ä', '/', '.', '1'), minLength: 1, maxLength: 4 }),
      fc.string({ minLength: 1 }),
    );
    fc.assert(
      fc.property(name, name, (one, other) => {
        fc.pre(one !== other);
        expect(fileNameOf(one).toLowerCase()).not.toBe(fileNameOf(other).toLowerCase());
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a store of counterexamples', () => {
  it('keeps values as readable JSON, each once, whatever the order of their keys', async () => {
    await withDirectory(async (directory) => {
      const store = new CounterexampleStore(join(directory, 'a', 'b'));
      expect(store.read('badges')).toBeUndefined();
      expect(await store.add('badges', test, { arguments: [{ points: 1, level: 'none' }] })).toBe(true);
      const text = await readFile(store.pathOf('badges'), 'utf8');
      expect(text).toBe(
        `${JSON.stringify({ property: 'badges', test, counterexamples: [{ arguments: [{ points: 1, level: 'none' }] }] }, null, 2)}\n`,
      );
      expect(await store.add('badges', { ...test, name: 'x' }, { arguments: [{ level: 'none', points: 1 }] })).toBe(
        false,
      );
      expect(await readFile(store.pathOf('badges'), 'utf8')).toBe(text);
      expect(await store.add('badges', test, { arguments: [{ points: 2, level: 'none' }] })).toBe(true);
      expect(store.read('badges')?.counterexamples.map((one) => one.arguments)).toEqual([
        [{ points: 1, level: 'none' }],
        [{ points: 2, level: 'none' }],
      ]);
      expect(await namesIn(store.directory)).toEqual(['badges.json']);
    });
  });

  it('keeps what was added to a file by hand', async () => {
    await withDirectory(async (directory) => {
      const store = new CounterexampleStore(directory);
      const file = {
        property: 'p',
        note: 'ours',
        test,
        counterexamples: [{ note: 'from a customer', arguments: [1] }],
      };
      await writeFile(store.pathOf('p'), JSON.stringify(file));
      await store.add('p', test, { arguments: [2] });
      expect(store.read('p')).toEqual({ ...file, counterexamples: [...file.counterexamples, { arguments: [2] }] });
    });
  });

  it('gives back what it was given', async () => {
    const given = fc.oneof(
      fc.array(fc.jsonValue({ noUnicodeString: false })),
      fc.dictionary(fc.string(), fc.jsonValue()),
    );
    await withDirectory(async (directory) => {
      const store = new CounterexampleStore(directory);
      let number = 0;
      await fc.assert(
        fc.asyncProperty(given, async (value) => {
          const property = `p ${(number += 1)}`;
          await store.add(property, test, { arguments: value });
          expect(sameJson(store.read(property)?.counterexamples[0]?.arguments, value)).toBe(true);
        }),
        { numRuns: 60 },
      );
    });
  });

  it.each([
    ['half of a file', '{\n  "property": "p",\n  "te', 3, 'a key in double quotes is expected, not'],
    ['an empty file', '', 1, 'a value is expected, not the end'],
    ['a merge conflict', '{\n  "property": "p",\n<<<<<<< HEAD\n  "test": {}\n=======\n', 3, 'a merge conflict'],
    ['a list', '\n[]', 2, 'it should hold an object'],
    ['no property', '{\n\n"test": {} }', 1, 'property should be'],
    ['no test', '{\n"property": "p",\n"test": "x",\n"counterexamples": [] }', 3, 'test should hold'],
    [
      'an entry without arguments',
      `{ "property": "p", "test": ${JSON.stringify(test)},\n"counterexamples": [{"arguments": []},\n{ "arguments": 3 }] }`,
      3,
      'a counterexample should have arguments',
    ],
  ])('names file and line of %s, and leaves it as it is', async (_, text, line, why) => {
    await withDirectory(async (directory) => {
      const store = new CounterexampleStore(directory);
      const path = store.pathOf('p');
      await writeFile(path, text);
      const expected = expect.objectContaining({ code: 'bad-counterexamples' }) as unknown;
      expect(() => store.read('p')).toThrow(`${path}:${line} cannot be read`);
      expect(() => store.read('p')).toThrow(why);
      await expect(store.add('p', test, { arguments: [] })).rejects.toEqual(expected);
      await expect(store.remove('p', () => true)).rejects.toEqual(expected);
      expect(store.list()).toEqual([{ path, fault: expected }]);
      expect(await readFile(path, 'utf8')).toBe(text);
      expect(await namesIn(directory)).toEqual(['p.json']);
    });
  });

  it('refuses a file that is called after another property', async () => {
    await withDirectory(async (directory) => {
      const store = new CounterexampleStore(directory);
      await writeFile(store.pathOf('p'), JSON.stringify({ property: 'q', test, counterexamples: [] }));
      expect(() => store.read('p')).toThrow('it is of the property "q"');
      expect(store.list()).toMatchObject([{ fault: { code: 'bad-counterexamples' } }]);
    });
  });

  it('takes away what it is told to, and the file with the last of it', async () => {
    await withDirectory(async (directory) => {
      const store = new CounterexampleStore(directory);
      for (const one of [1, 2, 3]) await store.add('p', test, { arguments: [one] });
      expect(await store.remove('p', ({ arguments: given }) => sameJson(given, [2]))).toBe(true);
      expect(store.read('p')?.counterexamples).toEqual([{ arguments: [1] }, { arguments: [3] }]);
      expect(await store.remove('p', () => false)).toBe(false);
      expect(await store.remove('p', () => true)).toBe(true);
      expect(await namesIn(directory)).toEqual([]);
      expect(await store.remove('p', () => true)).toBe(false);
    });
  });

  it('says what it cannot write', async () => {
    await withDirectory(async (directory) => {
      await writeFile(join(directory, 'file'), '');
      const store = new CounterexampleStore(join(directory, 'file'));
      await expect(store.add('p', test, { arguments: [] })).rejects.toMatchObject({ code: 'cannot-write' });
    });
  });
});

describe('a lock', () => {
  const owner = (pid: number, host = hostname()): string => JSON.stringify({ pid, host });
  /** The number of a process that has ended. */
  const ended = (): number => spawnSync(process.execPath, ['--version']).pid;

  it('is held while something is done, and no longer, even where that fails', async () => {
    await withDirectory(async (directory) => {
      const lock = join(directory, 'new', 'lock');
      expect(await withLock(lock, () => existsSync(lock))).toBe(true);
      await expect(
        withLock(lock, () => {
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect(existsSync(lock)).toBe(false);
    });
  });

  it('is taken from a holder that was killed', async () => {
    await withDirectory(async (directory) => {
      const lock = join(directory, 'lock');
      await writeFile(lock, owner(ended()));
      expect(await withLock(lock, () => 'done', 2)).toBe('done');
      expect(await namesIn(directory)).toEqual([]);
    });
  });

  it.each([
    ['a live holder', () => owner(process.pid)],
    ['a holder on another machine', () => owner(ended(), 'elsewhere')],
    ['one that is just being written', () => ''],
  ])('is never taken from %s', async (_, text) => {
    await withDirectory(async (directory) => {
      const lock = join(directory, 'lock');
      await writeFile(lock, text());
      await expect(withLock(lock, () => 'done', 2)).rejects.toThrow(`remove ${lock}`);
      expect(existsSync(lock)).toBe(true);
    });
  });

  it('is left to whoever is taking it from a killed holder already', async () => {
    await withDirectory(async (directory) => {
      const lock = join(directory, 'lock');
      await mkdir(directory, { recursive: true });
      await writeFile(lock, owner(ended()));
      await writeFile(`${lock}.stale`, owner(process.pid));
      await expect(withLock(lock, () => 'done', 3)).rejects.toMatchObject({ code: 'cannot-write' });
      expect(existsSync(lock)).toBe(true);
    });
  });
});

describe('what JSON does not keep', () => {
  class Point {
    readonly x = 1;
  }
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;

  it.each([
    [[new Date(0)], '/0', 'an instance of Date'],
    [{ a: new Map() }, '/a', 'an instance of Map'],
    [[{ a: new Point() }], '/0/a', 'an instance of Point'],
    [[1n], '/0', 'a bigint'],
    [[Number.NaN], '/0', 'NaN'],
    [[Infinity], '/0', 'Infinity'],
    [{ 'a/b': -0 }, '/a~1b', '-0'],
    [[undefined], '/0', 'undefined'],
    // oxlint-disable-next-line no-sparse-arrays -- the hole is what it is about
    [[1, , 2], '/1', 'undefined'],
    [[() => 1], '/0', 'a function'],
    [[{ toJSON: () => 1 }], '/0/toJSON', 'a function'],
    [[Symbol('a')], '/0', 'a symbol'],
    [[{ [Symbol('a')]: 1 }], '/0', 'an object with a symbol for a key'],
    [[Object.create(null)], '/0', 'an object without a prototype'],
    [[circle], '/0/self', 'an object that it stands in itself'],
  ])('is found in %o', (value, pointer, what) => {
    expect(unfaithfulIn(value)).toEqual({ pointer, what });
  });

  it('is nothing in what comes back the same', () => {
    const value = fc.jsonValue().filter((one) => !hasNegativeZero(one));
    fc.assert(fc.property(value, (one) => unfaithfulIn(one) === undefined));
    expect(unfaithfulIn({ a: undefined, b: [{}, {}] })).toBeUndefined();
    const twice = { x: 1 };
    expect(unfaithfulIn([twice, twice])).toBeUndefined();
  });
});

function hasNegativeZero(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasNegativeZero);
  return Object.is(value, -0);
}
