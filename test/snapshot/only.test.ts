import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defineDomain } from '../../src/index.js';
import {
  compareSnapshot,
  readManifest,
  streamRecords,
  verifySnapshot,
  writeSnapshot,
} from '../../src/snapshot/index.js';
import type { SnapshotOptions } from '../../src/snapshot/index.js';
import { peopleCalled, withDirectory } from './people.js';
import { town, treeOf, visitsCalled } from './town.js';

const COUNT = 20;

/** Writes the picked files, and tells what the manifest lists, what was written, and what was left behind. */
async function write(out: string, only?: readonly string[], options: Partial<SnapshotOptions> = {}) {
  const { manifest, written, leftBehind } = await writeSnapshot({
    domain: town,
    count: COUNT,
    out,
    ...(only === undefined ? {} : { only }),
    ...options,
  });
  const pathsOf = (files: readonly { readonly path: string }[]): string[] => files.map(({ path }) => path);
  expect(await readManifest(out)).toEqual(manifest);
  expect((await verifySnapshot(out)).broken).toEqual([]);
  expect(new Set(manifest.files.map(({ collection }) => collection))).toEqual(
    new Set(manifest.collections.map(({ name }) => name)),
  );
  return { listed: pathsOf(manifest.files), written: pathsOf(written), leftBehind };
}

const check = async (directory: string, only?: readonly string[], options: Partial<SnapshotOptions> = {}) =>
  compareSnapshot({ domain: town, count: COUNT, directory, ...(only === undefined ? {} : { only }), ...options });

const ALL = ['people.json', 'visits/arrival.json', 'visits/tour.json'];

describe('writeSnapshot with only', () => {
  it.each([
    [['people'], ['people.json']],
    [['tour'], ['visits/tour.json']],
    [['visit'], ['visits/arrival.json', 'visits/tour.json']],
    [['visits'], ['visits/arrival.json', 'visits/tour.json']],
    [
      ['tour', 'people', 'tour'],
      ['people.json', 'visits/tour.json'],
    ],
    [['visits', 'arrival', 'people'], ALL],
  ])('writes for %j the files %j and no others', async (only, paths) => {
    await withDirectory(async (out) => {
      expect(await write(out, only)).toEqual({ listed: paths, written: paths, leftBehind: [] });
      expect(Object.keys(await treeOf(out)).sort()).toEqual(['manifest.json', ...paths].sort());
    });
  });

  it('goes on listing the files of the same settings, and leaves their bytes alone', async () => {
    await withDirectory(async (out) => {
      await write(out);
      const whole = await treeOf(out);
      expect(await write(out, ['tour'])).toEqual({ listed: ALL, written: ['visits/tour.json'], leftBehind: [] });
      expect(await treeOf(out)).toEqual(whole);
    });
  });

  it('ends up with the same bytes file by file, in any order, as at once', async () => {
    await withDirectory(async (directory) => {
      const [once, byOne] = [join(directory, 'once'), join(directory, 'byOne')];
      await write(once);
      for (const name of ['tour', 'people', 'arrival']) await write(byOne, [name]);
      expect(await treeOf(byOne)).toEqual(await treeOf(once));
    });
  });

  it.each<[string, Partial<SnapshotOptions>]>([
    ['seed', { seed: 7 }],
    ['count', { count: COUNT + 1 }],
    ['reference date', { asOf: '2025-03-30' }],
    ['domain', { domain: { ...town, name: 'village' } }],
    [
      'model of a collection that is not picked',
      {
        domain: defineDomain({
          ...town,
          collections: [
            { ...peopleCalled('people'), model: { ...peopleCalled('people').model, version: 2 } },
            ...town.collections.slice(1),
          ],
        }),
      },
    ],
    [
      'target',
      { domain: { ...town, collections: town.collections.map((one) => ({ ...one, targets: { a: { b: 1 } } })) } },
    ],
  ])('lists nothing but what it wrote where the %s is another one', async (_, options) => {
    await withDirectory(async (out) => {
      await write(out);
      const tour = ['visits/tour.json'];
      expect(await write(out, ['tour'], options)).toEqual({
        listed: tour,
        written: tour,
        leftBehind: ['people.json', 'visits/arrival.json'],
      });
    });
  });

  it.each([
    ['"@faker-js/faker": "', '/versions/@faker-js~1faker'],
    ['"name": "cohort-check",\n    "version": "', '/generator/version'],
  ])('lists nothing but what it wrote where a version is another one: %j', async (member, pointer) => {
    await withDirectory(async (out) => {
      await write(out);
      const path = join(out, 'manifest.json');
      const text = await readFile(path, 'utf8');
      expect(text).toContain(member);
      await writeFile(path, text.replace(member, `${member}0.`));
      expect(await check(out, ['tour'])).toMatchObject({ file: 'manifest.json', pointer });
      expect((await write(out, ['tour'])).listed).toEqual(['visits/tour.json']);
    });
  });

  it('replaces the entry of a picked file that had another format', async () => {
    await withDirectory(async (out) => {
      await write(out);
      expect(await write(out, ['visit'], { format: 'ndjson' })).toEqual({
        listed: ['people.json', 'visits/arrival.ndjson', 'visits/tour.ndjson'],
        written: ['visits/arrival.ndjson', 'visits/tour.ndjson'],
        leftBehind: ['visits/arrival.json', 'visits/tour.json'],
      });
    });
  });

  it('drops the entries of collections that the domain no longer has, or has elsewhere', async () => {
    await withDirectory(async (out) => {
      await write(out);
      const [people, arrival] = [peopleCalled('people'), visitsCalled('arrival')];
      const moved = { ...arrival, folder: 'elsewhere' };
      const domain = defineDomain({ ...town, collections: [people, moved, ...town.collections.slice(2)] });
      expect(await write(out, ['people'], { domain })).toEqual({
        listed: ['people.json', 'visits/tour.json'],
        written: ['people.json'],
        leftBehind: ['visits/arrival.json'],
      });
      const without = defineDomain({ ...town, collections: [people, arrival] });
      expect((await write(out, ['people'], { domain: without })).listed).toEqual(['people.json']);
    });
  });

  it('drops entries of which the manifest does not say how they were made', async () => {
    await withDirectory(async (out) => {
      await write(out);
      const manifest = await readManifest(out);
      const collections = manifest.collections.filter(({ name }) => name !== 'arrival');
      await writeFile(join(out, 'manifest.json'), JSON.stringify({ ...manifest, collections }));
      expect((await write(out, ['people'])).listed).toEqual(['people.json', 'visits/tour.json']);
    });
  });

  it('takes a manifest that cannot be read for none', async () => {
    await withDirectory(async (out) => {
      await write(out);
      await writeFile(join(out, 'manifest.json'), 'garbled');
      expect((await write(out, ['tour'])).listed).toEqual(['visits/tour.json']);
    });
  });

  it('leaves everything as it was when it fails', async () => {
    await withDirectory(async (out) => {
      await write(out);
      const before = await treeOf(out);
      const broken = visitsCalled('tour', () => {
        throw new Error('no such visit');
      });
      const domain = defineDomain({ ...town, collections: [...town.collections.slice(0, 2), broken] });
      await expect(write(out, ['visits'], { domain })).rejects.toThrow('no such visit');
      expect(await treeOf(out)).toEqual(before);
      expect((await write(out, ['arrival'], { domain })).listed).toEqual(ALL);
    });
  });

  it.each([
    [['nobody'], 'unknown-collection', 'writeSnapshot(…): only "nobody": the town domain has no such collection'],
    [['people', 'Tour'], 'unknown-collection', 'writeSnapshot(…): only "Tour"'],
    [[], 'bad-option', 'writeSnapshot(…): only is []'],
  ])('refuses %j', async (only, code, what) => {
    await withDirectory(async (out) => {
      await expect(write(out, only)).rejects.toMatchObject({ code, message: expect.stringContaining(what) as string });
      expect(await treeOf(out)).toEqual({});
    });
  });
});

describe('compareSnapshot with only', () => {
  it('finds nothing where the picked files and the manifest are what would be written', async () => {
    await withDirectory(async (out) => {
      await write(out);
      for (const only of [['people'], ['tour'], ['visit'], ['visits', 'people'], undefined]) {
        expect(await check(out, only)).toBeUndefined();
      }
    });
  });

  it('looks at no file that is not picked', async () => {
    await withDirectory(async (out) => {
      await write(out);
      await rm(join(out, 'people.json'));
      await writeFile(join(out, 'visits/tour.json'), 'garbled');
      expect(await check(out, ['arrival'])).toBeUndefined();
      expect(await check(out, ['visit'])).toMatchObject({ file: 'visits/tour.json' });
      expect(await check(out)).toMatchObject({ file: 'people.json', actual: undefined });
    });
  });

  it('is content with what was written file by file, and misses the others without only', async () => {
    await withDirectory(async (out) => {
      await write(out, ['tour']);
      expect(await check(out, ['tour'])).toBeUndefined();
      expect(await check(out, ['visit'])).toMatchObject({ file: 'manifest.json', pointer: '/collections/1' });
      expect(await check(out)).toMatchObject({ file: 'manifest.json' });
      await write(out, ['people'], { format: 'ndjson' });
      expect(await check(out, ['people'], { format: 'ndjson' })).toBeUndefined();
      expect(await check(out, ['tour'])).toBeUndefined();
      expect(await check(out, ['people'])).toEqual({ file: 'people.json', expected: 'a file', actual: undefined });
    });
  });

  it.each<[Partial<SnapshotOptions>, string]>([
    [{ seed: 7 }, '/seed'],
    [{ count: 3 }, '/collections/0/size'],
    [{ asOf: '2025-01-01' }, '/reference_date'],
  ])('names the option that differs rather than the records: %j', async (options, pointer) => {
    await withDirectory(async (out) => {
      await write(out);
      expect(await check(out, ['tour'], options)).toMatchObject({ file: 'manifest.json', pointer });
    });
  });

  it('finds a change of a picked entry, and one that does not belong there', async () => {
    await withDirectory(async (out) => {
      await write(out);
      const path = join(out, 'manifest.json');
      const text = await readFile(path, 'utf8');
      const { files } = await readManifest(out);
      await writeFile(path, text.replace(files[2]?.sha256 ?? '', '0'.repeat(64)));
      expect(await check(out, ['tour'])).toMatchObject({ file: 'manifest.json', pointer: '/files/2/sha256' });
      expect(await check(out, ['people'])).toBeUndefined();
      await writeFile(path, text.replace('"seed"', '"note": 1, "seed"'));
      expect(await check(out, ['people'])).toMatchObject({ file: 'manifest.json', pointer: '/note' });
    });
  });
});

describe('streamRecords with only', () => {
  it('hands over the bytes of the picked file', async () => {
    await withDirectory(async (out) => {
      await write(out);
      const pieces: Buffer[] = [];
      const options = { domain: town, count: COUNT, only: ['tour'] };
      await streamRecords(options, async (bytes) => {
        pieces.push(Buffer.from(bytes));
        return true;
      });
      expect(Buffer.concat(pieces).toString()).toBe(await readFile(join(out, 'visits/tour.json'), 'utf8'));
    });
  });
});
