import { Buffer } from 'node:buffer';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DataFormat, ReadItem } from '../../../src/validation/reading/index.js';
import { faultsIn, readFile, recordsIn, withDirectory } from './reading.js';

/** Small files in which a border between two pieces can fall into everything that there is. */
const FILES: readonly (readonly [name: string, format: DataFormat, content: string | Uint8Array])[] = [
  [
    'a list',
    'json',
    '\uFEFF \r\n[\n {"é😀": "\\"\\\\", "b": [[], {"c": "]}\\u00e9\\ud83d"}]} ,"x\\\\\\"é", -1.5e+3,\r\n\ttrue,[ ], "",null ]\n ',
  ],
  ['a wrapper', 'json', '{ "é/\\"" : [ {"a": "😀]"},\n{"b": {}} ]\n}\r\n'],
  ['a record', 'json', '\uFEFF\n{"é": 1, "visits": [{"é": 1}], "😀": "}"} \n'],
  [
    'a list with faults',
    'json',
    '[{"é": NaN}, # ]\r\n/* é * ] **/ {"b": 1,},, {"😀": "x\n}, {"c": 1} {"c": 2}}, nul, "\\x", {"d": 2},\n]\n é',
  ],
  ['a list that is torn', 'json', '[{"é": "😀"}, {"a": [1, "]", {"é"}, 2}, {"b": 1}]'],
  ['a list that ends in a record', 'json', '[{"é": "😀"},\n{"a": [1, {"b": "é'],
  ['a list that ends in a word', 'json', '[{"é": "😀"},\n12'],
  [
    'a list with bytes that are no UTF-8',
    'json',
    Buffer.from('[{"a": "\xe9"}, "\xc3", "\xc3\xa9", {"\xf0\x9f\x98\x80": "\xef\xbf\xbd"}]', 'latin1'),
  ],
  ['lines', 'ndjson', '\uFEFF{"é": "😀"}\r\n\r\n \n["\\u00e9"]\n"x" y\n{"a": \n 3 \r\n{"b": "é"}'],
  ['rows', 'csv', '\uFEFFé,"b ""c""",d.0\r\n1,"x\r\n""é,",😀\r\n\n"","",""\n"2","é"x,3\n4,"5\n6,"7",\r\n8,9\n1,2,"é'],
];

const read = (path: string, format: DataFormat, limits = {}): Promise<ReadItem[]> =>
  readFile(path, { format }, limits).then(({ items }) => items);

describe('the borders between the pieces of a file', () => {
  it.each(FILES)('change nothing in %s, wherever they fall', async (_, format, content) => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'data');
      await writeFile(path, content);
      const bytes = Buffer.byteLength(content);
      const whole = await read(path, format);
      expect(recordsIn(whole).length).toBeGreaterThan(0);
      for (let chunkBytes = 1; chunkBytes <= bytes; chunkBytes++) {
        const limits = { chunkBytes, headBytes: 4, lookAheadBytes: 14 };
        expect({ chunkBytes, items: await read(path, format, limits) }).toEqual({ chunkBytes, items: whole });
      }
    });
  });

  it('has faults and records of all kinds on both sides of it', async () => {
    const all: ReadItem[] = [];
    for (const [, format, content] of FILES) {
      await withDirectory(async (directory) => {
        await writeFile(join(directory, 'data'), content);
        all.push(...(await read(join(directory, 'data'), format)));
      });
    }
    expect(recordsIn(all).length).toBeGreaterThan(20);
    expect(new Set(faultsIn(all).map(({ message }) => message)).size).toBeGreaterThan(12);
    expect(faultsIn(all).filter(({ isFatal }) => isFatal)).toHaveLength(4);
  });
});
