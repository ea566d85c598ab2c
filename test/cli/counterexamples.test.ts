import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defineDomain, defineModel, invariant, sample } from '../../src/index.js';
import { CounterexampleStore } from '../../src/shrink/index.js';
import { runReplay, storedIn } from '../../src/cli/counterexamples/index.js';
import type { CliContext } from '../../src/cli/CliContext.js';
import { namesIn, people, peopleCalled } from '../snapshot/people.js';
import type { Person } from '../snapshot/people.js';
import { outerEnvironment, Project } from '../vitest/project.js';
import { Kept, runHere } from './runHere.js';

const person = sample(peopleCalled('people').model.arbitrary, { seed: 1, count: 20 }).find(({ age }) => age > 18);
if (person === undefined) throw new Error('nobody is older than 18');
const { hobbies: _, ...older } = person;
const minor = { ...person, age: 18 };

const collection = peopleCalled('people');
/** The people, of whom a rule says since recently that nobody is 18. */
const strict = defineDomain({
  ...people,
  collections: [
    {
      ...collection,
      model: defineModel({
        ...collection.model,
        invariants: [
          invariant<Person>({
            id: 'older-than-eighteen',
            sentence: 'nobody is 18',
            check: ({ age }, report) => {
              if (age === 18) report('/age', 'too young', age, 'from 19');
            },
            breaker: (one) => ({ ...one, age: 18 }),
          }),
        ],
      }),
      arbitrary: () => collection.model.arbitrary.narrow({ age: { min: 19 } }) as typeof collection.model.arbitrary,
    },
  ],
});

let dir: string;
let store: CounterexampleStore;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cohort-check-kept-'));
  store = new CounterexampleStore(dir);
  const test = { file: 'test/age.test.ts', name: 'ages are told' };
  await store.add('Ages are told', test, { arguments: [person] });
  await store.add('Ages are told', test, { arguments: [older] });
  await store.add('Ages are told', test, { arguments: [minor] });
  await store.add('numbers', { ...test, name: 'numbers' }, { arguments: { n: 3 } });
  return async () => rm(dir, { recursive: true, force: true });
});

const run = async (...argv: string[]) =>
  runHere(['counterexamples', ...argv, '--dir', dir], { domain: async () => strict });

describe('counterexamples list', () => {
  it('says what is stored and what has become of it', async () => {
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^Ages are told\n {2}file .*ages-are-told--[0-9a-f]{10}\.json\n {2}test {2}ages are told \(test\/age\.test\.ts\)\n/,
    );
    expect(out).toContain('  1. person  legal\n  2. person  legal after mending\n       /0/hobbies  nothing → ');
    expect(out).toContain('  3. person  STALE: rule older-than-eighteen refuses it now: /age too young\n');
    expect(out).toContain('\nnumbers\n');
    expect(out).toContain('  1.  not known to the domain; its test checks it\n');
    expect((await run('list')).out).toBe(out);
  });

  it('prints JSON', async () => {
    const { code, out } = await run('list', 'numbers', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      properties: [
        {
          property: 'numbers',
          path: store.pathOf('numbers'),
          test: { file: 'test/age.test.ts', name: 'numbers' },
          counterexamples: [{ models: [], status: 'unknown', arguments: { n: 3 } }],
        },
      ],
      unreadable: [],
    });
  });

  it('names a file that it cannot read, and goes on with the others', async () => {
    await writeFile(join(dir, 'broken.json'), '{\n<<<<<<< HEAD\n');
    const { code, out, err } = await run();
    expect(code).toBe(1);
    expect(err).toContain(`${join(dir, 'broken.json')}:2 cannot be read`);
    expect(out).toContain('numbers');
    expect(JSON.parse((await run('list', '--json')).out)).toMatchObject({
      unreadable: [{ path: join(dir, 'broken.json'), code: 'bad-counterexamples' }],
    });
  });

  it('says that there is nothing, and of which property', async () => {
    const none = await runHere(['counterexamples', '--dir', join(dir, 'none')]);
    expect(none).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('no counterexamples are kept') as string,
    });
    const { code, err } = await run('list', 'nambers');
    expect(code).toBe(2);
    expect(err).toContain('unknown-property  "nambers": no counterexample of such a property is stored');
    expect(err).toContain('there are "Ages are told", "numbers"');
  });

  it('shows what would steer a terminal', async () => {
    await store.add('a', { file: 'a', name: 'red \u001b[31m' }, { arguments: [] });
    const { out } = await run('list', 'a');
    expect(out).toContain(String.raw`red \u001b[31m`);
    expect(out).not.toContain('\u001b');
  });
});

describe('counterexamples prune', () => {
  it('takes away what is stale, and nothing else', async () => {
    const before = await readFile(store.pathOf('Ages are told'), 'utf8');
    const dry = await run('prune', '--dry-run');
    expect(dry.out).toBe(
      'would take away 3. of "Ages are told" (stale: rule older-than-eighteen refuses it now: /age too young)\n',
    );
    expect(await readFile(store.pathOf('Ages are told'), 'utf8')).toBe(before);
    const { code, out, err } = await run('prune');
    expect({ code, err, out }).toEqual({ code: 0, err: '', out: dry.out.replace('would take', 'took') });
    expect(store.read('Ages are told')?.counterexamples.map((one) => one.arguments)).toEqual([[person], [older]]);
    expect(await run('prune')).toEqual({ code: 0, err: '', out: 'nothing is stale\n' });
  });

  it('takes away what is stale of the named properties alone', async () => {
    expect((await run('prune', 'numbers')).out).toBe('nothing is stale\n');
    expect(JSON.parse((await run('prune', 'Ages are told', '--json')).out)).toMatchObject({
      dryRun: false,
      pruned: [{ property: 'Ages are told', number: 3, arguments: [minor] }],
      unreadable: [],
    });
  });

  it('takes away whole files where they are named', async () => {
    expect((await run('prune', '--all')).code).toBe(2);
    expect(await namesIn(dir)).toHaveLength(2);
    expect((await run('prune', 'numbers.json', '--all')).out).toBe('took away 1. of "numbers"\n');
    expect(await namesIn(dir)).toHaveLength(1);
  });

  it('leaves a file that it cannot read, even where it is named', async () => {
    await writeFile(join(dir, 'broken.json'), '{');
    const { code, err } = await run('prune', 'broken', '--all');
    expect(code).toBe(1);
    expect(err).toContain('broken.json:1 cannot be read');
    expect(await readFile(join(dir, 'broken.json'), 'utf8')).toBe('{');
  });
});

describe('counterexamples replay', () => {
  const replay = async (project: Project, names: readonly string[] = []) => {
    const [stdout, stderr] = [new Kept(), new Kept()];
    const context = { stdout, stderr, env: outerEnvironment(), signal: new AbortController().signal };
    const stored = storedIn(join(project.root, 'fixtures/counterexamples'), names);
    const code = await runReplay(stored, context as Partial<CliContext> as CliContext, project.root);
    return { code, out: stdout.text, err: stderr.text };
  };
  const test = (name: string, most: number): string => `
import { integer } from 'cohort-check';
import { remember, test } from 'cohort-check/vitest';
test.prop([integer({ min: 0, max: 500 })], remember('small (a|b)'))(${JSON.stringify(name)}, (n) => n < ${most});
test('another one', () => { throw new Error('not to be run'); });
`;

  it('runs the tests of the properties, and tells where there are none any more', { timeout: 120_000 }, async () => {
    await Project.with(async (project) => {
      await project.write('test/small.test.ts', test('is small (a|b)', 100));
      await project.vitest();
      const failing = await replay(project);
      expect(failing.code).toBe(1);
      expect(failing.out).toContain('1 failed | 1 skipped');
      expect(failing.out).not.toContain('report');
      expect(failing.err).toContain('a stored counterexample: tried first');

      await project.write('test/small.test.ts', test('is small (a|b)', 501));
      expect(await replay(project, ['small (a|b)'])).toMatchObject({ code: 0 });

      await project.write('test/small.test.ts', test('is not large', 501));
      const renamed = await replay(project);
      expect(renamed.code).toBe(1);
      expect(renamed.err).toContain('"small (a|b)": no test called "is small (a|b)" ran in "test/small.test.ts"');
    });
  });

  it('says that there is nothing to replay', async () => {
    const { code, err } = await runHere(['counterexamples', 'replay', '--dir', join(dir, 'none')]);
    expect(code).toBe(0);
    expect(err).toContain('there is nothing to replay');
  });
});

afterEach(async () => {
  expect((await namesIn(dir)).filter((name) => name.startsWith('.') || name.endsWith('.tmp'))).toEqual([]);
});
