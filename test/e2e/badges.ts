import { Project } from '../vitest/project.js';
import { ROOT } from './cli.js';

/** Where the counterexamples of the property below are kept. */
export const FILE = 'fixtures/counterexamples/points-stay-below-a-hundred.json';
/** Each starts vitest several times. */
export const PATIENCE = { timeout: 120_000 };

const ENTRIES = {
  'cohort-check/vitest': 'dist/src/vitest/index.js',
  'cohort-check/health': 'dist/arbitraries/index.js',
  'cohort-check': 'dist/src/index.js',
};

/**
 * A project that has the built package, which Node loads as it loads what is installed: vitest would translate a hundred
 * sources anew in every run.
 */
export async function withBuilt(use: (project: Project) => Promise<void>): Promise<void> {
  await Project.with(async (project) => {
    const alias = Object.entries(ENTRIES).map(([find, path]) => ({ find, replacement: `${ROOT}${path}` }));
    const test = `{ include: ['test/**/*.test.ts'], watch: false, server: { deps: { external: [/\\/dist\\//] } } }`;
    await project.write(
      'vitest.config.js',
      `export default { resolve: { alias: ${JSON.stringify(alias)} }, test: ${test} };\n`,
    );
    await use(project);
  });
}

/** A model of members, and a property of them. */
export function badges({ most = 500, fields = '', rules = '', limit = 100 } = {}): string {
  return `
import { describe, expect } from 'vitest';
import { choice, constant, defineModel, integer, invariant, record } from 'cohort-check';
import { remember, test } from 'cohort-check/vitest';

const model = defineModel({
  name: 'member',
  version: 1,
  id: 'name',
  arbitrary: record()
    .field('name', choice(['Ann', 'Zoë']))
    .field('points', integer({ min: 0, max: ${most} }))
    ${fields},
  invariants: [${rules}],
  schema: () => Promise.reject(new Error('not needed')),
});

describe('members (all)', () => {
  test.prop([model.arbitrary], remember('points stay below a hundred', { numRuns: 60 }))('are modest', (member) => {
    expect(member.points).toBeLessThan(${limit});
  });
});
`;
}
