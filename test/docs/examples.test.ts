import { describe, expect, it } from 'vitest';
import { unknownCalls } from './commands.js';
import { examplesOfDocstrings, examplesOfMarkdown } from './Example.js';
import { instrument } from './instrument.js';
import { written } from './Pattern.js';
import { runExample } from './runExample.js';

async function faultsOf(code: string, file = 'README.md'): Promise<readonly string[]> {
  return (await runExample({ file, line: 10, language: 'ts', code })).faults();
}

describe('an example', () => {
  it('fails where its claim is wrong', async () => {
    expect(await faultsOf('1 + 1; // 3')).toEqual(['README.md:10: claims 3, is 2']);
    expect(await faultsOf("[1, 'a'] // [1, 'b']")).toEqual(["README.md:10: claims [1, 'b'], is [1, 'a']"]);
    expect(await faultsOf('const n = 4;\n\nconst x = n * 2; // 9')).toEqual(['README.md:12: claims 9, is 8']);
    expect(await faultsOf('console.log({ a: 1 }); // { a: 1, b: 2 }')).toEqual([
      'README.md:10: claims { a: 1, b: 2 }, is { a: 1 }',
    ]);
    expect(await faultsOf('1 + 1 // => 3')).toEqual(['README.md:10: claims 3, is 2']);
    expect(await faultsOf('[1]\n// [2]')).toEqual(['README.md:10: claims [2], is [1]']);
  });

  it.each([
    ['a number', '1 + 1; // 2'],
    ['a text, either quote', `'a' + 'b' // "ab"`],
    ['nothing', 'undefined // undefined'],
    ['a negative number', '-1 // -1'],
    ['NaN', 'Number("x") // NaN'],
    ['an object, keys in any order', '({ b: 1, a: [null, true] }) // { a: [null, true], b: 1 }'],
    ['left-out members', '({ a: 1, b: undefined }) // { a: 1 }'],
    ['the start of a text', "'abcdef' // 'abc…'"],
    ['the start of a list', '[1, 2, 3] // [1, …]'],
    ['some members', '({ a: 1, b: 2 }) // { a: 1, … }'],
    ['what is awaited', 'await Promise.resolve(4) // 4'],
    ['a result over several lines', '[1, { a: 2 }]; // [\n//   1,\n//   { a: 2 },\n// ]\n[2]; // [2]'],
    ['a result on the next lines', '[1, 2];\n// [\n//   1, 2,\n// ]'],
    ['an expression over several lines', '[1, 2, 3]\n  .map((n) => n * 2)\n  .filter((n) => n > 2); // [4, 6]'],
    ['an error', 'throw_(); // throws bad luck\nfunction throw_() { throw new Error("very bad luck"); }'],
    ['prose', '1 + 1; // is said to be two, or 3'],
    ['prose below', '[1];\n// Two [2] is another example.\n[2];'],
    ['types', 'const n: number = 1 satisfies number; // 1\ninterface A { a: 1 }'],
  ])('may state %s', async (_, code) => {
    expect(await faultsOf(code)).toEqual([]);
  });

  it('fails where a result over several lines is wrong in any of them', async () => {
    expect(await faultsOf('[1, 2] // [\n//   1,\n//   3,\n// ]')).toHaveLength(1);
    expect(await faultsOf('[1, 2]; // [1]\n[1, 2]; // [1, 2, 3]')).toHaveLength(2);
    expect(await faultsOf("'abcdef' // 'abd…'")).toHaveLength(1);
    expect(await faultsOf('[2] // [1, …]')).toHaveLength(1);
    expect(await faultsOf('({ a: 2 }) // { a: 1, … }')).toHaveLength(1);
    expect(await faultsOf("'1' // 1")).toHaveLength(1);
    expect(await faultsOf('({ a: 1, b: 2 }) // { a: 1 }')).toHaveLength(1);
  });

  it('fails where a claim cannot be read, rather than take it for prose', async () => {
    expect(await faultsOf('[1, 2] // [1, 2')).toEqual(['README.md:10: Error: line 1 claims what is no value: [1, 2']);
    expect(await faultsOf('1; // 1 or so')).toHaveLength(1);
  });

  it('fails where it throws, does not compile, or imports what is not published', async () => {
    expect(await faultsOf('nothing.at.all')).toEqual(['README.md:10: ReferenceError: nothing is not defined']);
    expect(await faultsOf('const = 1')).toHaveLength(1);
    expect(await faultsOf("import { x } from 'cohort-check/secret';\nx;")).toHaveLength(1);
    expect(await faultsOf("import { x } from './own.js';\nx;")).toHaveLength(1);
  });

  it('fails where it should throw and does not, or throws another error', async () => {
    expect(await faultsOf('1; // throws luck')).toEqual(['README.md:10: claims to throw luck, and does not throw']);
    const [fault] = await faultsOf("import { choice } from 'cohort-check';\nchoice([]); // throws luck");
    expect(fault).toMatch(/^README\.md:11: claims to throw luck, throws bad-option/);
  });

  it('fails where a claim is never reached', async () => {
    expect(await faultsOf('function f() {\n  1 + 1; // 2\n}')).toEqual(['README.md:11: 2 was never reached']);
    expect(await faultsOf('function f() {\n  1 + 1; // 3\n}\nf();')).toEqual(['README.md:11: claims 3, is 2']);
  });

  it('has the published entries, and as a docstring all exports without importing them', async () => {
    const call = 'sample(integer({ min: 0, max: 0 }), { count: 2 }) // [0, 0]';
    expect(await faultsOf(`import { integer, sample } from 'cohort-check';\n${call}`)).toEqual([]);
    expect(await faultsOf(call)).toHaveLength(1);
    expect(await faultsOf(call, 'src/arbitrary/integer.ts')).toEqual([]);
    expect(await faultsOf('const sample = 1;\nsample // 1', 'src/arbitrary/integer.ts')).toEqual([]);
    expect(await faultsOf("import fc, { nat } from 'fast-check';\nfc.nat === nat // true")).toEqual([]);
  });

  it('is told of with a value that can be pasted', () => {
    const value = { a: "it's\n", 'b-c': [1, -0, null, undefined, 2n], d: undefined, e: {} };
    expect(written(value)).toBe("{ a: 'it\\'s\\n', 'b-c': [1, -0, null, undefined, 2n], e: {} }");
    expect(instrument(`x // ${written({ 'b-c': ["it's"] })}`).claims).toHaveLength(1);
  });
});

describe('an example with a property', async () => {
  const code = [
    "import { integer } from 'cohort-check';",
    "import { test } from 'cohort-check/vitest';",
    "test.prop([integer({ min: 1, max: 9 })])('it is one of vitest', (n) => {",
    '  n - n; // 0',
    '  n > 4; // true',
    '});',
  ].join('\n');
  const session = await runExample({ file: 'README.md', line: 10, language: 'ts', code });

  it('has run it before it is asked for faults', () => {
    const faults = session.faults();
    expect(faults.length).toBeGreaterThan(0);
    expect(new Set(faults)).toEqual(new Set(['README.md:14: claims true, is false']));
  });
});

describe('examples are found', () => {
  it('in the fenced blocks of Markdown, with their lines', () => {
    const text = [
      '# Title',
      '```ts',
      'one();',
      '```',
      '- item',
      '  ```typescript title="x"',
      '  two();',
      '    deeper();',
      '  ```',
      '````md',
      '```ts',
      'not code',
      '```',
      '````',
      '```',
      'no language',
      '```',
      '~~~bash',
      'npm test',
      '~~~',
    ].join('\n');
    expect(examplesOfMarkdown('a.md', text).map(({ line, language, code }) => [line, language, code])).toEqual([
      [3, 'ts', 'one();'],
      [7, 'ts', 'two();\n  deeper();'],
      [11, 'md', '```ts\nnot code\n```'],
      [19, 'sh', 'npm test'],
    ]);
    expect(() => examplesOfMarkdown('a.md', 'x\n```ts\none();')).toThrow('a.md:2: this fence is never closed');
  });

  it('in docstrings, with their lines', () => {
    const text = [
      '/**',
      ' * Words.',
      ' *',
      ' * @example',
      ' * one()',
      ' *   .two() // 1',
      ' *',
      ' * @throws nothing',
      ' * @example three() // 3',
      ' */',
      'export const a = 1;',
      'interface B {',
      '  /** Short. @example is no tag here */',
      '  /**',
      '   * @example',
      '   * ```ts',
      '   * four()',
      '   * ```',
      '   */',
      '  b: 1;',
      '}',
    ].join('\n');
    expect(examplesOfDocstrings('a.ts', text).map(({ line, code }) => [line, code])).toEqual([
      [5, 'one()\n  .two() // 1'],
      [9, 'three() // 3'],
      [16, '\nfour()'],
    ]);
  });
});

describe('a shell example', () => {
  const known = {
    scripts: ['fixture', 'test'],
    commands: new Map([['export', new Set(['--seed', '--out', '-o'])]]),
  };
  const faults = (code: string, of: typeof known | { scripts: string[]; commands: undefined } = known): string[] =>
    unknownCalls({ file: 'README.md', line: 5, language: 'sh', code }, of);

  it('may call what exists', () => {
    const code = [
      '$ npm ci && npm run fixture',
      'npm test # npm run nothing',
      'TZ=UTC npx cohort-check export --seed 7 \\',
      '  --out=x -o y | head -n 3',
      'cohort-check --help',
      'npx cohort-check export --help',
      'npm run fixture -- --seed 7',
      'git clone x',
    ].join('\n');
    expect(faults(code)).toEqual([]);
  });

  it('fails where it calls what does not', () => {
    expect(faults('npm ci\nnpm ci && npm run fixtures')).toEqual([
      'README.md:6: npm run fixtures: package.json has no such script',
    ]);
    expect(faults('npm start')).toEqual(['README.md:5: npm start: package.json has no such script']);
    expect(faults('npm tets')).toHaveLength(1);
    expect(faults('npx cohort-check exprot --seed 7')).toEqual([
      'README.md:5: cohort-check exprot: there is no such command',
    ]);
    expect(faults('npx cohort-check export \\\n  --sede 7')).toEqual([
      'README.md:5: cohort-check export --sede: there is no such flag',
    ]);
    expect(faults('npm run fixture -- --sede 7')).toHaveLength(1);
  });

  it('is not held to commands while there is no command line', () => {
    const none = { scripts: ['test'], commands: undefined };
    expect(faults('npx cohort-check anything', none)).toEqual([]);
    expect(faults('npm run anything', none)).toHaveLength(1);
  });
});
