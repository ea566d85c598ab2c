import { describe, expect, it } from 'vitest';
import { faultsIn, read, recordsIn, told, valuesIn } from './reading.js';

describe('reading NDJSON', () => {
  it('gives each line with its place, and leaves blank ones out', async () => {
    expect(await read('{"a": 1}\n\n  \r\n {"é": "😀"}\r\n[3]', 'ndjson')).toEqual([
      { kind: 'record', index: 0, value: { a: 1 }, pointer: '/0', line: 1, bytes: [0, 8] },
      { kind: 'record', index: 1, value: { é: '😀' }, pointer: '/1', line: 4, bytes: [14, 29] },
      { kind: 'record', index: 2, value: [3], pointer: '/2', line: 5, bytes: [31, 34] },
    ]);
  });

  it.each(['', '\n\n', '\uFEFF', '\uFEFF\n'])('finds no record in %j', async (text) => {
    expect(await read(text, 'ndjson')).toEqual([]);
  });

  it('reads on behind each line that is broken', async () => {
    const items = await read('{"a": 1}\n{"a": 2,}\n{"a": \n{"a": 4} {"a": 5}\nNaN\n{"a": "\t"}\n{"a": 7}', 'ndjson');
    expect(recordsIn(items).map(({ index, line, pointer }) => [index, line, pointer])).toEqual([
      [0, 1, '/0'],
      [6, 7, '/6'],
    ]);
    expect(faultsIn(items).map(told)).toEqual([
      '1 at 2:8 found a comma before }; expected no comma behind the last one',
      '2 at 3:7 the line ends inside a record; expected a value',
      '3 at 4:10 found {; expected nothing more',
      '4 at 5:1 found NaN; expected null where a number is missing',
      '5 at 6:8 found a tab inside a text; expected \\t',
    ]);
  });

  it('tells of a last line that is cut', async () => {
    expect(faultsIn(await read('{"a": 1}\n{"a": "é', 'ndjson')).map(told)).toEqual([
      '1 at 2:9 the line ends inside a record; expected "',
    ]);
  });

  it('tells of bytes that are no UTF-8', async () => {
    const latin = Buffer.concat([
      Buffer.from('{"a": "\uFFFD"}\n{"é": "'),
      Buffer.from([0xe9]),
      Buffer.from('"}\r\n{}'),
    ]);
    const items = await read(latin, 'ndjson');
    expect(recordsIn(items).map(({ index }) => index)).toEqual([0, 2]);
    expect(faultsIn(items).map(told)).toEqual([
      '1 at 2:8 found bytes that are no UTF-8; expected text in UTF-8; the file may have been saved in another encoding',
    ]);
  });

  it('reads a line that is longer than what is read at a time', async () => {
    const long = { text: 'é'.repeat(3_000_000) };
    const items = await read(`{"a": 1}\n${JSON.stringify(long)}\n{"a": 3}`, 'ndjson');
    expect(valuesIn(items)).toEqual([{ a: 1 }, long, { a: 3 }]);
  });

  it('passes over a line that is too long to be held', async () => {
    const limits = { chunkBytes: 16, headBytes: 4, mostRecordBytes: 64 };
    const items = await read(`{"a": 1}\n"${'x'.repeat(200)}"\n{"a": 3}\n"${'y'.repeat(200)}"`, 'ndjson', limits);
    expect(valuesIn(items)).toEqual([{ a: 1 }, { a: 3 }]);
    expect(faultsIn(items).map(told)).toEqual([
      '1 at 2:1 found a line of more than 64 bytes; expected a shorter one',
      '3 at 4:1 found a line of more than 64 bytes; expected a shorter one',
    ]);
  });

  it('meets 100,000 brackets inside each other, and as many beside each other', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const wide = `[${'[],'.repeat(50_000)}[]]`;
    const items = await read(`${deep}\n${wide}\n"${'['.repeat(3000)}"\n${'{"a":'.repeat(2000)}\n{}`, 'ndjson');
    expect(recordsIn(items).map(({ index }) => index)).toEqual([1, 2, 4]);
    expect(faultsIn(items).map(told)).toEqual([
      '0 at 1:1001 found more than 1000 brackets inside each other; expected a record that is nested less deeply',
      '3 at 4:5001 found more than 1000 brackets inside each other; expected a record that is nested less deeply',
    ]);
  });
});
