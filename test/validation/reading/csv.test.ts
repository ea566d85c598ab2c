import { describe, expect, it } from 'vitest';
import { unflatten } from '../../../src/validation/reading/index.js';
import { faultsIn, read, recordsIn, told, valuesIn } from './reading.js';

const csv = (text: string | Uint8Array) => read(text, 'csv');

describe('reading CSV', () => {
  it('gives each row with its place', async () => {
    expect(await csv('id,core.age\r\n\r\n1,"34"\r\n2,é\n"3","a\n""b"", c"')).toEqual([
      { kind: 'record', index: 0, value: { id: '1', core: { age: '34' } }, pointer: '/0', line: 3, bytes: [15, 21] },
      { kind: 'record', index: 1, value: { id: '2', core: { age: 'é' } }, pointer: '/1', line: 4, bytes: [23, 27] },
      {
        kind: 'record',
        index: 2,
        value: { id: '3', core: { age: 'a\n"b", c' } },
        pointer: '/2',
        line: 5,
        bytes: [28, 44],
      },
    ]);
  });

  it.each(['', '\n', '\uFEFF', 'a,b', '\uFEFFa,b\r\n', 'a,b\n \n'])('finds no record in %j', async (text) => {
    expect(await csv(text)).toEqual([]);
  });

  it.each([',', ';', '\t'])('tells the delimiter %j from the header', async (delimiter) => {
    const text = `a${delimiter}"x,,,,,"${delimiter}b${delimiter}c\n1${delimiter}2${delimiter}3${delimiter}"4${delimiter}"\n`;
    expect(valuesIn(await csv(text))).toEqual([{ a: '1', 'x,,,,,': '2', b: '3', c: `4${delimiter}` }]);
  });

  it('leaves the key of an empty cell out', async () => {
    const items = await csv('a,b.c,b.d,e\n,,,\n1,"",,2\n,,3,');
    expect(valuesIn(items)).toEqual([{}, { a: '1', e: '2' }, { b: { d: '3' } }]);
  });

  it('builds lists from indexes, in dots or brackets, and from JSON in a cell', async () => {
    const items = await csv(
      'j.0.step,j[0].time,j.1.step,tags,note\nstart,9,end,"[""x"",2]","[seen]"\nstart,,,"{""a"":[]}",{}\n,,end,[],"[1,]"\n',
    );
    expect(valuesIn(items)).toEqual([
      { j: [{ step: 'start', time: '9' }, { step: 'end' }], tags: ['x', 2], note: '[seen]' },
      { j: [{ step: 'start' }], tags: { a: [] }, note: {} },
      { j: [null, { step: 'end' }], tags: [], note: '[1,]' },
    ]);
  });

  it('leaves prototypes alone', async () => {
    const [value] = valuesIn(await csv('__proto__.polluted,a.__proto__,constructor\n1,2,3\n')) as [object];
    expect(JSON.stringify(value)).toBe('{"__proto__":{"polluted":"1"},"a":{"__proto__":"2"},"constructor":"3"}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a fault in CSV', () => {
  it.each([
    ['too few cells', 'a,b,c\n1,2\n1,2,3', '0 at 2:4 found 2 cells; expected 3, as in the header'],
    ['one cell', 'a,b\n\n1\n1,2', '0 at 3:2 found 1 cell; expected 2, as in the header'],
    ['too many cells', 'a,b\n"é,",2,3\n1,2', '0 at 2:8 found 3 cells; expected 2, as in the header'],
    ['a column that stands twice', 'a,b,a\n1,2,3', '- at 1:5 found the column a again; expected each column once'],
    ['a path that stands twice', 'a.0,a[0]\n1,2', '- at 1:5 found the column a[0] again; expected each column once'],
    [
      'a column without a name',
      'a,,b,\n1,2,3,4',
      '- at 1:3 found a column without a name; expected a name for each column|- at 1:6 found a column without a name; expected a name for each column',
    ],
    [
      'a quote in the middle of a cell',
      'a,b\n1,6" x\n1,2',
      '0 at 2:4 found a quote inside a cell that does not begin with one; expected a cell in quotes, in which each quote of its own stands twice',
    ],
    [
      'text behind a quote',
      'a,b\n1,"2"3\n1,2',
      '0 at 2:6 found more of a cell behind its closing quote; expected a cell in quotes, in which each quote of its own stands twice',
    ],
    [
      'a lone carriage return',
      'a,b\n1,2\r1,3\n1,2',
      '0 at 2:4 found a carriage return without a line feed; expected a line feed at the end of each line',
    ],
    [
      'a lone carriage return beside quotes',
      'a,b\n"1",2\r1,3\n1,2',
      '0 at 2:6 found a carriage return without a line feed; expected a line feed at the end of each line',
    ],
    [
      'a quote that is never closed',
      'a,b\n1,"2\n1,3',
      '0 at 2:3 found a quote that is never closed; expected a quote at the end of the cell',
    ],
    [
      'a quote that is never closed, on the last line',
      'a,b\n1,2\n1,"3',
      '1 at 3:3 found a quote that is never closed; expected a quote at the end of the cell',
    ],
    [
      'a cell and another below it',
      'a,b.c,b\n1,2,\n1,,3\n1,2,3',
      '2 at 4:5 found b filled beside columns below it; expected the one or the others',
    ],
  ])('says what is wrong with %s', async (_, text, expected) => {
    const items = await csv(text);
    expect(faultsIn(items).map(told).join('|')).toBe(expected);
    expect(recordsIn(items).length).toBeGreaterThan(0);
  });

  it.each([
    [
      'a quote that is not closed',
      'a,"b\n1,2',
      '- at 1:3 found a quote that is never closed; expected a quote at the end of the cell (fatal)',
    ],
    [
      'carriage returns alone',
      'a,b\r1,2\r3,4',
      '- at 1:4 found a carriage return without a line feed; expected a line feed at the end of each line (fatal)',
    ],
  ])('is fatal where the header has %s', async (_, text, expected) => {
    expect((await csv(text)).map((item) => (item.kind === 'fault' ? told(item) : item))).toEqual([expected]);
  });

  it('lets the first of two columns count, and no column without a name', async () => {
    expect(valuesIn(await csv('a,,a,b\n1,2,3,4'))).toEqual([{ a: '1', b: '4' }]);
  });

  it('costs one line where a quote is lost, also before others in quotes', async () => {
    const items = await csv('a,b\n1,"x\n2,"y"\n3,z\n4,"v\nw"\n5,"\n6,u\n');
    expect(recordsIn(items).map(({ index, value, line }) => [index, value, line])).toEqual([
      [1, { a: '2', b: 'y' }, 3],
      [2, { a: '3', b: 'z' }, 4],
      [3, { a: '4', b: 'v\nw' }, 5],
      [5, { a: '6', b: 'u' }, 8],
    ]);
    expect(faultsIn(items).map(({ index, line, isFatal }) => [index, line, isFatal])).toEqual([
      [0, 2, false],
      [4, 7, false],
    ]);
  });

  it('costs one line where a quote would swallow more than can be held', async () => {
    const limits = { chunkBytes: 16, headBytes: 4, mostRecordBytes: 64 };
    const items = await read(`a,b\n1,"x\n${'2,y\n'.repeat(50)}3,"z\n"\n`, 'csv', limits);
    expect(recordsIn(items)).toHaveLength(51);
    expect(recordsIn(items).at(-1)).toMatchObject({ index: 51, line: 53, value: { a: '3', b: 'z\n' } });
    expect(faultsIn(items)).toMatchObject([{ index: 0, line: 2 }]);
  });

  it('tells of bytes that are no UTF-8', async () => {
    const latin = Buffer.concat([Buffer.from('a,b\n1,\uFFFD\n2,'), Buffer.from([0xe9]), Buffer.from('\n3,4')]);
    const items = await csv(latin);
    expect(recordsIn(items).map(({ index }) => index)).toEqual([0, 2]);
    expect(faultsIn(items)).toMatchObject([{ index: 1, line: 3, column: 3 }]);
  });

  it('refuses a path that would overflow the stack', async () => {
    const items = await csv(`a,${'b.'.repeat(100_000)}c\n1,2\n`);
    expect(faultsIn(items)).toMatchObject([{ index: null, line: 1, column: 3, isFatal: false }]);
    expect(valuesIn(items)).toEqual([{ a: '1' }]);
  });
});

describe('a flat row', () => {
  it.each([
    [
      'paths',
      { 'core.age': '34', 'user.screening_history.has_history': 'true' },
      { core: { age: '34' }, user: { screening_history: { has_history: 'true' } } },
    ],
    ['a list of lists', { 'a[0][0]': '1', 'a[0][1]': '2', 'a.1.0': '3' }, { a: [['1', '2'], ['3']] }],
    ['indexes in any order', { 'a.1': 'y', 'a.0': 'x' }, { a: ['x', 'y'] }],
    [
      'what is no index',
      { 'a.01': 'x', 'b.-1': 'y', 'c[x]': 'z' },
      { a: { '01': 'x' }, b: { '-1': 'y' }, 'c[x]': 'z' },
    ],
    ['an index beside a name', { 'a.0': 'x', 'a.b': 'y' }, { a: { 0: 'x', b: 'y' } }],
    ['an index that no list has', { 'a.999999999': 'x' }, { a: { 999999999: 'x' } }],
    ['indexes at the top', { 0: 'x', '[1].a': 'y' }, { 0: 'x', 1: { a: 'y' } }],
    ['nothing', {}, {}],
    ['nothing but empty cells', { 'a.b': '', 'c.0': '' }, {}],
    ['JSON of a scalar', { a: '1', b: 'null', c: '"x"' }, { a: '1', b: 'null', c: '"x"' }],
  ])('may hold %s', (_, row, expected) => {
    expect(unflatten(row as Record<string, string>)).toEqual(expected);
  });

  it('does not say one thing twice', () => {
    expect(() => unflatten({ 'a.0': 'x', 'a[0]': '' })).toThrow(
      /bad-row.*found the column a\[0\] again[^]*where +a\[0\]/,
    );
    expect(() => unflatten({ a: '{"b": 1}', 'a.b': '2' })).toThrow(/bad-row.*found a filled beside columns below it/);
  });
});
