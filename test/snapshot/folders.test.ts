import { mkdirSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defineDomain } from '../../src/index.js';
import { compareSnapshot, readManifest, verifySnapshot, writeSnapshot } from '../../src/snapshot/index.js';
import { namesIn, withDirectory } from './people.js';
import { town, treeOf, visitsCalled } from './town.js';

/** The town, where a record of the last collection cannot be made. */
const broken = defineDomain({
  ...town,
  collections: [
    ...town.collections.slice(0, 2),
    visitsCalled('tour', (index) => {
      if (index === 30) throw new Error('no such visit');
      return true;
    }),
  ],
});

describe('a snapshot with a folder', () => {
  it('has its files where the collections say, and replaces them', async () => {
    await withDirectory(async (directory) => {
      const out = join(directory, 'a', 'b');
      await writeSnapshot({ domain: town, out, count: 10, seed: 1 });
      expect(Object.keys(await treeOf(directory)).sort()).toEqual(
        ['manifest.json', 'people.json', 'visits/arrival.json', 'visits/tour.json'].map((path) => `a/b/${path}`),
      );
      const { leftBehind } = await writeSnapshot({ domain: town, out, count: 20 });
      expect(leftBehind).toEqual([]);
      expect(await compareSnapshot({ domain: town, directory: out, count: 20 })).toBeUndefined();
    });
  });

  it('leaves files of an earlier format as they are, and names them with their folder', async () => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: town, out, count: 10 });
      const { leftBehind } = await writeSnapshot({ domain: town, out, count: 10, format: 'ndjson' });
      expect(leftBehind).toEqual(['people.json', 'visits/arrival.json', 'visits/tour.json']);
    });
  });

  it('is verified file by file', async () => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: town, out, count: 10 });
      await writeFile(join(out, 'visits/arrival.json'), '[]\n');
      await rm(join(out, 'visits/tour.json'));
      const { broken: found } = await verifySnapshot(out);
      expect(found).toEqual([
        { path: 'visits/arrival.json', message: expect.stringMatching(/has 3 bytes instead of \d+/) as string },
        { path: 'visits/tour.json', message: expect.stringContaining('ENOENT') as string },
      ]);
      expect(await compareSnapshot({ domain: town, directory: out, count: 10 })).toMatchObject({
        file: 'visits/arrival.json',
        line: 1,
        actual: '[]',
      });
      await rm(join(out, 'visits'), { recursive: true });
      expect(await compareSnapshot({ domain: town, directory: out, count: 10 })).toEqual({
        file: 'visits/arrival.json',
        expected: 'a file',
        actual: undefined,
      });
    });
  });

  it('is written through a folder that is a symbolic link', async () => {
    await withDirectory(async (directory) => {
      const [out, elsewhere] = [join(directory, 'out'), join(directory, 'elsewhere')];
      await mkdir(out);
      await mkdir(elsewhere);
      await symlink(elsewhere, join(out, 'visits'), 'dir');
      await writeSnapshot({ domain: town, out, count: 10 });
      expect(await namesIn(elsewhere)).toEqual(['arrival.json', 'tour.json']);
      expect((await verifySnapshot(out)).broken).toEqual([]);
    });
  });
});

describe('a run over a folder that does not end well', () => {
  it('leaves the old files of both directories and no others when a record cannot be made', async () => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: town, out, count: 20 });
      const before = await treeOf(out);
      await expect(writeSnapshot({ domain: broken, out, count: 40 })).rejects.toThrow('no such visit');
      expect(await treeOf(out)).toEqual(before);
    });
  });

  it('leaves the old files of both directories and no others when it is stopped half way', async () => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: town, out, count: 20 });
      const before = await treeOf(out);
      const controller = new AbortController();
      let last = '';
      const run = writeSnapshot({
        domain: town,
        out,
        count: 40_000,
        signal: controller.signal,
        onProgress: ({ file }) => {
          last = file;
          if (file === 'visits/arrival.json') controller.abort(new Error('enough'));
        },
      });
      await expect(run).rejects.toThrow('enough');
      expect(last).toBe('visits/arrival.json');
      expect(await treeOf(out)).toEqual(before);
    });
  });

  it('takes away the directories that it made', async () => {
    await withDirectory(async (directory) => {
      await expect(writeSnapshot({ domain: broken, out: join(directory, 'a', 'b'), count: 40 })).rejects.toThrow(
        'no such visit',
      );
      expect(await treeOf(directory)).toEqual({});
      const out = join(directory, 'there');
      await mkdir(out);
      await expect(writeSnapshot({ domain: broken, out, count: 40 })).rejects.toThrow('no such visit');
      expect(await treeOf(directory)).toEqual({ 'there/': '' });
    });
  });

  it('keeps a directory that it made where somebody else has put something meanwhile', async () => {
    await withDirectory(async (out) => {
      let isPut = false;
      const run = writeSnapshot({
        domain: broken,
        out,
        count: 40,
        onProgress: () => {
          if (!isPut) mkdirSync(join(out, 'visits', 'theirs'));
          isPut = true;
        },
      });
      await expect(run).rejects.toThrow('no such visit');
      expect(await treeOf(out)).toEqual({ 'visits/theirs/': '' });
    });
  });

  it('puts all files back when the last one cannot be put in its place', async () => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: town, out, count: 20 });
      await rm(join(out, 'visits/tour.json'));
      const before = await treeOf(out);
      const place = join(out, 'visits/tour.json');
      const run = writeSnapshot({
        domain: town,
        out,
        count: 30,
        onProgress: ({ records, total }) => {
          // Somebody puts a directory there after the run has looked: no rename replaces it.
          if (records === total) mkdirSync(place, { recursive: true });
        },
      });
      await expect(run).rejects.toMatchObject({ code: 'bad-path', message: expect.stringContaining(place) as string });
      expect(await treeOf(out)).toEqual({ ...before, 'visits/tour.json/': '' });
    });
  });

  it('takes the new folder away again when the manifest cannot be put in its place', async () => {
    await withDirectory(async (out) => {
      const run = writeSnapshot({
        domain: town,
        out,
        count: 30,
        onProgress: ({ records, total }) => {
          if (records === total) mkdirSync(join(out, 'manifest.json'), { recursive: true });
        },
      });
      await expect(run).rejects.toMatchObject({ code: 'bad-path' });
      expect(await treeOf(out)).toEqual({ 'manifest.json/': '' });
    });
  });

  it('says what stands in the way of any file before it makes a record', async () => {
    await withDirectory(async (out) => {
      let pieces = 0;
      const run = async (): Promise<unknown> =>
        writeSnapshot({ domain: town, out, count: 5, onProgress: () => (pieces += 1) });
      await writeFile(join(out, 'visits'), 'precious');
      await expect(run()).rejects.toMatchObject({
        code: 'bad-path',
        message: expect.stringMatching(
          /visits: cannot be written\n {2}why .*a file stands .*\n {2}try .*move it/,
        ) as string,
      });
      expect(await treeOf(out)).toEqual({ visits: 'precious' });
      rmSync(join(out, 'visits'));
      await mkdir(join(out, 'visits/tour.json'), { recursive: true });
      await expect(run()).rejects.toMatchObject({ message: expect.stringContaining('EISDIR') as string });
      expect(await treeOf(out)).toEqual({ 'visits/tour.json/': '' });
      rmSync(join(out, 'visits'), { recursive: true });
      await mkdir(join(out, 'manifest.json'));
      await expect(run()).rejects.toMatchObject({ message: expect.stringContaining('EISDIR') as string });
      expect(await treeOf(out)).toEqual({ 'manifest.json/': '' });
      expect(pieces).toBe(0);
    });
  });
});

describe('the path of a file in a manifest', () => {
  async function readWith(path: string): Promise<unknown> {
    const directory = await mkdtemp(join(tmpdir(), 'cohort-check-path-'));
    try {
      const { manifest } = await writeSnapshot({ domain: town, out: directory, count: 2 });
      const files = manifest.files.map((file, index) => (index === 1 ? { ...file, path } : file));
      await writeFile(join(directory, 'manifest.json'), JSON.stringify({ ...manifest, files }));
      return await readManifest(directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  it.each(['arrival.json', 'visits/arrival.json', 'Ünï/a b..c.json', 'v/manifest.json'])('may be %j', async (path) => {
    expect(await readWith(path)).toMatchObject({ files: [{}, { path }, {}] });
  });

  it.each([
    '',
    '.',
    '..',
    '../x',
    'a/..',
    'a/../x',
    './x',
    'a/./b',
    'a/b/c',
    '/x',
    '/a/b',
    'a/',
    'a//b',
    'a\\b',
    '..\\x',
    'a/b\\c',
    'C:/x',
    'C:x',
    'a/.x',
    'a\u0000/b',
    'a/b\n',
  ])('may not be %j', async (path) => {
    await expect(readWith(path)).rejects.toMatchObject({
      code: 'bad-manifest',
      message: expect.stringContaining('files is') as string,
    });
  });
});
