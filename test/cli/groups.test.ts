import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CliContext } from '../../src/cli/CliContext.js';
import { withDirectory } from '../snapshot/people.js';
import { town, treeOf, visitsIn } from '../snapshot/town.js';
import type { Visit } from '../snapshot/town.js';
import { Kept, runHere } from './runHere.js';
import type { Ran } from './runHere.js';

const shortcuts: CliContext['shortcuts'] = [
  { flags: '--age <years>', paths: { people: 'age', visit: 'user.age' }, description: 'age' },
  { flags: '--member <yes|no>', paths: { people: 'is_member' }, description: 'membership' },
  { flags: '--kind <kind>', paths: { tour: 'kind' }, description: 'kind of tour' },
];

/** Runs the command line over the town: people, and two collections of visits in a folder. */
const run = async (argv: readonly string[], given: Partial<CliContext> = {}): Promise<Ran> =>
  runHere(argv, { domain: async () => town, shortcuts, ...given });

describe('cohort-check export --only', () => {
  it('writes the files that it names, separated by commas or one by one', async () => {
    await withDirectory(async (directory) => {
      const [first, second] = [join(directory, 'a'), join(directory, 'b')];
      const { code, out, err } = await run(['export', '--count', '30', '--only', 'tour, people', '--out', first]);
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err.split('\n').map((line) => line.replace(/ {2}.*/, ''))).toEqual([
        join(first, 'people.json'),
        join(first, 'visits/tour.json'),
        join(first, 'manifest.json'),
        '',
      ]);
      await run(['export', '--count', '30', '--only', 'people', '--only', 'tour', '--out', second]);
      expect(await treeOf(second)).toEqual(await treeOf(first));
    });
  });

  it('tells the number of records, not of places, and nothing of files that it has not written', async () => {
    await withDirectory(async (out) => {
      await run(['export', '--count', '30', '--out', out]);
      const { err } = await run(['export', '--count', '30', '--only', 'visit', '--out', out]);
      expect(err).toContain(`${join(out, 'visits/arrival.json')}  10 records, `);
      expect(err).toContain(`${join(out, 'visits/tour.json')}  5 records, `);
      expect(err).not.toContain('people.json');
      const { out: said } = await run(['export', '--count', '30', '--only', 'tour', '--out', out, '--json']);
      expect(JSON.parse(said)).toMatchObject({
        files: [{ path: 'visits/tour.json', records: 5 }],
        kept: ['people.json', 'visits/arrival.json'],
        left_behind: [],
      });
      const other = await run(['export', '--count', '31', '--only', 'tour', '--out', out]);
      expect(other.err).toContain(`${join(out, 'people.json')}  of an earlier export, left as it was\n`);
    });
  });

  it('prints the one file that it names with --stdout', async () => {
    const line = ['export', '--count', '30', '--format', 'ndjson', '--stdout'];
    const { code, out, err } = await run([...line, '--only', 'tour']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trimEnd().split('\n')).toEqual(visitsIn(30, 'tour').map((visit) => JSON.stringify(visit)));
    expect((await run(line)).out).toBe((await run([...line, '--only', 'people'])).out);
  });

  it('checks the files that it names, and counts their records', async () => {
    await withDirectory(async (out) => {
      const line = ['export', '--count', '30', '--out', out];
      await run(line);
      await writeFile(join(out, 'people.json'), '[]');
      const said = async (...more: string[]): Promise<Ran> => run([...line, '--check', ...more]);
      expect(await said('--only', 'visits')).toEqual({
        code: 0,
        out: '',
        err: `${out}  is what seed 42 gives: 15 records in 2 files\n`,
      });
      expect((await said('--only', 'tour')).err).toBe(`${out}  is what seed 42 gives: 5 records\n`);
      expect(JSON.parse((await said('--only', 'tour', '--json')).out)).toEqual({ same: true, difference: null });
      expect((await said()).code).toBe(1);
      const path = join(out, 'visits/tour.json');
      await writeFile(path, (await readFile(path, 'utf8')).replace('"tour"', '"Tour"'));
      const { code, err } = await said('--only', 'visit');
      expect(code).toBe(1);
      expect(err).toMatch(/^snapshot-differs {2}.*tour\.json: record 0 \(/);
      expect(err).toContain(`write it anew: cohort-check export --count 30 --only visit --out '${out}'\n`);
    });
  });

  it.each([
    ['--only nobody', 'unknown-collection  --only "nobody": the town domain has no such collection', 'people, arrival'],
    ['--only people,nobody', 'unknown-collection  --only "nobody"', 'the group visit'],
    ['--only nobody --stdout', 'unknown-collection  --only "nobody"', 'the folder visits'],
    ['--only people, --check', 'bad-option  --only "people,"', '--only customers'],
    ['--only=', 'bad-option  --only ""', '--only customers'],
    ['--only visit --stdout', 'bad-option  --only visit: these are 2 files', '--stdout --only arrival'],
    ['--only tour --only people --stdout', 'bad-option  --only tour,people: these are 2', '--stdout --only people'],
  ])('refuses %s', async (line, what, next) => {
    await withDirectory(async (out) => {
      const ran = await run(['export', ...line.split(' '), '--out', out]);
      expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' });
      expect(ran.err.startsWith(what)).toBe(true);
      expect(ran.err.split('\n  try ')[1]).toContain(next);
      expect(await treeOf(out)).toEqual({});
    });
  });
});

describe('cohort-check sample of a group', () => {
  const visits = async (...argv: string[]): Promise<Visit[]> => {
    const { code, out, err } = await run(['sample', ...argv, '--json', '--count', '20']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const found = JSON.parse(out) as Visit[];
    expect(found).toHaveLength(20);
    return found;
  };

  it.each([
    [['visit'], 'arrival'],
    [['visits'], 'arrival'],
    [['arrival'], 'arrival'],
    [['tour'], 'tour'],
    [['visit', 'tour'], 'tour'],
    [['visits', 'arrival'], 'arrival'],
  ])('takes %j for %s', async (words, kind) => {
    expect(new Set((await visits(...words)).map((visit) => visit.kind))).toEqual(new Set([kind]));
  });

  it('prints a timeline below the rows, within the width', async () => {
    const stdout = new Kept({ columns: 50 });
    expect((await run(['sample', 'visit', 'tour', '--count', '20'], { stdout })).code).toBe(0);
    expect(stdout.text.match(/^A visit: tour\n {2}age {2}\d+\n\n {2}2025-\d\d-\d\d \d\d:\d\d {2}✓ \w/gm)).toHaveLength(
      20,
    );
    expect(Math.max(...stdout.text.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(50);
  });

  it('holds the field that a short name means for the picked collection', async () => {
    for (const visit of await visits('visit', '--age', '40..45')) expect(visit.user.age).toSatisfy((age) => age >= 40);
    for (const visit of await visits('tour', '--age', '..19', '--kind', 'tour'))
      expect(visit.user.age).toBeLessThan(20);
    const people = (await visits('--age', '70..', '--member', 'yes')) as unknown as { age: number }[];
    for (const person of people) expect(person.age).toBeGreaterThanOrEqual(70);
  });

  it.each([
    ['visit --member yes', 'unknown-field  --member yes: arrival has no field of this short name', '--age'],
    ['arrival --kind tour', 'unknown-field  --kind tour: arrival has no field of this short name', '--age'],
    ['people --kind tour', 'unknown-field  --kind tour: people has no field of this short name', '--age, --member'],
    ['visit --age 200', 'constraint-clash  user.age: nothing meets 200', ''],
    ['nobody', 'unknown-collection  "nobody": the town domain has no such collection', 'the group visit'],
    ['visit people', 'unknown-collection  "visit" "people": visit holds no such collection', 'one of arrival, tour'],
    ['people tour', 'unknown-collection  "people" "tour": people holds no such collection', 'leave tour out'],
    ['visit tour now', 'wrong-usage  too many arguments', '--help'],
  ])('refuses `sample %s`', async (line, what, next) => {
    const { code, out, err } = await run(['sample', ...line.split(' ')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.startsWith(what)).toBe(true);
    expect(err.split('\n  try ')[1]).toContain(next);
  });

  it('says which collections a short name is for', async () => {
    expect((await run(['sample', 'tour', '--member', 'no'])).err).toContain('  why     --member is for people\n');
  });
});
