import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../src/validation/reading/index.js';
import { ByteWindow, drain } from '../../../src/validation/reading/bytes/index.js';
import { readJson } from '../../../src/validation/reading/json/index.js';
import { LineSplitter, ndjsonTaker } from '../../../src/validation/reading/lines/index.js';
import { READ_LIMITS } from '../../../src/validation/reading/ReadOptions.js';
import type { ReadLimits } from '../../../src/validation/reading/ReadOptions.js';
import type { ReadItem } from '../../../src/validation/reading/index.js';
import { withDirectory } from './reading.js';

const MEBIBYTE = 1 << 20;
const LINES_A_PIECE = 1000;
const MOST_GROWTH = MEBIBYTE;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A file of numbered records of about 200 bytes, of at least so many bytes. */
async function writeRecords(path: string, bytes: number, [open, between, close]: readonly string[]): Promise<number> {
  const file = createWriteStream(path);
  file.write(open);
  let count = 0;
  let written = 0;
  while (written < bytes) {
    const records = Array.from({ length: LINES_A_PIECE }, () => {
      count += 1;
      return `{"id": ${count}, "text": "${'é'.repeat(40)}${'x'.repeat(80)}", "list": [1, 2, {"a": null}]}`;
    });
    const piece = `${count === LINES_A_PIECE ? '' : between}${records.join(between)}`;
    written += Buffer.byteLength(piece);
    if (!file.write(piece)) await once(file, 'drain');
  }
  file.end(close);
  await once(file, 'close');
  return count;
}

/**
 * How far the memory in use grows, in bytes, while a file is read; what `see` keeps of its items counts.
 *
 * It compares the last third of the run with the first one: at the very start there is still rubbish from before.
 */
async function growthOf(path: string, see: (items: readonly ReadItem[]) => void): Promise<number> {
  const inUse: number[] = [];
  let batches = 0;
  for await (const items of readRecords(path)) {
    see(items);
    batches += 1;
    if (batches % 4 !== 0) continue;
    // What a buffer stands on is given back in a later turn than the buffer.
    collectGarbage();
    await setImmediate();
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    inUse.push(heapUsed + arrayBuffers);
  }
  const third = Math.floor(inUse.length / 3);
  expect(third).toBeGreaterThan(2);
  return median(inUse.slice(-third)) - median(inUse.slice(0, third));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const NDJSON = ['', '\n', '\n'];
const JSON_LIST = ['[\n', ',\n', '\n]\n'];

describe('the memory that reading takes', () => {
  it.each([
    ['NDJSON', 200, NDJSON],
    ['JSON', 60, JSON_LIST],
    ['JSON on one line', 60, ['{"customers":[', ',', ']}']],
  ])('does not grow with %s of %d MiB', { timeout: 120_000 }, async (_, mebibytes, layout) => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'data');
      const count = await writeRecords(path, mebibytes * MEBIBYTE, layout);
      let records = 0;
      let last: ReadItem | undefined;
      const growth = await growthOf(path, (items) => {
        records += items.length;
        last = items.at(-1);
      });
      expect(records).toBe(count);
      expect(last).toMatchObject({ kind: 'record', index: count - 1, value: { id: count } });
      expect(growth).toBeLessThan(MOST_GROWTH);
    });
  });

  it.each([
    ['JSON', (window: ByteWindow, limits: ReadLimits) => readJson(window, 0, limits), `[1,"${'x'.repeat(5000)}",3]`],
    [
      'NDJSON',
      (window: ByteWindow, { mostRecordBytes }: ReadLimits) =>
        drain(window, new LineSplitter(window, 0, ndjsonTaker(), mostRecordBytes)),
      `1\n"${'x'.repeat(5000)}"\n3`,
    ],
  ])('does not grow with a record of %s that is passed over', async (_, read, content) => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'data');
      await writeFile(path, content);
      const window = await ByteWindow.over(path, 16, {});
      const limits = { ...READ_LIMITS, mostRecordBytes: 64 };
      const kinds: string[] = [];
      for await (const items of read(window, limits)) kinds.push(...items.map(({ kind }) => kind));
      await window.close();
      expect(kinds).toEqual(['record', 'fault', 'record']);
      expect(window.bytes.length).toBeLessThan(500);
    });
  });

  it('would be seen to grow if records were kept', { timeout: 60_000 }, async () => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'data');
      await writeRecords(path, 40 * MEBIBYTE, NDJSON);
      const kept: ReadItem[] = [];
      const growth = await growthOf(path, (items) => {
        for (const item of items) if (item.index !== null && item.index % 2 === 0) kept.push(item);
      });
      expect(growth).toBeGreaterThan(2 * MOST_GROWTH);
      expect(kept.length).toBeGreaterThan(0);
    });
  });
});
