import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { CliContext } from '../../src/cli/CliContext.js';
import type { FixResult } from '../../src/cli/validation/fixFiles.js';
import type { ValidationReport } from '../../src/validation/index.js';
import { namesIn, withDirectory } from '../snapshot/people.js';
import { treeOf } from '../snapshot/town.js';
import { Kept, runHere } from './runHere.js';
import type { Ran } from './runHere.js';
import { changed, guestsOf, inn, jsonFile } from './validatePeople.js';

async function validate(argv: readonly string[], given: Partial<CliContext> = {}): Promise<Ran> {
  return runHere(['validate', ...argv], { domain: async () => inn, stdout: new Kept({ columns: 300 }), ...given });
}

/** As `validate`, with what it printed. */
async function told(argv: readonly string[], given: Partial<CliContext> = {}): Promise<Ran> {
  const stdout = new Kept({ columns: 300 });
  const ran = await validate(argv, { stdout, ...given });
  return { ...ran, out: stdout.text };
}

const legal = guestsOf(10);
const wrong = changed(changed(legal, 3, { age: 7, years_left: 93 }), 8, { years_left: 1 });

describe('cohort-check validate --fix', () => {
  it('writes a legal copy of a file, lists every change, and leaves the file as it was', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', wrong);
      const before = await readFile(path, 'utf8');
      const out = join(directory, 'mended.json');
      const ran = await told([path, '--fix', out]);
      const mended = JSON.parse(await readFile(out, 'utf8')) as typeof legal;
      expect(mended[3]).toEqual({ ...wrong[3], age: 18, years_left: 82 });
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).toContain('\n2 errors in 2 of 10 records\n');
      expect(ran.out.split('--json\n').at(-1)).toBe(
        [
          `${path} 3 /3/age: 7 → 18`,
          `${path} 3 /3/years_left: 93 → 82`,
          `${path} 8 /8/years_left: 1 → ${100 - (legal[8]?.age ?? 0)}`,
          `${out}  10 records, 2 of them mended`,
          'the copy: no errors in 10 records',
          '',
        ].join('\n'),
      );
      expect(mended.filter((_, index) => index !== 3)).toEqual(legal.filter((_, index) => index !== 3));
      expect(await readFile(path, 'utf8')).toBe(before);
      expect(await namesIn(directory)).toEqual(['guests.json', 'mended.json']);
    });
  });

  it('exits by what is left: what is wrong between records is not mended', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', [...wrong, wrong[0]]);
      const { code, out } = await told([path, '--fix', join(directory, 'mended.json')]);
      expect(code).toBe(1);
      expect(out).toMatch(
        /\nleft in the copy: 2 errors \(record-count 1, unique-id 1\); what is wrong between records is not mended\n$/,
      );
      const counted = await told([path, '--fix', join(directory, 'other.json'), '--count', 'any']);
      expect(counted.out).toMatch(/\nleft in the copy: 1 error \(unique-id 1\); /);
    });
  });

  it('tells changes and what is left as JSON', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', wrong);
      const out = join(directory, 'mended.json');
      const ran = await told([path, '--fix', out, '--json']);
      expect(ran.code).toBe(0);
      const report = JSON.parse(ran.out) as ValidationReport & FixResult;
      expect(report).toMatchObject({
        ok: false,
        counts: { errors: 2 },
        left: { ok: true, counts: { errors: 0, records: 10 } },
      });
      expect(report.violations).toHaveLength(2);
      expect(report.copies).toEqual([{ path: out, of: path, records: 10, mended: 2 }]);
      expect(report.fixes).toEqual([
        { file: path, record: 3, pointer: '/3/age', old: 7, new: 18 },
        { file: path, record: 3, pointer: '/3/years_left', old: 93, new: 82 },
        { file: path, record: 8, pointer: '/8/years_left', old: 1, new: legal[8]?.years_left },
      ]);
    });
  });

  it('is quiet about changes when it should be', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', wrong);
      const ran = await told([path, '--fix', join(directory, 'mended.json'), '--quiet']);
      expect(ran.code).toBe(0);
      expect(ran.out).toMatch(/^ rule /);
      expect(ran.out).not.toContain('→');
      const fine = await jsonFile(directory, 'legal.json', legal);
      expect(await told([fine, '--fix', join(directory, 'same.json'), '--quiet'])).toMatchObject({ code: 0, out: '' });
      expect(await readFile(join(directory, 'same.json'), 'utf8')).toBe(await readFile(fine, 'utf8'));
    });
  });

  it('writes several files below a directory, as they lie to each other, and in the formats that they have', async () => {
    await withDirectory(async (directory) => {
      await mkdir(join(directory, 'in', 'more', 'deep'), { recursive: true });
      const paths = [
        await jsonFile(directory, 'in/guests.json', wrong),
        await jsonFile(directory, 'in/more/guests.json', guestsOf(2, 7)),
        join(directory, 'in/more/deep/lines.ndjson'),
      ];
      const lines = changed(guestsOf(4, 9), 2, { age: 7 }).map((one) => `${JSON.stringify(one)}\n`);
      await writeFile(paths[2]!, lines.join(''));
      const out = join(directory, 'out');
      expect((await told([...paths, '--fix', out])).code).toBe(0);
      const tree = await treeOf(out);
      expect(Object.keys(tree).sort()).toEqual(['guests.json', 'more/deep/lines.ndjson', 'more/guests.json']);
      const mended = (tree['more/deep/lines.ndjson'] ?? '').split(/(?<=\n)/);
      expect(mended.map((line, index) => line === lines[index])).toEqual([true, true, false, true]);
      expect(JSON.parse(mended[2] ?? '')).toMatchObject({ age: 18, years_left: 82 });
      expect(tree['more/guests.json']).toBe(await readFile(paths[1]!, 'utf8'));
    });
  });

  it('writes into a directory that is there', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', wrong);
      await mkdir(join(directory, 'out'));
      expect((await told([path, '--fix', join(directory, 'out')])).code).toBe(0);
      expect(await namesIn(join(directory, 'out'))).toEqual(['guests.json']);
      const again = await told([path, '--fix', join(directory, 'out')]);
      expect(again.code).toBe(2);
      expect(again.err).toMatch(/^bad-path {2}--fix: .*guests\.json is there already\n/);
    });
  });

  it('writes the copy of a CSV file as JSON, with the cells read', async () => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'guests.csv');
      const [one, two] = guestsOf(2, 7);
      await writeFile(
        path,
        'guest_id,kind,name,age,years_left,visits,note\n' +
          `${one?.guest_id},guest,Ann,44,56,[],seen\n${two?.guest_id},guest,Bo,7,93,[],lost\n`,
      );
      const out = join(directory, 'mended.json');
      const ran = await told([path, '--fix', out]);
      expect(ran.code).toBe(0);
      const rest = { kind: 'guest', visits: [] };
      const expected = [
        { guest_id: one?.guest_id, name: 'Ann', age: 44, years_left: 56, ...rest, note: 'seen' },
        { guest_id: two?.guest_id, name: 'Bo', age: 18, years_left: 82, ...rest, note: 'lost' },
      ];
      const text = await readFile(out, 'utf8');
      expect(JSON.parse(text)).toEqual(expected);
      expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
      // Reading a cell is no change.
      expect(ran.out.match(/^.* → .*$/gm)).toEqual([`${path} 1 /1/age: 7 → 18`, `${path} 1 /1/years_left: 93 → 82`]);
      expect(await told([path, '--fix', join(directory, 'mended.csv')])).toMatchObject({ code: 2 });
      expect((await told([path, '--fix', join(directory, 'new')])).code).toBe(0);
      await mkdir(join(directory, 'dir'));
      await told([path, '--fix', join(directory, 'dir')]);
      expect(await namesIn(join(directory, 'dir'))).toEqual(['guests.json']);
    });
  });

  it.each([
    ['json', (text: string) => `[${text.repeat(2).replaceAll(/\n$/g, '')}`],
    ['ndjson', (text: string) => `${text}{"age": oops}\n`],
    ['csv', (text: string) => `${text}1,2,3\n`],
  ])('refuses to lose a record of %s that cannot be read, and names its line', async (ending, spoil) => {
    await withDirectory(async (directory) => {
      const path = join(directory, `guests.${ending}`);
      const text = {
        json: `${JSON.stringify(wrong, null, 2)}\n`,
        ndjson: wrong.map((one) => `${JSON.stringify(one)}\n`).join(''),
        csv: `guest_id,kind,name,age,years_left,visits\n${legal.map((one) => `${one.guest_id},guest,Ann,44,56,[]\n`).join('')}`,
      }[ending];
      await writeFile(path, spoil(text ?? ''));
      const { code, err } = await told([path, '--fix', join(directory, 'mended.json')]);
      expect(code).toBe(1);
      expect(err).toMatch(
        /^cannot-read {2}.*guests\.\w+: line \d+, column \d+: .*\n {2}why .*none was written\n {2}try .*line.*\n$/,
      );
      expect(await namesIn(directory)).toEqual([`guests.${ending}`]);
    });
  });

  it('leaves no file and no directory behind when it is interrupted', async () => {
    await withDirectory(async (directory) => {
      const paths = [await jsonFile(directory, 'a.json', wrong), await jsonFile(directory, 'b.json', guestsOf(4, 7))];
      const interruption = new AbortController();
      const stdout = new Writable({
        write: (chunk: Buffer, _, done) => {
          if (chunk.toString().includes('→')) interruption.abort();
          done();
        },
      });
      const ran = await validate([...paths, '--fix', join(directory, 'out')], { stdout, signal: interruption.signal });
      expect(interruption.signal.aborted).toBe(true);
      expect(ran).toMatchObject({ code: 130, err: 'interrupted: no file was changed\n' });
      expect(await namesIn(directory)).toEqual(['a.json', 'b.json']);
    });
  });

  it('never overwrites, not even what comes to stand there while it works', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', wrong);
      const out = join(directory, 'mended.json');
      const stdout = new Writable({
        write: (chunk: Buffer, _, done) => {
          void (chunk.toString().includes('→') ? writeFile(out, 'mine') : Promise.resolve()).then(() => done());
        },
      });
      const ran = await validate([path, '--fix', out], { stdout });
      expect(ran.code).toBe(2);
      expect(ran.err).toMatch(/^bad-path {2}--fix: .*mended\.json cannot be written\n {2}why .*\(EEXIST\)\n/);
      expect(await readFile(out, 'utf8')).toBe('mine');
      expect(await namesIn(directory)).toEqual(['guests.json', 'mended.json']);
    });
  });

  it.each([
    [
      'the input itself',
      'guests.json',
      ['guests.json'],
      /guests\.json is there already\n {2}why {5}nothing is overwritten/,
    ],
    [
      'a file, for several',
      'other.json',
      ['guests.json', 'legal.json'],
      /other\.json is there already\n {2}why {5}the copies of 2 files/,
    ],
    ['what lies in no directory', 'none/mended.json', ['guests.json'], /there is no such directory \(ENOENT\)/],
    [
      'what lies in a file',
      'other.json/mended.json',
      ['guests.json'],
      /a file stands where a directory is needed \(ENOTDIR\)/,
    ],
    [
      'two copies of one name',
      'out',
      ['guests.json', 'guests.csv'],
      /two of the copies would be called .*guests\.json/,
    ],
  ])('refuses to write to %s', async (_, out, files, words) => {
    await withDirectory(async (directory) => {
      await jsonFile(directory, 'guests.json', wrong);
      await jsonFile(directory, 'legal.json', guestsOf(2, 7));
      await jsonFile(directory, 'other.json', []);
      await writeFile(join(directory, 'guests.csv'), 'guest_id,age\na,1\n');
      const before = await treeOf(directory);
      const ran = await told([...files.map((file) => join(directory, file)), '--fix', join(directory, out)]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toMatch(words);
      expect(ran.err).toMatch(/\n {2}try {5}.*\n$/);
      expect(await treeOf(directory)).toEqual(before);
    });
  });
});
