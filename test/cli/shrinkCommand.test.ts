import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { health } from '../../arbitraries/health.js';
import { defineDomain } from '../../src/index.js';
import type { Domain } from '../../src/index.js';
import { namesIn, peopleCalled, peopleFrom, withDirectory } from '../snapshot/people.js';
import type { Person } from '../snapshot/people.js';
import { Kept, runHere } from './runHere.js';
import type { Ran } from './runHere.js';

interface Result {
  readonly value: Person;
  readonly tries: number;
  readonly milliseconds: number;
  readonly from: object;
  readonly to: object;
  readonly simplest: readonly string[];
  readonly matters: readonly string[];
  readonly breaks: readonly object[];
  readonly needs: readonly object[];
  readonly complete: boolean;
  readonly record?: { readonly index: number; readonly id?: string };
}

const schema = z.strictObject({
  person_id: z.uuid(),
  name: z.string(),
  home: z.strictObject({ state: z.string(), postal_code: z.string() }),
  age: z.int(),
  is_member: z.boolean(),
  last_visit: z.iso.date().nullable(),
  hobbies: z.array(z.string()),
});

/** The small domain with its schema. */
async function domain(): Promise<Domain> {
  const collection = peopleCalled('people');
  const model = { ...collection.model, schema: async () => schema };
  return defineDomain({ name: 'people', asOf: '2025-03-31', collections: [{ ...collection, model }] });
}

/** Six people, of whom the fifth is too old, and has a key that nobody knows. */
const PEOPLE = peopleFrom(0, 6).map((one, index) => (index === 4 ? { ...one, age: 97, crm: 'x' } : one)) as Person[];
const ID = PEOPLE[4]?.person_id ?? '';

const OLD = 'export default (one: { age: number }): boolean => one.age > 90;\n';
const OLD_IN_DATA = 'export default (all: { age: number }[]) => all.some(({ age }) => age > 90);\n';

interface Given {
  /** Of the file with records. */
  readonly name?: string;
  readonly text?: string;
  readonly predicate?: string;
  readonly world?: Parameters<typeof runHere>[1];
}

/** Runs the command on a file beside a predicate; `FILE`, `PREDICATE`, and `DIR` stand for their paths. */
async function shrinkHere(line: string, given: Given = {}): Promise<Ran & { readonly files: Record<string, string> }> {
  const { name = 'people.json', text = JSON.stringify(PEOPLE), predicate = OLD, world = {} } = given;
  return withDirectory(async (directory) => {
    const paths: Record<string, string> = {
      FILE: join(directory, name),
      PREDICATE: join(directory, 'predicate.ts'),
      DIR: directory,
    };
    await writeFile(paths['FILE'] ?? '', text);
    await writeFile(paths['PREDICATE'] ?? '', predicate);
    await mkdir(join(directory, 'folder'));
    const argv = line.split(' ').map((word) => word.replace(/FILE|PREDICATE|DIR/g, (place) => paths[place] ?? ''));
    const ran = await runHere(['shrink', ...argv], { domain, ...world });
    const files: Record<string, string> = {};
    for (const file of await namesIn(directory)) {
      if (![name, 'predicate.ts', 'folder'].includes(file)) files[file] = await readFile(join(directory, file), 'utf8');
    }
    return { ...ran, files, err: ran.err.replaceAll(directory, 'DIR') };
  });
}

const resultOf = ({ out }: Ran): Result => JSON.parse(out) as Result;

describe('cohort-check shrink', () => {
  it('finds the first record that fails and makes it as small as it goes', async () => {
    const ran = await shrinkHere('FILE --fails PREDICATE --json');
    expect({ code: ran.code, err: ran.err, files: ran.files }).toEqual({ code: 0, err: '', files: {} });
    const { value, tries, milliseconds, ...result } = resultOf(ran);
    expect(value.age).toBe(91);
    expect(value).not.toHaveProperty('crm');
    expect(value.hobbies).toEqual([]);
    expect(tries).toBeGreaterThan(5);
    expect(Number.isInteger(milliseconds)).toBe(true);
    expect(result).toEqual({
      from: { bytes: Buffer.byteLength(JSON.stringify(PEOPLE[4])), records: 1 },
      to: { bytes: Buffer.byteLength(JSON.stringify(value)), records: 1 },
      simplest: expect.arrayContaining(['/name', '/home/state']),
      matters: ['/age'],
      breaks: [],
      needs: [{ pointer: '/age', kind: 'value' }],
      complete: true,
      record: { index: 4, id: ID },
    });
  });

  it('writes the smallest case, prints a test, and says in words what was done', async () => {
    const { code, out, err, files } = await shrinkHere('FILE --fails PREDICATE --out DIR/least.json');
    expect(code).toBe(0);
    expect(Object.keys(files)).toEqual(['least.json']);
    const least = JSON.parse(files['least.json'] ?? '') as Person;
    expect(files['least.json']).toBe(`${JSON.stringify(least, null, 2)}\n`);
    expect(least.age).toBe(91);
    expect(out).toContain(`import { expect, it } from 'vitest';\n`);
    expect(out).toContain(`const smallest = ${JSON.stringify(least, null, 2)};\n`);
    expect(err).toMatch(
      new RegExp(`^DIR/people.json: record 4 \\(${ID}\\), the first of 5 asked for which the failure shows\n`),
    );
    expect(err).toMatch(/\n {2}shrunk {3}\d+ B → \d+ B in \d+ tries, \d/);
    expect(err).toContain('\n  fails    it returned true\n');
    expect(err).toContain('\n  needs    /age: a value that is not legal there\n');
    expect(err).toContain('\n  matters  /age: changed alone, the failure is gone\n');
    expect(err).toMatch(/\n {2}simplest \d+ fields; --json names them\n/);
    expect(err).toMatch(/\n {2}written {2}DIR\/least.json\n$/);
  });

  it('shrinks the whole array with --data', async () => {
    const ran = await shrinkHere('FILE --data --fails PREDICATE --json', { predicate: OLD_IN_DATA });
    expect(ran.code).toBe(0);
    const { value, record, from, to } = resultOf(ran);
    expect(value).toHaveLength(1);
    expect(value).toMatchObject([{ age: 91 }]);
    expect({ record, from, to }).toMatchObject({ record: undefined, from: { records: 6 }, to: { records: 1 } });
  });

  it.each([
    ['an id', ID],
    ['a place', '4'],
  ])('takes the record that %s names', async (_, wanted) => {
    const ran = await shrinkHere(`FILE --fails PREDICATE --json --record ${wanted}`);
    expect(resultOf(ran).record).toEqual({ index: 4, id: ID });
  });

  it('takes an id that is there for an id, though it might be a place', async () => {
    const people = PEOPLE.map((one, index) => ({ ...one, person_id: String(5 - index) }));
    const ran = await shrinkHere('FILE --fails PREDICATE --json --record 1', { text: JSON.stringify(people) });
    expect(resultOf(ran).record).toEqual({ index: 4, id: '1' });
  });

  it.each([
    ['one object', 'one.json', JSON.stringify(PEOPLE[4], null, 2), 0],
    ['one object on a line', 'one.json', JSON.stringify(PEOPLE[4]), 0],
    ['a list in an object', 'wrapped.json', JSON.stringify({ people: PEOPLE }), 4],
    ['NDJSON', 'people.ndjson', PEOPLE.map((one) => `${JSON.stringify(one)}\n`).join(''), 4],
    ['a byte order mark', 'people.json', `\uFEFF${JSON.stringify(PEOPLE)}`, 4],
  ])('reads %s', async (_, name, text, index) => {
    const ran = await shrinkHere('FILE --fails PREDICATE --json', { name, text });
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
    expect(resultOf(ran)).toMatchObject({ value: { age: 91 }, record: { index } });
  });

  it('reads the numbers of a CSV file as numbers, and its other texts as texts', async () => {
    const [collection] = health.collections;
    const one = collection.population({ size: 1, seed: 42, asOf: health.asOf }).at(0);
    const cells = Object.entries(flat({ ...one, core: { ...one?.core, age: 97 } }));
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const text = [0, 1].map((column) => cells.map((cell) => quoted(cell[column] ?? '')).join(',')).join('\n');
    const predicate = `import { inspect } from 'node:util';
      export default ({ core, engagement }: any) => {
        if (core.age <= 90) return false;
        if (typeof core.age !== 'number' || typeof core.location.postal_code !== 'string') throw new Error(inspect(core));
        if (!Array.isArray(engagement.visits)) throw new Error(inspect(engagement));
        return true;
      };`;
    const ran = await shrinkHere('FILE --fails PREDICATE --out DIR/out.json', {
      name: 'people.csv',
      text: `${text}\n`,
      predicate,
      world: { domain: async () => health },
    });
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('\n  fails    it returned true\n');
    expect(JSON.parse(ran.files['out.json'] ?? '')).toMatchObject({ core: { age: 91 } });
  });

  it('recognises records that have dozens of keys of their own beside ours', async () => {
    const own = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`crm_${index}`, index]));
    const text = JSON.stringify(PEOPLE.map((one) => ({ ...own, ...one })));
    const ran = await shrinkHere('FILE --fails PREDICATE --json', { text });
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
    expect(Object.keys(resultOf(ran).value)).toEqual(Object.keys(PEOPLE[0] ?? {}));
  });

  it('leaves out what cannot be read, and says so', async () => {
    const text = `{"broken\n${JSON.stringify(PEOPLE[4])}\n`;
    const ran = await shrinkHere('FILE --fails PREDICATE --json', { name: 'people.ndjson', text });
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/^DIR\/people\.ndjson: 1 place cannot be read and is left out: line 1, column \d+: /);
    expect(resultOf(ran).record).toEqual({ index: 1, id: ID });
    const lost = await shrinkHere('FILE --fails PREDICATE --record 0', { name: 'people.ndjson', text });
    expect(lost.err).toContain('\n  why     the record at this place cannot be read\n');
  });

  it('shows no word of what the predicate prints', async () => {
    const predicate = `console.log('NOISE'); export default (one: { age: number }) => {
      console.log('NOISE'); console.error('NOISE'); process.stdout.write('NOISE'); return one.age > 90; };`;
    const { code, out, err } = await shrinkHere('FILE --fails PREDICATE --out DIR/out.json', { predicate });
    expect(code).toBe(0);
    expect(out + err).not.toContain('NOISE');
  });

  it.skipIf(process.platform === 'win32')('asks a command', async () => {
    const argv = ['--command', `grep -q '"age":9[1-9]' {} && exit 1 || exit 0`];
    await withDirectory(async (directory) => {
      const file = join(directory, 'people.json');
      await writeFile(file, JSON.stringify(PEOPLE));
      const { code, out } = await runHere(['shrink', file, ...argv, '--json', '--out', join(directory, 'out.json')], {
        domain,
      });
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ value: { age: 91 }, record: { index: 4 } });
      expect(JSON.parse(await readFile(join(directory, 'out.json'), 'utf8'))).toMatchObject({ age: 91 });
    });
  });

  it('prints the smallest so far when it is interrupted, and exits as interrupted', async () => {
    const controller = new AbortController();
    const stderr = new Kept();
    let tries = 0;
    // Each try asks whether there is a terminal to show it on.
    Object.defineProperty(stderr, 'isTTY', {
      get: () => {
        if (++tries === 12) controller.abort();
        return false;
      },
    });
    const { code, out, files } = await shrinkHere('FILE --record 4 --fails PREDICATE --out DIR/out.json', {
      world: { signal: controller.signal, stderr },
    });
    expect(code).toBe(130);
    expect(stderr.text).toMatch(
      /^interrupted: this is the smallest so far\n.*people\.json: record 4 .*\n.* in 12 tries/,
    );
    expect(JSON.parse(files['out.json'] ?? '')).toMatchObject({ age: expect.any(Number) });
    expect(out).toContain(`it('holds for the smallest record that failed'`);
  });

  it('ends without a result when it is interrupted before the failure showed', async () => {
    const controller = new AbortController();
    controller.abort();
    const { code, out, err, files } = await shrinkHere('FILE --fails PREDICATE --out DIR/out.json', {
      world: { signal: controller.signal },
    });
    expect({ code, out, err, files }).toEqual({
      code: 130,
      out: '',
      err: 'interrupted: no file was changed\n',
      files: {},
    });
  });
});

describe('a wrong call of cohort-check shrink', () => {
  it.each([
    ['FILE', 2, 'wrong-usage  shrink: nothing says when the failure shows', '--fails ./predicate.ts'],
    ['FILE --fails PREDICATE --command true', 2, `wrong-usage  option '--fails <module>' cannot be used`, '--help'],
    ['FILE --command=', 2, 'wrong-usage  --command "": there is no command', '--command'],
    ['FILE --command true --export a', 2, `wrong-usage  option '--export <name>' cannot be used`, '--help'],
    ['FILE --fails PREDICATE --data --record 1', 2, `wrong-usage  option '--data' cannot be used`, '--help'],
    ['FILE --fails PREDICATE --timeout 0', 2, 'bad-option  --timeout "0"', '--timeout 1000'],
    ['FILE --fails PREDICATE --timeout 2147483648', 2, 'bad-option  --timeout "2147483648"', '--timeout 1000'],
    ['FILE --fails PREDICATE --timeout 1.5', 2, 'bad-option  --timeout "1.5"', '--timeout 1000'],
    ['FILE --fails PREDICATE --as-of today', 2, 'bad-option  --as-of "today"', '--as-of 2025-03-31'],
    ['FILE --fails PREDICATE --model cars', 2, 'unknown-collection  --model "cars"', 'one of people'],
    ['FILE --fails PREDICATE --record 6', 2, 'unknown-record  --record "6": DIR/people.json', '--record 5'],
    ['FILE --fails PREDICATE --record nobody', 2, 'unknown-record  --record "nobody"', '--record 5'],
    [`FILE --fails PREDICATE --record ${ID.slice(0, 13)}`, 2, 'unknown-record', `--record "${ID}"`],
    [
      'FILE --fails PREDICATE --record 0',
      1,
      'no-failure  DIR/people.json, record 0: the failure does not',
      '--record out',
    ],
    ['FILE --fails DIR/none.ts', 2, 'bad-path  --fails "DIR/none.ts": cannot be loaded', 'the path counts from'],
    ['DIR/none.json --fails PREDICATE', 2, 'bad-path  DIR/none.json: cannot be read', 'check the path'],
    ['DIR/folder --fails PREDICATE', 2, 'bad-path  DIR/folder: cannot be read', 'name a file in it'],
    ['FILE --fails PREDICATE --out DIR/none/out.json', 2, 'bad-path  --out "DIR/none/out.json"', '--out'],
    ['FILE --fails PREDICATE --out DIR/folder', 2, 'bad-path  --out "DIR/folder": cannot be written', '--out'],
    ['FILE --fails PREDICATE --out FILE', 2, 'bad-path  --out "DIR/people.json": cannot be written', '--out'],
  ])('as `%s` is answered with what was wrong and what to do', async (line, code, what, next) => {
    const out = line.includes('--out') ? '' : ' --out DIR/out.json';
    const ran = await shrinkHere(`${line}${out}`);
    expect({ code: ran.code, out: ran.out, files: ran.files }).toEqual({ code, out: '', files: {} });
    expect(ran.err.startsWith(what)).toBe(true);
    expect(ran.err.split('\n  try ')[1]).toContain(next);
    expect(ran.err).not.toMatch(/^ +at /m);
  });

  it.each([
    ['an empty file', 'people.json', '', 1, 'cannot-read  DIR/people.json: there is no record in it'],
    ['an empty list', 'people.json', '[]', 1, 'cannot-read  DIR/people.json: there is no record in it'],
    ['an empty NDJSON file', 'people.ndjson', '\n', 1, 'cannot-read  DIR/people.ndjson: there is no record in it'],
    ['a binary file', 'people.json', '\0\u0001\u0002', 2, 'not-text'],
    ['records of no known kind', 'cars.json', '[{"age":99,"wheels":4}]', 2, 'unknown-record  DIR/cars.json, record 0'],
  ])('on %s says so', async (_, name, text, code, what) => {
    const ran = await shrinkHere('FILE --fails PREDICATE --json', { name, text });
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' });
    expect(ran.err).toContain(what);
  });

  it('on records that all pass says how many were asked', async () => {
    const { code, err } = await shrinkHere('FILE --fails PREDICATE --json', {
      predicate: 'export default () => false',
    });
    expect(code).toBe(1);
    expect(err).toMatch(/^no-failure {2}DIR\/people\.json: the failure shows for none of 6 records\n/);
  });

  it.each([
    ['the second time', 'let calls = 0; export default () => calls++ === 0;', ''],
    ['the second time, for a named record', 'let calls = 0; export default () => calls++ === 0;', ' --record 1'],
  ])('on a predicate that answers otherwise %s says so', async (_, predicate, record) => {
    const { code, out, err } = await shrinkHere(`FILE --fails PREDICATE --json${record}`, { predicate });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^flaky-predicate {2}/);
  });

  it('that a command cannot be run for ends the search with an error, in its middle too', async () => {
    const { code, out, err } = await shrinkHere('FILE --record 4 --json --fails PREDICATE', {
      predicate: `import { rmSync } from 'node:fs';\nlet calls = 0;\nexport default () => { if (++calls === 3) { rmSync(__filename); process.exit(1); } return true; };`,
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^predicate-not-loaded {2}--fails "DIR\/predicate\.ts": the module does not load\n/);
  });
});

/** A record as the cells of a row, by the names of their columns. */
function flat(value: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]): [string, string][] =>
      typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.entries(flat(member as object, `${prefix}${key}.`))
        : [[`${prefix}${key}`, member === null ? '' : typeof member === 'string' ? member : JSON.stringify(member)]],
    ),
  );
}
