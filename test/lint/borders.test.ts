import { beforeAll, describe, expect, it } from 'vitest';

import { lintProject, type Verdict } from './lintProject.js';

/*
 * The borders written a second time, by hand, from the design page: `lint/rooms.js` derives its table from layers, this
 * one lists every pair.
 */
const GROUND = ['errors', 'source'];
const MAKING = [...GROUND, 'arbitrary', 'invariant'];
const BELOW_DOMAIN = [...MAKING, 'statistics', 'cohort', 'journey'];
const DOMAIN = [...BELOW_DOMAIN, 'domain'];
const FILES = ['validation', 'snapshot', 'shrink'];
const USES = [...FILES, 'analysis', 'report'];
const ADAPTER_SEES = [...DOMAIN, ...USES, 'laws'];

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  source: ['errors'],
  arbitrary: GROUND,
  invariant: GROUND,
  laws: MAKING,
  statistics: GROUND,
  cohort: [...MAKING, 'statistics'],
  journey: [...MAKING, 'statistics'],
  domain: [...BELOW_DOMAIN, 'zod'],
  validation: [...DOMAIN, 'zod'],
  analysis: [...DOMAIN, ...FILES, 'zod'],
  report: [...DOMAIN, ...FILES, 'analysis', 'zod'],
  snapshot: [...DOMAIN, 'zod', 'codegen'],
  shrink: [...DOMAIN, 'zod', 'codegen'],
  cli: [...DOMAIN, ...USES, 'zod', 'codegen'],
  zod: ADAPTER_SEES,
  faker: ADAPTER_SEES,
  vitest: ADAPTER_SEES,
  codegen: ADAPTER_SEES,
};
const DOOR_MAY_IMPORT = [...DOMAIN, ...USES, 'laws', 'zod', 'faker'];
const ROOMS = Object.keys(MAY_IMPORT);

const VALUES_IN: Readonly<Record<string, readonly string[]>> = {
  'fast-check': ['arbitrary', 'cohort', 'journey', 'laws', 'vitest', 'shrink'],
  zod: ['zod', 'arbitraries'],
  '@faker-js/faker': ['faker'],
  '@faker-js/faker/locale/en': ['faker'],
  vitest: ['vitest'],
  '@fast-check/vitest': ['vitest'],
  'ts-morph': ['codegen'],
  commander: ['cli'],
  echarts: ['report'],
  'echarts/core': ['report'],
  '@resvg/resvg-js': ['report'],
};
const TYPES_IN: Readonly<Record<string, readonly string[]>> = {
  ...VALUES_IN,
  'fast-check': [...(VALUES_IN['fast-check'] ?? []), 'source'],
  zod: ['zod', 'arbitraries', 'domain'],
};
const PACKAGES = Object.keys(VALUES_IN);
const PLACES = [...ROOMS, 'arbitraries'];

const folderOf = (place: string) => (place === 'arbitraries' ? 'arbitraries' : `src/${place}`);
const fileFor = (name: string) => name.replace(/[^a-z]/gu, '_');

/** File → its text and whether the borders refuse it. */
const PROBES: Readonly<Record<string, readonly [text: string, refused: string | undefined]>> = {
  // The ways to say an import, each refused once.
  'src/cohort/waysFrom.ts': ["export { x } from '../domain/index.js';\n", 'cohort may not import domain'],
  'src/cohort/waysType.ts': ["export type { x } from '../domain/index.js';\n", 'cohort may not import domain'],
  'src/cohort/waysLazy.ts': ["export const x = () => import('../domain/index.js');\n", 'cohort may not import domain'],
  'src/cohort/waysTemplate.ts': [
    'export const x = () => import(`../domain/index.js`);\n',
    'cohort may not import domain',
  ],
  'src/cohort/waysInline.ts': ["export type X = import('../domain/index.js').x;\n", 'cohort may not import domain'],
  'src/domain/zodLazy.ts': ["export const x = () => import('zod');\n", 'domain may not import zod'],
  'src/domain/zodInlineType.ts': ["export type X = import('zod').ZodType;\n", undefined],
  'src/domain/zodFromType.ts': ["export type { ZodType } from 'zod';\n", undefined],
  'src/domain/zodHalfType.ts': ["export { type ZodType } from 'zod';\n", 'domain may not import zod'],

  // Doors.
  'src/domain/pastDoor.ts': [
    "import { x } from '../cohort/rake.js';\nexport const y = x;\n",
    'reaches past the door src/cohort/index.js',
  ],
  'src/nowhere/index.ts': ['export { y } from "../errors/index.js";\n', 'src/nowhere: no such room'],
  'src/arbitrary/text/deep.ts': ["export { x } from '../../source/Source.js';\n", 'reaches past the door src/source'],
  'src/arbitrary/text/up.ts': ["export { x } from '../integer.js';\n", undefined],
  'src/arbitrary/intoFolder.ts': ["export { x } from './text/deep.js';\n", 'past the door src/arbitrary/text/index.js'],
  'src/arbitrary/intoDoor.ts': ["export { x } from './text/index.js';\n", undefined],
  'src/arbitrary/neighbour.ts': ["export { x } from './integer.js';\n", undefined],
  'src/domain/publicDoor.ts': ["export { x } from '../index.js';\n", 'domain may not import index'],
  'src/stray.ts': ["export { x } from './source/index.js';\n", 'no such room'],
  'src/domain/toStray.ts': ["export { x } from '../stray.js';\n", 'a stray file of src'],
  'src/domain/toTest.ts': ["export { x } from '../../test/support.js';\n", 'src imports nothing that lies outside src'],

  // The health domain and the public door.
  'arbitraries/door.ts': ["export { x } from '../src/index.js';\n", undefined],
  'arbitraries/customer/door.ts': ["export { x } from '../../src/index.js';\n", undefined],
  'arbitraries/past.ts': ["export { x } from '../src/arbitrary/index.js';\n", 'the public door src/index.js alone'],
  'arbitraries/laws.ts': ["export { x } from '../src/laws/index.js';\n", 'the public door src/index.js alone'],
  'arbitraries/own.ts': ["export { x } from './personas.js';\n", undefined],
  'arbitraries/ownPast.ts': [
    "export { x } from './customer/core.js';\n",
    'past the door arbitraries/customer/index.js',
  ],
  'arbitraries/toTest.ts': ["export { x } from '../test/support.js';\n", 'the public door src/index.js alone'],
  'src/domain/health.ts': ["export { x } from '../../arbitraries/index.js';\n", 'import the health domain'],
  'src/vitest/health.ts': ["export { x } from '../../arbitraries/index.js';\n", 'import the health domain'],
  'lint/health.ts': ["export { x } from '../arbitraries/index.js';\n", 'import the health domain'],
  'src/cli/health.ts': ["export { x } from '../../arbitraries/index.js';\n", undefined],
  'src/cli/lightDoor.ts': ["export { x } from '../../arbitraries/health.js';\n", undefined],
  'src/cli/healthPast.ts': [
    "export { x } from '../../arbitraries/customer.js';\n",
    'reaches past the door arbitraries',
  ],
  'test/health.ts': ["export { x } from '../arbitraries/customer.js';\n", undefined],
  'test/deep.ts': ["export { x } from '../src/source/Source.js';\n", undefined],
  'bench/health.ts': ["export { x } from '../arbitraries/index.js';\n", undefined],

  // Packages.
  'src/report/unknown.ts': ["export { x } from 'left-pad';\n", 'package left-pad has no place yet'],
  'arbitraries/unknown.ts': ["export { x } from 'fast-check';\n", 'arbitraries may not import fast-check'],
  'src/snapshot/node.ts': ["export { writeFile } from 'node:fs/promises';\n", undefined],
  'src/zod/ownName.ts': ["export { x } from 'cohort-check';\n", 'package cohort-check has no place yet'],
  'test/anything.ts': ["export { x } from 'left-pad';\n", undefined],
};

let findings: Verdict['findings'];

beforeAll(async () => {
  const files: Record<string, string> = {};
  for (const [file, [text]] of Object.entries(PROBES)) files[file] = text;
  for (const from of ROOMS) {
    for (const to of ROOMS) files[`src/${from}/to_${to}.ts`] = `export { x } from '../${to}/index.js';\n`;
  }
  for (const place of PLACES) {
    for (const name of PACKAGES) {
      files[`${folderOf(place)}/value_${fileFor(name)}.ts`] = `export { x } from '${name}';\n`;
      files[`${folderOf(place)}/type_${fileFor(name)}.ts`] = `import type { X } from '${name}';\nexport type Y = X;\n`;
    }
  }
  files['src/index.ts'] = [...ROOMS.map((room) => `./${room}`), '../arbitraries']
    .map((folder) => `export { x } from '${folder}/index.js';\n`)
    .join('');
  ({ findings } = await lintProject(files));
});

const refusals = (file: string) => (findings.get(file) ?? []).filter((line) => line.startsWith('house(borders)'));
const accepted = (file: string) => refusals(file).length === 0;

describe('the borders of the rooms', () => {
  it.each(ROOMS)('lets src/%s import the rooms below it and no other', (from) => {
    const open = ROOMS.filter((to) => to !== from && accepted(`src/${from}/to_${to}.ts`));
    expect(open.toSorted()).toEqual(MAY_IMPORT[from]?.toSorted());
  });

  it.each(PACKAGES)('keeps the values of %s in its places', (name) => {
    const open = PLACES.filter((place) => accepted(`${folderOf(place)}/value_${fileFor(name)}.ts`));
    expect(open.toSorted()).toEqual(VALUES_IN[name]?.toSorted());
  });

  it.each(PACKAGES)('keeps the types of %s in its places', (name) => {
    const open = PLACES.filter((place) => accepted(`${folderOf(place)}/type_${fileFor(name)}.ts`));
    expect(open.toSorted()).toEqual(TYPES_IN[name]?.toSorted());
  });

  const refused = Object.entries(PROBES).filter(([, [, fault]]) => fault !== undefined);
  it.each(refused)('refuses %s', (file, [, fault]) => {
    expect(refusals(file)).toEqual([expect.stringContaining(fault ?? '')]);
  });

  const passed = Object.entries(PROBES).filter(([, [, fault]]) => fault === undefined);
  it.each(passed)('lets %s pass', (file) => {
    expect(refusals(file)).toEqual([]);
  });

  it('lets the public door import all but the CLI and what has a door of its own', () => {
    const shut = refusals('src/index.ts').join('\n');
    expect(ROOMS.filter((room) => !shut.includes(`'./${room}/index.js'`)).toSorted()).toEqual(
      DOOR_MAY_IMPORT.toSorted(),
    );
    expect(shut).toContain("'../arbitraries/index.js': only");
  });
});
