import { execFile } from 'node:child_process';
import { mkdir, readlink, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectFormat, readRecords } from '../../../src/validation/reading/index.js';
import type { DataFormat } from '../../../src/validation/reading/index.js';
import { readFile, valuesIn, withDirectory } from './reading.js';

const run = promisify(execFile);

describe('the format of a file', () => {
  const long = JSON.stringify({ text: 'x'.repeat(2000) });
  it.each<[name: string, content: string, format: DataFormat]>([
    ['a.json', '[{"a": 1}]\n', 'json'],
    ['a.json', '{"a": 1}', 'json'],
    ['a.ndjson', '{"a": 1}\n', 'ndjson'],
    ['a.jsonl', '{"a": 1}', 'ndjson'],
    ['a.NDJSON', '{"a": 1}', 'ndjson'],
    ['a', '{"a": 1}', 'json'],
    ['a.json', '{"a": 1}\n{"a": 2}\n', 'ndjson'],
    ['a.json', `${long}\n${long}\n`, 'ndjson'],
    ['a', '\uFEFF\n{"a": 1}\r\n\r\n{"a": 2}', 'ndjson'],
    ['a', '{"a": 1}\n{"a": ', 'ndjson'],
    ['a', '{"a": \n{"a": 1}\n{"a": 2}\n', 'ndjson'],
    ['a.ndjson', '{"a": \n{"a": 1}\n', 'ndjson'],
    ['a', '[1]\n[2]\n', 'ndjson'],
    ['a.ndjson', '[\n  {"a": 1},\n  {"a": 2}\n]\n', 'json'],
    ['a.csv', '[\n  {"a": 1}\n]\n', 'json'],
    ['a', '{"customers": [\n{"a": 1},\n{"a": 2}\n]}\n', 'json'],
    ['a', '{\n  "a": 1\n}\n', 'json'],
    ['a.json', 'a,b\n1,2\n', 'csv'],
    ['a.txt', 'a;b\n1;2\n', 'csv'],
    ['a.txt', '"a\tb"\tc\nd\te', 'csv'],
    ['a.csv', 'a\n1\n', 'csv'],
    ['a.tsv', '', 'csv'],
    ['a.ndjson', '', 'ndjson'],
    ['a.json', '', 'json'],
    ['a', ' \n', 'json'],
    ['a.json', '// a, b\n// c, d\n[]', 'json'],
    ['a.json', 'NaN', 'json'],
  ])('of %s with %j is %s', async (name, content, format) => {
    await withDirectory(async (directory) => {
      const path = join(directory, name);
      await writeFile(path, content);
      expect(await detectFormat(path)).toBe(format);
    });
  });

  it('is not told from a line that is cut', async () => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'a.ndjson');
      await writeFile(path, `{"a": \n{"a": "${'x'.repeat(1 << 17)}"}\n`);
      expect(await detectFormat(path)).toBe('ndjson');
    });
  });

  it('decides how a file is read, unless another is named', async () => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'a.json');
      await writeFile(path, '{"a": 1}\n{"a": 2}\n');
      expect(valuesIn((await readFile(path)).items)).toEqual([{ a: 1 }, { a: 2 }]);
      expect(valuesIn((await readFile(path, { format: 'json' })).items)).toEqual([{ a: 1 }]);
    });
  });

  it('must be one that there is', async () => {
    const options = { format: 'xml' as DataFormat };
    await expect(readRecords('a.xml', options).next()).rejects.toThrow(/bad-option.*format is "xml"/);
  });
});

describe('a file that is no text', () => {
  it.each([
    ['UTF-16, little end first', Buffer.from('\uFEFF[{}]', 'utf16le'), 'it is UTF-16'],
    ['UTF-16, big end first', Buffer.from([0xfe, 0xff, 0, 0x5b]), 'it is UTF-16'],
    ['UTF-16 without a mark', Buffer.from('[{"a": 1}]', 'utf16le'), 'it is UTF-16'],
    ['gzip', gzipSync('[]'), 'gunzip'],
    ['a workbook', Buffer.from('PK\u0003\u0004xyz'), 'a zip archive or a workbook'],
    ['Parquet', Buffer.from('PAR1xyz'), 'a Parquet file'],
    ['zeros', Buffer.from('[1\0\0\0]'), 'binary: byte 2 is zero'],
  ])('is refused: %s', async (_, content, why) => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'a.json');
      await writeFile(path, content);
      const next = readRecords(path).next();
      await expect(next).rejects.toMatchObject({ code: 'not-text' });
      await expect(next).rejects.toThrow(why);
      await expect(detectFormat(path)).rejects.toMatchObject({ code: 'not-text' });
    });
  });
});

describe('a file that cannot be read', () => {
  it('is told of in words', async () => {
    await withDirectory(async (directory) => {
      await mkdir(join(directory, 'folder'));
      await writeFile(join(directory, 'file'), '[]');
      await symlink('circle', join(directory, 'circle'));
      const faults: readonly (readonly [string, RegExp])[] = [
        ['none.json', /^cannot-read {2}.*none\.json: cannot be read\n.*there is no such file \(ENOENT\)\n/],
        ['folder', /it is a directory \(EISDIR\)/],
        ['file/a.json', /its path leads through a file \(ENOTDIR\)/],
        ['circle', /its links lead in a circle \(ELOOP\)/],
        ['x'.repeat(5000), /no path that long \(ENAMETOOLONG\)/],
      ];
      for (const [name, words] of faults) {
        const path = join(directory, name);
        await expect(readRecords(path).next()).rejects.toThrow(words);
        await expect(detectFormat(path)).rejects.toThrow(words);
      }
    });
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('is told of where it is not ours', async () => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'a.json');
      await writeFile(path, '[]', { mode: 0 });
      await expect(readRecords(path).next()).rejects.toThrow(/does not let this user read it \(EACCES\)/);
    });
  });
});

describe('a run', () => {
  const lines = Array.from({ length: 200 }, (_, id) => `{"id": ${id}}\n`).join('');
  const limits = { chunkBytes: 256, headBytes: 4 };

  it('tells how far it is', async () => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'a.ndjson');
      await writeFile(path, lines);
      const told: [number, number][] = [];
      const onProgress = (...amounts: [number, number]): void => void told.push(amounts);
      const { batches } = await readFile(path, { format: 'ndjson', onProgress }, limits);
      expect(batches).toBeGreaterThan(5);
      expect(told.length).toBeGreaterThanOrEqual(batches);
      expect(told.map(([bytes]) => bytes)).toEqual(told.map(([bytes]) => bytes).toSorted((a, b) => a - b));
      expect(told.every(([, total]) => total === lines.length)).toBe(true);
      expect(told.at(-1)).toEqual([lines.length, lines.length]);
    });
  });

  it('ends with the reason of a signal', async () => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'a.ndjson');
      await writeFile(path, lines);
      const controller = new AbortController();
      const reason = new Error('enough');
      const { signal } = controller;
      const onProgress = (bytes: number): void => {
        if (bytes > 600) controller.abort(reason);
      };
      let last = 0;
      const reading = readFile(path, { signal, onProgress: (bytes) => onProgress((last = bytes)) }, limits);
      await expect(reading).rejects.toBe(reason);
      expect(last).toBeLessThan(1200);
      await expect(readRecords(path, { signal }).next()).rejects.toBe(reason);
    });
  });

  it.skipIf(process.platform !== 'linux')('closes its file, whatever its end', async () => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'a.ndjson');
      await writeFile(path, lines);
      const isOpen = async (): Promise<boolean> => {
        const handles = await readdir('/proc/self/fd');
        const targets = await Promise.all(handles.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
        return targets.includes(path);
      };
      for await (const batch of readRecords(path)) {
        expect(batch.length).toBeGreaterThan(0);
        expect(await isOpen()).toBe(true);
        break;
      }
      expect(await isOpen()).toBe(false);
      await readFile(path);
      await readFile(path, { signal: AbortSignal.abort(new Error('enough')) }).catch(() => {});
      await detectFormat(path);
      await writeFile(path, 'a\0');
      await readFile(path).catch(() => {});
      expect(await isOpen()).toBe(false);
    });
  });

  it.skipIf(process.platform === 'win32')('may read from a pipe', async () => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'pipe');
      await run('mkfifo', [path]);
      const totals: boolean[] = [];
      const [{ items }] = await Promise.all([
        readFile(path, { onProgress: (bytes, total) => totals.push(bytes === total) }),
        writeFile(path, lines),
      ]);
      expect(items).toHaveLength(200);
      expect(new Set(totals)).toEqual(new Set([true]));
    });
  });
});
