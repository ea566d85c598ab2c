import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareSnapshot, snapshotFormats, writeSnapshot } from '../../src/snapshot/index.js';
import type { SnapshotDifference } from '../../src/snapshot/index.js';
import { people, peopleFrom, withDirectory } from './people.js';

const COUNT = 7000;

/** Writes a snapshot, changes a file, and compares. */
async function after(
  change: (text: string) => string,
  { file = 'people.json', count = COUNT }: { readonly file?: string; readonly count?: number } = {},
): Promise<SnapshotDifference | undefined> {
  return withDirectory(async (directory) => {
    const format = file.endsWith('ndjson') ? 'ndjson' : 'json';
    await writeSnapshot({ domain: people, out: directory, count, format });
    const path = join(directory, file);
    const text = await readFile(path, 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    await writeFile(path, changed);
    return compareSnapshot({ domain: people, directory, count, format });
  });
}

const idOf = (index: number): unknown => (peopleFrom(index, index + 1)[0] as { person_id: string }).person_id;

describe('compareSnapshot', () => {
  it.each(snapshotFormats)('finds nothing in a %s snapshot as it was written', async (format) => {
    await withDirectory(async (directory) => {
      const options = { domain: people, count: COUNT, format };
      await writeSnapshot({ ...options, out: directory });
      expect(await compareSnapshot({ ...options, directory })).toBeUndefined();
    });
  });

  it.each([0, 1])('finds nothing in a snapshot of %i records', async (count) => {
    await withDirectory(async (directory) => {
      await writeSnapshot({ domain: people, out: directory, count });
      expect(await compareSnapshot({ domain: people, directory, count })).toBeUndefined();
    });
  });

  it.each([0, 3, 5000, COUNT - 1])('names record %i and its line when a byte of it is flipped', async (index) => {
    const id = String(idOf(index));
    const found = await after((text) => text.replace(id, `X${id.slice(1)}`));
    const lines = JSON.stringify(peopleFrom(0, index + 1), null, 2).split('\n');
    expect(found).toEqual({
      file: 'people.json',
      record: index,
      id,
      line: lines.findIndex((line) => line.includes(id)) + 1,
      expected: `"person_id": "${id}",`,
      actual: `"person_id": "X${id.slice(1)}",`,
    });
  });

  it('shows the place itself in a long line', async () => {
    const found = await after((text) => text.replace(/"hobbies":(.*)\n$/, '"hobbys":$1\n'), { file: 'people.ndjson' });
    expect(found).toMatchObject({ record: COUNT - 1, line: COUNT, id: idOf(COUNT - 1) });
    expect(found?.expected).toMatch(/^….*"hobbies":/);
    expect(found?.actual).toMatch(/^….*"hobbys":/);
  });

  it('names the first record that is missing', async () => {
    const found = await after((text) => text.split('\n').slice(0, 4000).join('\n') + '\n', { file: 'people.ndjson' });
    expect(found).toMatchObject({ file: 'people.ndjson', record: 4000, id: idOf(4000), actual: undefined });
  });

  it('names the record that is missing in the middle', async () => {
    const found = await after(
      (text) =>
        text
          .split('\n')
          .filter((_, line) => line !== 50)
          .join('\n'),
      { file: 'people.ndjson' },
    );
    expect(found).toMatchObject({ record: 50, id: idOf(50) });
  });

  it('finds what was added at the end', async () => {
    const found = await after((text) => `${text}\n`);
    expect(found).toMatchObject({ file: 'people.json', expected: undefined });
    expect(found).not.toHaveProperty('record');
  });

  it.each(['people.json', 'manifest.json'])('says that %s is missing', async (file) => {
    await withDirectory(async (directory) => {
      await writeSnapshot({ domain: people, out: directory, count: 2 });
      await rm(join(directory, file));
      expect(await compareSnapshot({ domain: people, directory, count: 2 })).toEqual({
        file,
        expected: 'a file',
        actual: undefined,
      });
    });
  });

  it.each([
    [{ seed: 7 }, '/seed', '7', '42'],
    [{ count: 3 }, '/collections/0/size', '3', '2'],
    [{ asOf: '2025-01-01' }, '/reference_date', '"2025-01-01"', '"2025-03-31"'],
  ])('names the option that differs rather than the records: %j', async (options, pointer, expected, actual) => {
    await withDirectory(async (directory) => {
      await writeSnapshot({ domain: people, out: directory, count: 2 });
      expect(await compareSnapshot({ domain: people, directory, count: 2, ...options })).toEqual({
        file: 'manifest.json',
        pointer,
        expected,
        actual,
      });
    });
  });

  it.each([
    ['"version": "', '/generator/version'],
    ['"sha256": "', '/files/0/sha256'],
  ])('finds a change of %s in the manifest', async (member, pointer) => {
    const found = await after((text) => text.replace(member, `${member}0`), { file: 'manifest.json', count: 2 });
    expect(found).toMatchObject({ file: 'manifest.json', pointer });
  });

  it('finds members that do not belong in the manifest, and another layout of it', async () => {
    const added = await after((text) => text.replace('{', '{ "note": 1,'), { file: 'manifest.json', count: 2 });
    expect(added).toMatchObject({ pointer: '/note', expected: undefined, actual: '1' });
    const flat = await after((text) => JSON.stringify(JSON.parse(text)), { file: 'manifest.json', count: 2 });
    expect(flat).toMatchObject({ file: 'manifest.json', line: 1, expected: '{' });
    const garbled = await after(() => 'garbled', { file: 'manifest.json', count: 2 });
    expect(garbled).toEqual({ file: 'manifest.json', expected: 'JSON', actual: 'garbled' });
  });

  it('stops when it is told to', async () => {
    await withDirectory(async (directory) => {
      await writeSnapshot({ domain: people, out: directory, count: 2 });
      await expect(
        compareSnapshot({ domain: people, directory, count: 2, signal: AbortSignal.abort(new Error('enough')) }),
      ).rejects.toThrow('enough');
    });
  });
});
