import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { snapshotFormats, streamRecords, writeSnapshot } from '../../src/snapshot/index.js';
import { people, peopleFrom, withDirectory } from './people.js';

describe('streamRecords', () => {
  it.each(snapshotFormats)('hands over the bytes that writeSnapshot writes as %s', async (format) => {
    await withDirectory(async (out) => {
      const options = { domain: people, count: 9000, format };
      await writeSnapshot({ ...options, out });
      const pieces: Uint8Array[] = [];
      await streamRecords(options, async (bytes) => {
        pieces.push(Uint8Array.from(bytes));
        return true;
      });
      expect(pieces.length).toBeGreaterThan(1);
      expect(Buffer.concat(pieces).equals(await readFile(join(out, `people.${format}`)))).toBe(true);
    });
  });

  it('ends when nobody reads any more', async () => {
    let pieces = 0;
    const records = await streamRecords({ domain: people, count: 1_000_000 }, async () => {
      pieces += 1;
      return pieces < 2;
    });
    expect(pieces).toBe(2);
    expect(records).toBeLessThan(20_000);
  });

  it('gives each record the same text in every format, whatever the number of records', async () => {
    const textOf = async (format: 'json' | 'ndjson' | 'ts', count: number): Promise<string> => {
      let text = '';
      await streamRecords({ domain: people, count, format }, async (bytes) => {
        text += Buffer.from(bytes).toString();
        return true;
      });
      return text;
    };
    const records = peopleFrom(0, 40);
    expect(JSON.parse(await textOf('json', 40))).toEqual(JSON.parse(JSON.stringify(records)));
    const lines = await textOf('ndjson', 40);
    expect(lines.startsWith(await textOf('ndjson', 20))).toBe(true);
    expect(lines.trimEnd().split('\n')).toEqual(records.map((record) => JSON.stringify(record)));
    const json = await textOf('json', 40);
    const module = await textOf('ts', 40);
    expect(module.replaceAll('\\u2028', '\u2028')).toContain(json.slice(1, -2));
  });
});
