import { beforeAll, describe, expect, it } from 'vitest';

import { lintProject, type Verdict } from './lintProject.js';

/** Offending line → the rule that must refuse it, in `src/` and in `arbitraries/` alike. */
const IMPURE: readonly (readonly [line: string, rule: string])[] = [
  ['export const x = Math.random();', 'no-restricted-properties'],
  ["export const x = Math['random']();", 'no-restricted-properties'],
  ['export const { random } = Math;', 'no-restricted-properties'],
  ['export const x = [1, 2].map(Math.random);', 'no-restricted-properties'],
  ['export const x = globalThis.Math.random();', 'no-restricted-properties'],
  ['export const x = Date.now();', 'no-restricted-properties'],
  ['export const { now } = Date;', 'no-restricted-properties'],
  ['export const x = globalThis.Date.now();', 'no-restricted-properties'],
  ['export const x = new Date();', 'no-hidden-date'],
  ['export const x = new Date(2025, 2, 31);', 'no-hidden-date'],
  ['export const x = Date();', 'no-hidden-date'],
  ["export const x = new Intl.NumberFormat('en');", 'no-restricted-globals'],
  ['export const x = globalThis.Intl;', 'no-restricted-properties'],
  ["export const x = 'a'.localeCompare('b');", 'no-restricted-properties'],
  ['export const x = (12.5).toLocaleString();', 'no-restricted-properties'],
  ['export const x = new Date(0).toLocaleDateString();', 'no-restricted-properties'],
  ['export const x = new Date(0).toLocaleTimeString();', 'no-restricted-properties'],
  ["export const x = 'I'.toLocaleLowerCase();", 'no-restricted-properties'],
  ["export const x = 'i'.toLocaleUpperCase();", 'no-restricted-properties'],
  ['export const x = new Date(0).getFullYear();', 'no-restricted-properties'],
  ['export const x = new Date(0).getHours();', 'no-restricted-properties'],
  ['export const x = new Date(0).setDate(1);', 'no-restricted-properties'],
  ['export const x = new Date(0).getTimezoneOffset();', 'no-restricted-properties'],
  ['export const x = new Date(0).toDateString();', 'no-restricted-properties'],
];

/** The same for the whole repository. */
const UNSOUND: readonly (readonly [line: string, rule: string])[] = [
  ["export * from './made.js';", 'no-wildcard-exports'],
  ["export * as made from './made.js';", 'no-wildcard-exports'],
  ["export type * from './made.js';", 'no-wildcard-exports'],
  ['export default 1;', 'no-default-export'],
  ["console.log('x');", 'no-console'],
  ['export const x: any = 1;', 'no-explicit-any'],
  ['export const x = (a: unknown) => a == 1;', 'eqeqeq'],
  ["import { made } from './made.js';\nexport type Made = typeof made;", 'consistent-type-imports'],
  ["export const x = require('node:fs');", 'no-require-imports'],
  ["export { sep } from 'path';", 'prefer-node-protocol'],
  ['const later = async () => 1;\nexport const x = () => {\n  later();\n};', 'no-floating-promises'],
  [
    "export const x = (a: 'b' | 'c') => {\n  switch (a) {\n    case 'b':\n      return 1;\n  }\n  return 2;\n};",
    'switch-exhaustiveness-check',
  ],
];

/** What a careless rule would refuse too. */
const FINE = [
  'export const x = new Date(0).getUTCFullYear();',
  "export const x = new Date('2025-03-31').toISOString();",
  'export const x = Date.UTC(2025, 2, 31);',
  "export const x = 'I'.toLowerCase();",
  'export const x = Math.floor(1.5);',
  "export { made } from './made.js';",
];

const files: Record<string, string> = {
  'src/source/made.ts': 'export const made = 1;\n',
  'src/source/circleA.ts': "import { b } from './circleB.js';\nexport const a = (): number => b();\n",
  'src/source/circleB.ts': "import { a } from './circleA.js';\nexport const b = (): number => a();\n",
  'src/source/typesA.ts': "import type { B } from './typesB.js';\nexport interface A {\n  b?: B;\n}\n",
  'src/source/typesB.ts': "import type { A } from './typesA.js';\nexport interface B {\n  a?: A;\n}\n",
  'src/domain/roundA.ts': "export { x } from '../zod/index.js';\n",
  'src/zod/index.ts': "export { x } from '../domain/index.js';\n",
  'src/domain/index.ts': "export { x } from './roundA.js';\n",
  'src/cli/print.ts': "console.log('x');\n",
  'some.config.ts': 'export default {};\n',
  'test/hidden.test.ts':
    "import { expect, it } from 'vitest';\nit.only('asks', () => {\n  expect(1).toBe(1);\n});\nit('asks nothing', () => {});\n",
};
IMPURE.forEach(([line], i) => {
  files[`src/source/impure${i}.ts`] = `${line}\n`;
  files[`arbitraries/impure${i}.ts`] = `${line}\n`;
});
UNSOUND.forEach(([line], i) => {
  files[`src/source/unsound${i}.ts`] = `${line}\n`;
});
FINE.forEach((line, i) => {
  files[`src/source/fine${i}.ts`] = `${line}\n`;
});

let findings: Verdict['findings'];

beforeAll(async () => {
  ({ findings } = await lintProject(files));
});

const rulesOn = (file: string) => (findings.get(file) ?? []).map((line) => /\((.+?)\): /u.exec(line)?.[1] ?? line);

describe('the bans of the house style', () => {
  it.each(IMPURE.map(([line, rule], i) => ({ line, rule, i })))('refuses `$line` by $rule', ({ rule, i }) => {
    expect(rulesOn(`src/source/impure${i}.ts`)).toContain(rule);
    expect(rulesOn(`arbitraries/impure${i}.ts`)).toContain(rule);
  });

  it.each(UNSOUND.map(([line, rule], i) => ({ line, rule, i })))('refuses `$line` by $rule', ({ rule, i }) => {
    expect(rulesOn(`src/source/unsound${i}.ts`)).toContain(rule);
  });

  it.each(FINE.map((line, i) => ({ line, i })))('lets `$line` pass', ({ i }) => {
    expect(rulesOn(`src/source/fine${i}.ts`)).toEqual([]);
  });

  it.each(['src/source/circleA.ts', 'src/source/typesB.ts', 'src/zod/index.ts'])(
    'refuse the circle through %s',
    (file) => {
      expect(rulesOn(file)).toContain('no-cycle');
    },
  );

  it('lets the CLI use console and a config file export a default', () => {
    expect(rulesOn('src/cli/print.ts')).toEqual([]);
    expect(rulesOn('some.config.ts')).toEqual([]);
  });

  it('refuses a test that is focused or asks nothing', () => {
    expect(rulesOn('test/hidden.test.ts')).toEqual(expect.arrayContaining(['no-focused-tests', 'expect-expect']));
  });

  it('fails the build for a single offence and passes without one', async () => {
    const fine = { 'src/source/fine.ts': 'export const x = 1;\n' };
    expect((await lintProject(fine)).exitCode).toBe(0);
    expect((await lintProject({ ...fine, 'src/stray.ts': 'export const y = Math.random();\n' })).exitCode).not.toBe(0);
  });

  it('prints what to do instead', () => {
    expect(findings.get('src/source/impure0.ts')?.join()).toContain('draw from a Source');
    expect(findings.get('src/source/impure8.ts')?.join()).toContain('take the reference date instead');
  });
});
