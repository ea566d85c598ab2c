import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defineDomain } from '../../src/index.js';
import { readManifest, snapshotFormats, verifySnapshot, writeSnapshot } from '../../src/snapshot/index.js';
import type { SnapshotFormat, SnapshotProgress } from '../../src/snapshot/index.js';
import { namesIn, people, peopleCalled, peopleFrom, withDirectory } from './people.js';

const text = async (...parts: string[]): Promise<string> => readFile(join(...parts), 'utf8');

describe('writeSnapshot', () => {
  it('writes JSON as JSON.stringify lays it out', async () => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: people, out, count: 100 });
      expect(await text(out, 'people.json')).toBe(`${JSON.stringify(peopleFrom(0, 100), null, 2)}\n`);
    });
  });

  it('writes NDJSON with a record on each line', async () => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: people, out, count: 100, format: 'ndjson' });
      const lines = peopleFrom(0, 100).map((person) => `${JSON.stringify(person)}\n`);
      expect(await text(out, 'people.ndjson')).toBe(lines.join(''));
    });
  });

  it.each([
    ['json', '[]\n'],
    ['ndjson', ''],
  ] as const)('writes %s without records', async (format, content) => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: people, out, count: 0, format });
      expect(await text(out, `people.${format}`)).toBe(content);
    });
  });

  it.each(snapshotFormats)('tells size and digest of a %s file of several pieces', async (format) => {
    await withDirectory(async (out) => {
      const { manifest } = await writeSnapshot({ domain: people, out, count: 12_000, format });
      const bytes = await readFile(join(out, `people.${format}`));
      expect(bytes.length).toBeGreaterThan(2 << 20);
      expect(manifest.files).toEqual([
        {
          path: `people.${format}`,
          collection: 'people',
          format,
          records: 12_000,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        },
      ]);
      expect(await readManifest(out)).toEqual(manifest);
      expect((await verifySnapshot(out)).broken).toEqual([]);
    });
  });

  it('says in the manifest how to make the records again, and nothing of machine or moment', async () => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: people, out, count: 3, seed: -7, asOf: '2024-02-29' });
      const manifest = JSON.parse(await text(out, 'manifest.json')) as Record<string, unknown>;
      expect(manifest).toMatchObject({
        manifest_version: 1,
        generator: { name: 'cohort-check', version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string },
        versions: { '@faker-js/faker': expect.stringMatching(/^\d+\.\d+\.\d+/) as string },
        domain: 'people',
        seed: -7,
        reference_date: '2024-02-29',
        collections: [
          {
            name: 'people',
            model: { name: 'person', version: 1 },
            size: 3,
            targets: { member: { yes: 0.5, no: 0.5 } },
          },
        ],
      });
      expect(Object.keys(manifest)).toHaveLength(8);
      const first = await text(out, 'manifest.json');
      await writeSnapshot({ domain: people, out: join(out, 'elsewhere'), count: 3, seed: -7, asOf: '2024-02-29' });
      expect(await text(out, 'elsewhere', 'manifest.json')).toBe(first);
    });
  });

  it('writes each collection of a domain to a file of its own', async () => {
    await withDirectory(async (out) => {
      const domain = defineDomain({ ...people, collections: [peopleCalled('people'), peopleCalled('others')] });
      const seen: SnapshotProgress[] = [];
      await writeSnapshot({ domain, out, count: 5, onProgress: (progress) => seen.push(progress) });
      expect(await namesIn(out)).toEqual(['manifest.json', 'others.json', 'people.json']);
      expect(await text(out, 'others.json')).toBe(await text(out, 'people.json'));
      expect(seen.at(-1)).toEqual({ file: 'others.json', records: 10, total: 10 });
      expect(seen.map(({ records }) => records)).toEqual(seen.map(({ records }) => records).toSorted((a, b) => a - b));
    });
  });

  it('makes the directory where it is missing, and replaces what was there', async () => {
    await withDirectory(async (directory) => {
      const out = join(directory, 'a', "b 'c'");
      await writeSnapshot({ domain: people, out, count: 5, seed: 1 });
      await chmod(join(out, 'people.json'), 0o600);
      await writeSnapshot({ domain: people, out, count: 4 });
      expect(await text(out, 'people.json')).toBe(`${JSON.stringify(peopleFrom(0, 4), null, 2)}\n`);
      expect((await stat(join(out, 'people.json'))).mode & 0o777).toBe(0o600);
      expect(await namesIn(out)).toEqual(['manifest.json', 'people.json']);
    });
  });

  it('writes through a symbolic link', async () => {
    await withDirectory(async (directory) => {
      const out = join(directory, 'out');
      await mkdir(out);
      await writeFile(join(directory, 'real.json'), 'old');
      await symlink(join(directory, 'real.json'), join(out, 'people.json'));
      await writeSnapshot({ domain: people, out, count: 1 });
      expect(await text(directory, 'real.json')).toBe(`${JSON.stringify(peopleFrom(0, 1), null, 2)}\n`);
      expect(await namesIn(directory)).toEqual(['out', 'real.json']);
    });
  });

  it('leaves files of an earlier format as they are, and names them', async () => {
    await withDirectory(async (out) => {
      await writeSnapshot({ domain: people, out, count: 1 });
      const { leftBehind } = await writeSnapshot({ domain: people, out, count: 1, format: 'ndjson' });
      expect(leftBehind).toEqual(['people.json']);
      expect(await namesIn(out)).toEqual(['manifest.json', 'people.json', 'people.ndjson']);
    });
  });
});

describe('a run of writeSnapshot that does not end well', () => {
  /** Runs in a directory with an old snapshot and expects that nothing has changed after it. */
  async function untouched(out: string, run: () => Promise<unknown>): Promise<unknown> {
    await writeSnapshot({ domain: people, out, count: 7, seed: 1 });
    const before = [await text(out, 'people.json'), await text(out, 'manifest.json')];
    const fault: unknown = await run().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect([await text(out, 'people.json'), await text(out, 'manifest.json')]).toEqual(before);
    return fault;
  }

  it('leaves the old files and no others when it is stopped half way', async () => {
    await withDirectory(async (out) => {
      const controller = new AbortController();
      let pieces = 0;
      const fault = await untouched(out, async () =>
        writeSnapshot({
          domain: people,
          out,
          count: 50_000,
          signal: controller.signal,
          onProgress: () => {
            pieces += 1;
            if (pieces === 2) controller.abort(new Error('enough'));
          },
        }),
      );
      expect(fault).toMatchObject({ message: 'enough' });
      expect(pieces).toBe(2);
      expect(await namesIn(out)).toEqual(['manifest.json', 'people.json']);
    });
  });

  it('takes away the directories that it made', async () => {
    await withDirectory(async (directory) => {
      const controller = new AbortController();
      await expect(
        writeSnapshot({
          domain: people,
          out: join(directory, 'a', 'b'),
          count: 50_000,
          signal: controller.signal,
          onProgress: () => controller.abort(),
        }),
      ).rejects.toThrow(/abort/i);
      expect(await namesIn(directory)).toEqual([]);
    });
  });

  it('leaves the old files and no others when a record cannot be made', async () => {
    await withDirectory(async (out) => {
      const broken = defineDomain({
        ...people,
        collections: [
          {
            ...peopleCalled('people'),
            population: ({ size }) => ({
              size,
              at: (index) => {
                if (index === 20_000) throw new Error('no such person');
                return peopleFrom(index, index + 1)[0] as never;
              },
            }),
          },
        ],
      });
      const fault = await untouched(out, async () => writeSnapshot({ domain: broken, out, count: 30_000 }));
      expect(fault).toMatchObject({ message: 'no such person' });
      expect(await namesIn(out)).toEqual(['manifest.json', 'people.json']);
    });
  });

  it('puts the first file back when the second cannot be put in its place', async () => {
    await withDirectory(async (out) => {
      const domain = defineDomain({
        ...people,
        collections: [peopleCalled('new'), peopleCalled('people'), peopleCalled('zzz')],
      });
      const place = join(out, 'zzz.json');
      const fault = await untouched(out, async () =>
        writeSnapshot({
          domain,
          out,
          count: 9,
          onProgress: ({ file, records, total }) => {
            // Somebody puts a directory there after the run has looked: no rename replaces it.
            if (file === 'zzz.json' && records === total) mkdirSync(place, { recursive: true });
          },
        }),
      );
      expect(fault).toMatchObject({ code: 'bad-path' });
      expect(String(fault)).toContain(place);
      expect(await namesIn(out)).toEqual(['manifest.json', 'people.json', 'zzz.json']);
    });
  });

  it('says that a directory stands where the file belongs, before it makes a record', async () => {
    await withDirectory(async (out) => {
      await mkdir(join(out, 'people.json'));
      let pieces = 0;
      await expect(
        writeSnapshot({ domain: people, out, count: 5, onProgress: () => (pieces += 1) }),
      ).rejects.toMatchObject({ code: 'bad-path', message: expect.stringContaining('EISDIR') as string });
      expect(pieces).toBe(0);
      expect(await namesIn(out)).toEqual(['people.json']);
    });
  });

  it('says that a file stands where the directory belongs', async () => {
    await withDirectory(async (directory) => {
      const out = join(directory, 'file');
      await writeFile(out, 'precious');
      await expect(writeSnapshot({ domain: people, out, count: 5 })).rejects.toMatchObject({ code: 'bad-path' });
      await expect(writeSnapshot({ domain: people, out: join(out, 'below'), count: 5 })).rejects.toMatchObject({
        code: 'bad-path',
      });
      expect(await text(out)).toBe('precious');
    });
  });

  it('does not touch a temporary file that another process of the same number left', async () => {
    await withDirectory(async (out) => {
      const strays = Array.from({ length: 1000 }, (_, n) => `.people.json.${process.pid}-${n + 1}.tmp`);
      await Promise.all(strays.map(async (name) => writeFile(join(out, name), 'stray')));
      await writeSnapshot({ domain: people, out, count: 2 });
      expect(await Promise.all(strays.map(async (name) => text(out, name)))).toEqual(strays.map(() => 'stray'));
      expect(await namesIn(out)).toEqual(['manifest.json', 'people.json', ...strays].sort());
    });
  });

  it.each([
    [{ seed: 0.5 }, 'seed is 0.5'],
    [{ count: -1 }, 'count is -1'],
    [{ count: 2 ** 53 }, 'count is 9007199254740992'],
    [{ asOf: '2025-02-30' }, 'asOf is "2025-02-30"'],
    [{ format: 'csv' as SnapshotFormat }, 'format is "csv"'],
  ])('refuses %j', async (options, what) => {
    await withDirectory(async (directory) => {
      const out = join(directory, 'out');
      await expect(writeSnapshot({ domain: people, out, ...options })).rejects.toMatchObject({
        code: 'bad-option',
        message: expect.stringContaining(`writeSnapshot(…): ${what}`) as string,
      });
      expect(await namesIn(directory)).toEqual([]);
    });
  });
});

describe('verifySnapshot', () => {
  it('names the files that are missing, short or changed', async () => {
    await withDirectory(async (out) => {
      const domain = defineDomain({ ...people, collections: ['a', 'b', 'c', 'd'].map(peopleCalled) });
      await writeSnapshot({ domain, out, count: 5 });
      await rm(join(out, 'a.json'));
      await writeFile(join(out, 'b.json'), (await text(out, 'b.json')).slice(0, -1));
      await writeFile(join(out, 'c.json'), (await text(out, 'c.json')).replace('"age": ', '"agE": '));
      const { broken } = await verifySnapshot(out);
      expect(broken.map(({ path }) => path)).toEqual(['a.json', 'b.json', 'c.json']);
      expect(broken.map(({ message }) => message)).toEqual([
        expect.stringContaining('ENOENT'),
        expect.stringMatching(/has \d+ bytes instead of \d+/),
        expect.stringContaining('has SHA-256'),
      ]);
    });
  });

  it.each([
    ['{', 'is no JSON'],
    ['null', 'manifest_version is undefined'],
    ['{"manifest_version": 2}', 'manifest_version is 2'],
    [
      '{"manifest_version": 1, "domain": "x", "seed": 1, "reference_date": "2025-03-31", "collections": [], "files": [{"path": "../../etc/passwd", "collection": "x", "format": "json", "records": 1, "bytes": 1, "sha256": "' +
        '0'.repeat(64) +
        '"}]}',
      'files is',
    ],
  ])('refuses the manifest %j', async (content, what) => {
    await withDirectory(async (out) => {
      await writeFile(join(out, 'manifest.json'), content);
      await expect(verifySnapshot(out)).rejects.toMatchObject({
        code: 'bad-manifest',
        message: expect.stringContaining(what) as string,
      });
    });
  });

  it('says that there is no manifest', async () => {
    await withDirectory(async (out) => {
      await expect(verifySnapshot(out)).rejects.toMatchObject({ code: 'cannot-read' });
    });
  });
});
