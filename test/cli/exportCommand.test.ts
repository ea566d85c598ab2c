import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { namesIn, peopleFrom, withDirectory } from '../snapshot/people.js';
import { runHere } from './runHere.js';

describe('cohort-check export', () => {
  it('writes 500 records of seed 42 as JSON, with words on stderr alone', async () => {
    await withDirectory(async (out) => {
      const { code, out: said, err } = await runHere(['export', '--out', out]);
      expect(code).toBe(0);
      expect(said).toBe('');
      expect(err).toContain(`${join(out, 'people.json')}  500 records, `);
      expect(err).toMatch(/manifest\.json {2}seed 42, 0\.\d\d s, [\d,]+ records\/s\n$/);
      expect(await readFile(join(out, 'people.json'), 'utf8')).toBe(`${JSON.stringify(peopleFrom(0, 500), null, 2)}\n`);
    });
  });

  it('takes seed, count, date, directory and format', async () => {
    await withDirectory(async (directory) => {
      const out = join(directory, 'new one');
      const line = ['export', '--seed', '-3', '--count', '1_0', '--as-of', '2024-02-29', '--format', 'ndjson'];
      expect((await runHere([...line, '--out', out])).code).toBe(0);
      expect(await namesIn(out)).toEqual(['manifest.json', 'people.ndjson']);
      expect(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))).toMatchObject({
        seed: -3,
        reference_date: '2024-02-29',
        files: [{ records: 10, format: 'ndjson' }],
      });
    });
  });

  it('prints the result as JSON', async () => {
    await withDirectory(async (out) => {
      const { out: said, err } = await runHere(['export', '--count', '2', '--out', out, '--json']);
      expect(err).toBe('');
      expect(JSON.parse(said)).toMatchObject({ directory: out, files: [{ path: 'people.json' }], left_behind: [] });
    });
  });

  it('names what an earlier export left', async () => {
    await withDirectory(async (out) => {
      await runHere(['export', '--count', '2', '--out', out]);
      const { err } = await runHere(['export', '--count', '2', '--out', out, '--format', 'ndjson']);
      expect(err).toContain(`${join(out, 'people.json')}  of an earlier export, left as it was\n`);
    });
  });

  it('prints the records alone with --stdout', async () => {
    const { code, out, err } = await runHere(['export', '--count', '3', '--format', 'ndjson', '--stdout']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      peopleFrom(0, 3)
        .map((person) => `${JSON.stringify(person)}\n`)
        .join(''),
    );
  });

  it.each([
    ['EPIPE', 0, ''],
    ['ENOSPC', 1, 'cannot-write  standard output: cannot be written'],
    ['EIO', 1, 'cannot-write  standard output: cannot be written'],
  ])('ends with standard output failing with %s', async (code, exit, words) => {
    const stdout = new Writable({
      write: (_, __, done) => done(Object.assign(new Error(`failed: ${code}`), { code })),
    });
    const ran = await runHere(['export', '--stdout'], { stdout });
    expect(ran.code).toBe(exit);
    expect(ran.err.split('\n')[0]).toBe(words);
  });

  it('shows no progress where there is no terminal, however long it takes', async () => {
    await withDirectory(async (out) => {
      const { err } = await runHere(['export', '--count', '20000', '--out', out]);
      for (const sign of ['\u001B', '█', '%']) expect(err).not.toContain(sign);
    });
  });

  it('says that it was interrupted, and leaves what was there', async () => {
    await withDirectory(async (out) => {
      await runHere(['export', '--count', '2', '--out', out]);
      const before = await readFile(join(out, 'people.json'), 'utf8');
      const ran = await runHere(['export', '--out', out], { signal: AbortSignal.abort() });
      expect(ran).toEqual({ code: 130, out: '', err: 'interrupted: no file was changed\n' });
      expect(await readFile(join(out, 'people.json'), 'utf8')).toBe(before);
      expect(await namesIn(out)).toEqual(['manifest.json', 'people.json']);
    });
  });

  it('says in the house style what cannot be written', async () => {
    await withDirectory(async (directory) => {
      const out = join(directory, 'file');
      await writeFile(out, '');
      const { code, err } = await runHere(['export', '--out', out]);
      expect(code).toBe(2);
      expect(err).toBe(
        [
          `bad-path  ${out}: cannot be written`,
          '  why     a file stands where a directory is needed (EEXIST)',
          '  try     move it away, or name a directory, such as --out fixtures',
          '',
        ].join('\n'),
      );
    });
  });
});

describe('cohort-check export --check', () => {
  it('is content with files as they were written, and writes nothing', async () => {
    await withDirectory(async (out) => {
      await runHere(['export', '--out', out]);
      const ran = await runHere(['export', '--out', out, '--check']);
      expect(ran).toEqual({ code: 0, out: '', err: `${out}  is what seed 42 gives: 500 records\n` });
      expect((await runHere(['export', '--out', join(out, 'none'), '--check'])).code).toBe(1);
      expect(await namesIn(out)).toEqual(['manifest.json', 'people.json']);
    });
  });

  it('names file, record, line and the command that mends it', async () => {
    await withDirectory(async (out) => {
      await runHere(['export', '--out', out, '--seed', '5', '--count', '9']);
      const path = join(out, 'people.json');
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace(/"age": \d+(?![^]*"age")/, '"age": 130'));
      const { code, err } = await runHere(['export', '--out', out, '--seed', '5', '--count', '9', '--check']);
      expect(code).toBe(1);
      expect(err).toMatch(/^snapshot-differs {2}.*people\.json: record 8 \([-0-9a-f]{36}\) differs\n/);
      expect(err).toMatch(/\n {2}where {3}.*people\.json, line \d+\n/);
      expect(err).toMatch(/\n {2}why {5}expected `"age": \d+,`, found `"age": 130,`\n/);
      expect(err).toContain(`  try     write it anew: cohort-check export --seed 5 --count 9 --out '${out}'\n`);
    });
  });

  it('names what is missing', async () => {
    await withDirectory(async (out) => {
      const { code, err } = await runHere(['export', '--out', out, '--check']);
      expect(code).toBe(1);
      expect(err).toContain(`snapshot-differs  ${join(out, 'manifest.json')}: is missing\n`);
    });
  });

  it('tells the difference as JSON', async () => {
    await withDirectory(async (out) => {
      await runHere(['export', '--out', out, '--count', '2']);
      const same = await runHere(['export', '--out', out, '--count', '2', '--check', '--json']);
      expect(JSON.parse(same.out)).toEqual({ same: true, difference: null });
      const other = await runHere(['export', '--out', out, '--check', '--json']);
      expect(other.code).toBe(1);
      expect(JSON.parse(other.out)).toMatchObject({ same: false, difference: { pointer: '/collections/0/size' } });
    });
  });
});
