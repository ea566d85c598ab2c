/* Long, because reading JSON is one state machine: a case for each state that a file can break off or go wrong in. */
import { describe, expect, it } from 'vitest';
import { faultsIn, read, recordsIn, told, valuesIn } from './reading.js';

const toldOf = async (text: string | Uint8Array) => faultsIn(await read(text, 'json')).map(told);

describe('reading JSON', () => {
  it('gives each record of a list with its place', async () => {
    expect(await read('[\n  {"a": 1},\n  {\n    "b": [{}, "]"]\n  }, {}\n]\n', 'json')).toEqual([
      { kind: 'record', index: 0, value: { a: 1 }, pointer: '/0', line: 2, bytes: [4, 12] },
      { kind: 'record', index: 1, value: { b: [{}, ']'] }, pointer: '/1', line: 3, bytes: [16, 40] },
      { kind: 'record', index: 2, value: {}, pointer: '/2', line: 5, bytes: [42, 44] },
    ]);
  });

  it('takes any value for a record', async () => {
    const text = '[null, true, -1.5e3, "a\\"],[", [[]], {}]';
    expect(valuesIn(await read(text, 'json'))).toEqual(JSON.parse(text));
  });

  it.each(['[]', ' [ \r\n\t] ', '\uFEFF[]\n', '{"customers": []}'])('finds no record in %j', async (text) => {
    expect(await read(text, 'json')).toEqual([]);
  });

  it('gives a single record the pointer of the root', async () => {
    const items = await read('\n{"id": 1, "visits": [{"at": 2}]}\n', 'json');
    expect(items).toEqual([
      { kind: 'record', index: 0, value: { id: 1, visits: [{ at: 2 }] }, pointer: '', line: 2, bytes: [1, 33] },
    ]);
  });

  it.each([
    ['a list first and another key', '{"visits": [{"at": 2}], "id": 1}'],
    ['a list of texts', '{"tags": ["a", "b"]}'],
    ['no list', '{"customers": {"a": 1}}'],
    ['no key', '{}'],
  ])('takes an object with %s for a single record', async (_, text) => {
    expect(await read(text, 'json')).toMatchObject([{ kind: 'record', pointer: '', value: JSON.parse(text) }]);
  });

  it('finds the list in an object that wraps it', async () => {
    const items = await read('{ "a/b~\\u00e9" :\n[{"id": 1},\n{"id": 2}]\n}\n', 'json');
    expect(items).toMatchObject([
      { index: 0, value: { id: 1 }, pointer: '/a~1b~0é/0', line: 2 },
      { index: 1, value: { id: 2 }, pointer: '/a~1b~0é/1', line: 3 },
    ]);
  });

  it('says that a list was taken for all of an object when a second key comes late', async () => {
    const text = '{"list": [{"id": 1}, {"id": 2}], "n": 2}';
    const items = await read(text, 'json', { lookAheadBytes: 12, chunkBytes: 4, headBytes: 4 });
    expect(valuesIn(items)).toEqual([{ id: 1 }, { id: 2 }]);
    expect(faultsIn(items).map(told)).toEqual([
      '- at 1:32 found a comma behind the list; expected }; an object that wraps a list of records has no second key (fatal)',
    ]);
  });

  it('leaves prototypes alone, and of a key that stands twice takes the last', async () => {
    const items = await read(
      '[{"__proto__": {"polluted": 1}, "constructor": {"prototype": 2}, "a": 1, "a": 2}]',
      'json',
    );
    const [value] = valuesIn(items) as [Record<string, unknown>];
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'a']);
    expect(value['a']).toBe(2);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('takes half of a surrogate pair', async () => {
    expect(valuesIn(await read('["\\ud800", "\\udc00\\ud800"]', 'json'))).toEqual(['\ud800', '\udc00\ud800']);
  });
});

describe('a fault in JSON', () => {
  it.each([
    ['NaN', '[{"a": NaN}]', '0 at 1:8 found NaN; expected null where a number is missing'],
    ['an infinity', '[{"a": -Infinity}]', '0 at 1:8 found -Infinity; expected a number; JSON has no infinity'],
    ['None', '[{"a": None}]', '0 at 1:8 found None; expected null'],
    [
      'a name of Object.prototype',
      '[constructor]',
      '0 at 1:2 found constructor; expected a value; JSON puts texts in double quotes',
    ],
    ['single quotes', `[{'a': 1}]`, '0 at 1:3 found a single quote; expected a key in double quotes'],
    [
      'a text in single quotes',
      `[{"a": 'b'}]`,
      '0 at 1:8 found a single quote; expected a value; JSON puts texts in straight double quotes',
    ],
    ['a bare key', '[{a: 1}]', '0 at 1:3 found a; expected a key in double quotes'],
    ['a bare text', '[{"a": b}]', '0 at 1:8 found b; expected a value; JSON puts texts in double quotes'],
    [
      'a comma behind the last key',
      '[{"a": 1,\n}]',
      '0 at 1:9 found a comma before }; expected no comma behind the last one',
    ],
    [
      'a comma behind the last item',
      '[{"a": [1, ]}]',
      '0 at 1:10 found a comma before ]; expected no comma behind the last one',
    ],
    ['a comment', '[{"a": 1 // one\n}]', '0 at 1:10 found a comment; expected , or }; JSON has no comments'],
    [
      'a comment for a value',
      '[{"a": /* one */ 1}]',
      '0 at 1:8 found a comment; expected a value; JSON has no comments',
    ],
    [
      'a comment for a key',
      '[{ # one\n"a": 1}]',
      '0 at 1:4 found a comment; expected a key in double quotes, or }; JSON has no comments',
    ],
    ['no comma', '[{"a": 1 "b": 2}]', '0 at 1:10 found "; expected , or }'],
    ['no colon', '[{"a" 1}]', '0 at 1:7 found 1; expected a colon'],
    ['no value', '[{"a": }]', '0 at 1:8 found }; expected a value'],
    ['a leading zero', '[{"a": 007}]', '0 at 1:8 found 007; expected a number as JSON writes it, such as -0.5 or 1e3'],
    ['a point without digits', '[1.]', '0 at 1:2 found 1.; expected a number as JSON writes it, such as -0.5 or 1e3'],
    ['a plus', '[{"a": +1}]', '0 at 1:8 found +1; expected a number as JSON writes it, such as -0.5 or 1e3'],
    [
      'an unknown escape',
      '["a\\x"]',
      '0 at 1:4 found the escape \\x; expected \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hexadecimal digits',
    ],
    ['a tab in a text', '["a\tb"]', '0 at 1:4 found a tab inside a text; expected \\t'],
    [
      'a control character in a text',
      '["a\u0001b"]',
      '0 at 1:4 found the control character 1 inside a text; expected \\u0001',
    ],
    [
      'a line break in a text',
      '["a\nb"]',
      '0 at 1:4 found a line break inside a text; expected ", or \\n for a line break in the text (fatal)',
    ],
    [
      'a line break behind a backslash',
      '[{"a": "x\\\n},\n{"a": }]',
      '0 at 1:10 found the escape \\ before a line break; expected \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hexadecimal digits|1 at 3:7 found }; expected a value',
    ],
    ['a byte order mark before it', '\uFEFF[NaN]', '0 at 1:2 found NaN; expected null where a number is missing'],
    [
      'a wide character before it',
      '[{"é😀": é}]',
      '0 at 1:9 found é; expected a value; JSON puts texts in double quotes',
    ],
    ['a comma for a record', '[,{}]', '- at 1:2 found a comma; expected a record or ]'],
    ['two commas', '[{},,{}]', '- at 1:5 found a comma; expected a record'],
    [
      'a comma behind the last record',
      '[{},\n]',
      '- at 2:1 found ] behind a comma; expected no comma behind the last record',
    ],
    ['no comma between records', '[{}\n {}]', '- at 2:2 found {; expected , or ]'],
    ['a bracket too many', '[{}}, {}]', '- at 1:4 found }; expected , or ]'],
    [
      'a comment between records',
      '[{}, // a "\n{}]',
      '- at 1:6 found a comment; expected a record; JSON has no comments',
    ],
    [
      'a comment that is a block',
      '[/** ] **\n/ */{}]',
      '- at 1:2 found a comment; expected a record or ]; JSON has no comments',
    ],
    [
      'text behind the list',
      '[{}]\n é',
      '- at 2:2 found a character that is not ASCII behind the list; expected the end of the file (fatal)',
    ],
    ['a second list', '[{}][{}]', '- at 1:5 found [ behind the list; expected the end of the file (fatal)'],
    [
      'a second record',
      '{"a": 1}\n{"a": 2}',
      '- at 2:1 found { behind the record; expected the end of the file; one record on each line is the format ndjson (fatal)',
    ],
    ['a number at the root', '17', '- at 1:1 found 1; expected [ of a list of records, or { of an object (fatal)'],
    [
      'a comment at the root',
      '\n // x\n[]',
      '- at 2:2 found a comment; expected [ of a list of records, or { of an object (fatal)',
    ],
    ['no text', '', '- at 1:1 the file is empty; expected [ of a list of records, or { of an object (fatal)'],
    [
      'white space alone',
      ' \n  ',
      '- at 2:3 the file is empty; expected [ of a list of records, or { of an object (fatal)',
    ],
    [
      'a list that does not end',
      '[{"a": 1},\n{"a": 2}\n',
      '- at 3:1 the file ends before its list does; expected , or ] (fatal)',
    ],
    ['a list that ends with a comma', '[{},', '- at 1:5 the file ends before its list does; expected a record (fatal)'],
    [
      'a comment that does not end',
      '[{} /*',
      '- at 1:5 found a comment; expected , or ]; JSON has no comments|- at 1:7 the file ends before its list does; expected , or ] (fatal)',
    ],
    [
      'a record that does not end',
      '[{"a": 1},\n{"a": [2',
      '1 at 2:9 the file ends inside a record; expected , or ] (fatal)',
    ],
    ['a text that does not end', '[{"a": 1},\n{"a": "é', '1 at 2:9 the file ends inside a record; expected " (fatal)'],
    [
      'a word that does not end',
      '[tru',
      '0 at 1:2 found tru; expected a value; JSON puts texts in double quotes (fatal)',
    ],
    [
      'a wrapper that does not end',
      '{"list": [{}]\n',
      '- at 2:1 the file ends before its object does; expected } (fatal)',
    ],
    [
      'a wrapper with a comma behind its list',
      '{"list": [{}],}',
      '- at 1:14 found a comma behind the list; expected }; an object that wraps a list of records has no second key (fatal)',
    ],
    [
      'a single record that is broken',
      '{"a": 1,}',
      '0 at 1:8 found a comma before }; expected no comma behind the last one',
    ],
    ['a single record that does not end', '{"a": 1', '0 at 1:8 the file ends inside a record; expected , or } (fatal)'],
    ['a broken record at the end', '[{"a": }', '0 at 1:8 found }; expected a value (fatal)'],
  ])('says what is wrong with %s', async (_, text, ...expected) => {
    expect((await toldOf(text)).join('|')).toBe(expected.join());
  });

  it('costs a record, and the others are read', async () => {
    const items = await read('[\n{"a": 1},\n{"a": 2,},\n{"a": NaN}, {"a": "[{"},\n{"a" 5}\n]', 'json');
    expect(recordsIn(items).map(({ index, value, line }) => ({ index, value, line }))).toEqual([
      { index: 0, value: { a: 1 }, line: 2 },
      { index: 3, value: { a: '[{' }, line: 4 },
    ]);
    expect(faultsIn(items).map(({ index, line, isFatal }) => ({ index, line, isFatal }))).toEqual([
      { index: 1, line: 3, isFatal: false },
      { index: 2, line: 4, isFatal: false },
      { index: 4, line: 5, isFatal: false },
    ]);
    expect(items.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });

  it('stays on the line of a quote that is lost', async () => {
    const items = await read('[\n{"a": "x, "b": 1\n},\n{"a": "y",\n"b": "z\n},\n{"a": "w"}\n]', 'json');
    expect(faultsIn(items).map(told)).toEqual([
      '0 at 2:12 found b; expected , or }',
      '1 at 5:8 found a line break inside a text; expected ", or \\n for a line break in the text',
    ]);
    expect(recordsIn(items)).toMatchObject([{ index: 2, value: { a: 'w' }, line: 7 }]);
  });

  it.each([
    [
      'a list closed as an object',
      '[{"ok": 1}, {"a": [1, 2}, "b": 2}, {"a": 3}]',
      '1 at 1:24 found }; expected , or ] (fatal)',
    ],
    [
      'an object closed as a list',
      '[{"ok": 1}, {"a": {"b": 2]}, {"a": 3}]',
      '1 at 1:26 found ]; expected , or } (fatal)',
    ],
    [
      'an object that is not closed',
      '[{"ok": 1}, {"a": {"b": 2}, {"a": 3}, {"a": 4}]',
      '1 at 1:29 found {; expected a key in double quotes (fatal)',
    ],
    [
      'a lost quote before a bracket',
      '[{"ok": 1}, {"a": "x, "b": 1},\n{"a": 2}, {"a": 3}]',
      '1 at 1:24 found b; expected , or } (fatal)',
    ],
    [
      'a wrong bracket in a wrapper',
      '{"list": [{"ok": 1}, {"a": 2], "b": 3}',
      '1 at 1:29 found ]; expected , or } (fatal)',
    ],
    [
      'something behind a broken record',
      '[{"ok": 1}, {"a": tru} {"a": 3}]',
      '1 at 1:19 found tru; expected a value; JSON puts texts in double quotes (fatal)',
    ],
  ])('ends the reading at %s, where nobody knows what follows', async (_, text, fault) => {
    const items = await read(text, 'json');
    expect(valuesIn(items)).toEqual([{ ok: 1 }]);
    expect(faultsIn(items).map(told)).toEqual([fault]);
  });

  it('tells of bytes that are no UTF-8, and of U+FFFD only where it is none of the file', async () => {
    const latin = Buffer.concat([
      Buffer.from('[{"a": "\uFFFD"}, {"a": "\uFFFD'),
      Buffer.from([0xe9]),
      Buffer.from('"}, {}]'),
    ]);
    const items = await read(latin, 'json');
    expect(recordsIn(items).map(({ index }) => index)).toEqual([0, 2]);
    expect(faultsIn(items).map(told)).toEqual([
      '1 at 1:22 found bytes that are no UTF-8; expected text in UTF-8; the file may have been saved in another encoding',
    ]);
  });

  it.each([
    ['closed', `[{}, ${'['.repeat(100_000)}${']'.repeat(100_000)}, {}]`, [0, 2], ''],
    ['open', `[{}, {}, ${'['.repeat(100_000)}`, [0, 1], ' (fatal)'],
    ['of objects', `[{}, ${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}, {}]`, [0, 2], ''],
  ])('meets 100,000 brackets inside each other, %s, without a loss of its own', async (_, text, indexes, end) => {
    const items = await read(text, 'json');
    expect(recordsIn(items).map(({ index }) => index)).toEqual(indexes);
    expect(faultsIn(items).map(told)).toEqual([
      expect.stringMatching(/^\d at 1:\d+ found more than 1000 brackets inside each other/),
    ]);
    expect(faultsIn(items)[0]?.isFatal).toBe(end !== '');
  });

  it('takes as many brackets as it says, and not one more', async () => {
    const nested = (depth: number) => `[${'['.repeat(depth)}${']'.repeat(depth)}]`;
    expect(faultsIn(await read(nested(1000), 'json'))).toEqual([]);
    expect(faultsIn(await read(nested(1001), 'json')).map(told)).toEqual([
      '0 at 1:1002 found more than 1000 brackets inside each other; expected a record that is nested less deeply',
    ]);
    const flat = `[[${'[],'.repeat(3000)}[]]]`;
    expect(faultsIn(await read(flat, 'json'))).toEqual([]);
  });

  it('passes over a record that is too long to be held', async () => {
    const limits = { chunkBytes: 16, headBytes: 4, lookAheadBytes: 16, mostRecordBytes: 64 };
    const long = `{"a": "${'x'.repeat(40)}",\n"b": ["${'y'.repeat(90)}"]}`;
    const items = await read(`[{"a": 1},\n${long},\n{"a": 3}]`, 'json', limits);
    expect(valuesIn(items)).toEqual([{ a: 1 }, { a: 3 }]);
    expect(recordsIn(items).map(({ line }) => line)).toEqual([1, 4]);
    expect(faultsIn(items).map(told)).toEqual([
      '1 at 2:1 found a record of more than 64 bytes; expected a shorter one',
    ]);
  });

  it('says what is wrong at the beginning of a record that seems endless', async () => {
    const limits = { chunkBytes: 16, headBytes: 4, mostRecordBytes: 64 };
    const text = `[{"a": 1},\n{"a": 2, "b": [3},\n${'{"a": [4},'.repeat(50)}]`.replaceAll('3}', '3');
    const items = await read(text, 'json', limits);
    expect(valuesIn(items)).toEqual([{ a: 1 }]);
    expect(faultsIn(items)).toMatchObject([{ index: 1, isFatal: true }]);
  });
});
