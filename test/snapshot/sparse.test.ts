import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defineDomain } from '../../src/index.js';
import {
  compareSnapshot,
  snapshotFormats,
  streamRecords,
  verifySnapshot,
  writeSnapshot,
} from '../../src/snapshot/index.js';
import type { SnapshotFormat, SnapshotProgress } from '../../src/snapshot/index.js';
import { withDirectory } from './people.js';
import { town, visitsCalled, visitsIn } from './town.js';

/** A domain of nothing but visits that stand at these places. */
const visitsWhere = (stands: (index: number) => boolean) =>
  defineDomain({ name: 'town', asOf: town.asOf, collections: [visitsCalled('arrival', stands)] });

async function streamed(options: Parameters<typeof streamRecords>[0]): Promise<{ text: string; records: number }> {
  const pieces: Buffer[] = [];
  const records = await streamRecords(options, async (bytes) => {
    pieces.push(Buffer.from(bytes));
    return true;
  });
  return { text: Buffer.concat(pieces).toString(), records };
}

describe('a sparse collection', () => {
  it('becomes a file of its records alone, with the bytes of JSON.stringify', async () => {
    await withDirectory(async (out) => {
      const { manifest, written } = await writeSnapshot({ domain: town, out, count: 100 });
      const visits = visitsIn(100);
      expect(visits).toHaveLength(33);
      expect(await readFile(join(out, 'visits/arrival.json'), 'utf8')).toBe(`${JSON.stringify(visits, null, 2)}\n`);
      expect(manifest.collections.map(({ name, size }) => [name, size])).toEqual([
        ['people', 100],
        ['arrival', 100],
        ['tour', 100],
      ]);
      expect(manifest.files.map(({ path, records }) => [path, records])).toEqual([
        ['people.json', 100],
        ['visits/arrival.json', 33],
        ['visits/tour.json', 15],
      ]);
      expect(written).toEqual(manifest.files);
      expect((await verifySnapshot(out)).broken).toEqual([]);
    });
  });

  it('becomes NDJSON of as many lines as it has records', async () => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: town, out, count: 100, format: 'ndjson' });
      const lines = visitsIn(100).map((visit) => `${JSON.stringify(visit)}\n`);
      expect(await readFile(join(out, 'visits/arrival.ndjson'), 'utf8')).toBe(lines.join(''));
    });
  });

  it.each<[SnapshotFormat, number, string]>([
    ['json', 0, '[]\n'],
    ['json', 40, '[]\n'],
    ['ndjson', 0, ''],
    ['ndjson', 40, ''],
    ['ts', 40, 'export const arrival: readonly TownVisit[] = [];\n'],
  ])('is an empty %s file where no record stands at any of %i places', async (format, count, end) => {
    await withDirectory(async (out) => {
      const domain = visitsWhere(() => false);
      const { manifest } = await writeSnapshot({ domain, out, count, format });
      const text = await readFile(join(out, `visits/arrival.${format}`), 'utf8');
      expect(format === 'ts' ? text.slice(text.indexOf('export const')) : text).toBe(end);
      expect(manifest).toMatchObject({ collections: [{ size: count }], files: [{ records: 0, bytes: text.length }] });
      expect(await compareSnapshot({ domain, directory: out, count, format })).toBeUndefined();
      expect(await streamed({ domain, count, format })).toEqual({ text, records: 0 });
    });
  });

  it.each(snapshotFormats)('has the same bytes in a stream and a file of several pieces as %s', async (format) => {
    await withDirectory(async (out) => {
      const options = { domain: visitsWhere((index) => index % 5 === 3), count: 40_000, format };
      const { manifest } = await writeSnapshot({ ...options, out });
      const { text, records } = await streamed(options);
      expect(records).toBe(8000);
      expect(manifest.files[0]?.records).toBe(8000);
      expect(text.length).toBeGreaterThan(1 << 20);
      expect(await readFile(join(out, `visits/arrival.${format}`), 'utf8')).toBe(text);
      expect(await compareSnapshot({ ...options, directory: out })).toBeUndefined();
    });
  });

  it.each([0, 11, 32])('is compared record by record: number %i of the file, its line and its id', async (record) => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: town, out, count: 100 });
      const path = join(out, 'visits/arrival.json');
      const text = await readFile(path, 'utf8');
      const id = (visitsIn(100)[record] as { visit_id: string }).visit_id;
      await writeFile(path, text.replace(id, `X${id.slice(1)}`));
      expect(await compareSnapshot({ domain: town, directory: out, count: 100 })).toEqual({
        file: 'visits/arrival.json',
        record,
        id,
        line: text.slice(0, text.indexOf(id)).split('\n').length,
        expected: `"visit_id": "${id}",`,
        actual: `"visit_id": "X${id.slice(1)}",`,
      });
    });
  });

  it('is missed where its last records are gone, and noticed where there are too many', async () => {
    await withDirectory(async (out) => {
      const options = { domain: town, count: 100, format: 'ndjson' as const };
      await writeSnapshot({ ...options, out });
      const path = join(out, 'visits/arrival.ndjson');
      const text = await readFile(path, 'utf8');
      const lines = text.split('\n');
      await writeFile(path, `${lines.slice(0, 30).join('\n')}\n`);
      const missing = await compareSnapshot({ ...options, directory: out });
      expect(missing).toMatchObject({ file: 'visits/arrival.ndjson', record: 30, actual: undefined });
      await writeFile(path, `${text}${lines[0] ?? ''}\n`);
      const surplus = await compareSnapshot({ ...options, directory: out });
      expect(surplus).toMatchObject({ file: 'visits/arrival.ndjson', expected: undefined });
      expect(surplus).not.toHaveProperty('record');
    });
  });

  it('counts places as progress, up to the last of the last file', async () => {
    await withDirectory(async (out) => {
      for (const format of ['json', 'ndjson'] as const) {
        const seen: SnapshotProgress[] = [];
        const domain = defineDomain({ ...town, collections: [...town.collections, visitsCalled('none', () => false)] });
        await writeSnapshot({ domain, out, count: 50, format, onProgress: (progress) => seen.push(progress) });
        expect(seen.at(-1)).toEqual({ file: `visits/none.${format}`, records: 200, total: 200 });
        expect(seen.map(({ records }) => records)).toEqual(seen.map(({ records }) => records).sort((a, b) => a - b));
      }
    });
  });

  it.each(['write', 'compare', 'stream'] as const)(
    'lets itself be interrupted in a long run of places without a record: %s',
    async (verb) => {
      await withDirectory(async (out) => {
        const COUNT = 1_000_000;
        let asked = 0;
        const controller = new AbortController();
        const domain = visitsWhere(() => {
          asked += 1;
          // As a signal of the operating system does: it is heard between two turns of the process alone.
          if (asked === 1) setImmediate(() => controller.abort(new Error('enough')));
          return false;
        });
        await writeSnapshot({ domain, out, count: 0, format: 'ndjson' });
        const { signal } = controller;
        const options = { domain, format: 'ndjson' as const, signal };
        const runs = {
          write: async () => writeSnapshot({ ...options, count: COUNT, out }),
          // The settings are compared first, so the manifest has to be of as many places.
          compare: async () => {
            const path = join(out, 'manifest.json');
            const manifest = JSON.parse(await readFile(path, 'utf8')) as { collections: { size: number }[] };
            for (const one of manifest.collections) one.size = COUNT;
            await writeFile(path, JSON.stringify(manifest));
            return compareSnapshot({ ...options, count: COUNT, directory: out });
          },
          stream: async () => streamRecords({ ...options, count: COUNT }, async () => true),
        };
        await expect(runs[verb]()).rejects.toThrow('enough');
        expect(asked).toBeLessThan(COUNT / 10);
      });
    },
  );
});
