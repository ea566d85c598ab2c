import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { mendFile } from '../../src/validation/index.js';
import type { MendChange } from '../../src/validation/index.js';
import { withDirectory } from '../snapshot/people.js';
import { changed, guestsOf, inn } from './validatePeople.js';
import type { Guest } from './validatePeople.js';

/** The copy of a text, and the changes in it. */
async function mended(
  text: string | Uint8Array,
  format: 'json' | 'ndjson' | 'csv' = 'json',
  domain = inn,
): Promise<{ readonly text: string; readonly changes: readonly MendChange[]; readonly records: number }> {
  return withDirectory(async (directory) => {
    const path = join(directory, `file.${format}`);
    await writeFile(path, text);
    const pieces: Uint8Array[] = [];
    const changes: MendChange[] = [];
    let records = 0;
    for await (const piece of mendFile(path, { domain, asOf: domain.asOf, format })) {
      pieces.push(piece.bytes);
      changes.push(...piece.changes);
      records += piece.records;
    }
    return { text: Buffer.concat(pieces).toString(), changes, records };
  });
}

const legal = guestsOf(4);
const wrong = changed(legal, 2, { age: 7, years_left: 93 });
const right = changed(legal, 2, { age: 18, years_left: 82 });

describe('a mended file', () => {
  it.each<[string, (records: readonly object[]) => string]>([
    ['two blanks', (records) => `${JSON.stringify(records, null, 2)}\n`],
    ['four blanks and no line end', (records) => JSON.stringify(records, null, 4)],
    ['tabs', (records) => JSON.stringify(records, null, '\t')],
    ['CRLF', (records) => JSON.stringify(records, null, 2).replaceAll('\n', '\r\n')],
    ['no blanks', (records) => JSON.stringify(records)],
    ['a record a line', (records) => `[\n${records.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`],
    ['a byte order mark', (records) => `\uFEFF${JSON.stringify(records, null, 2)}\n`],
    ['a list in an object', (records) => `${JSON.stringify({ 'the/guests': records }, null, 2)}\n`],
  ])('keeps the layout of JSON with %s', async (_, laidOut) => {
    const { text, changes, records } = await mended(laidOut(wrong));
    expect(text).toBe(laidOut(right));
    expect(changes.map((one) => one.pointer.replace(/^\/the~1guests/, ''))).toEqual(['/2/age', '/2/years_left']);
    expect(records).toBe(4);
    expect((await mended(laidOut(legal))).text).toBe(laidOut(legal));
  });

  it('may be one record', async () => {
    const { text, changes } = await mended(JSON.stringify(wrong[2], null, 2));
    expect(text).toBe(JSON.stringify(right[2], null, 2));
    expect(changes).toMatchObject([
      { record: 0, pointer: '/age', old: 7, new: 18 },
      { record: 0, pointer: '/years_left', old: 93, new: 82 },
    ]);
  });

  it('keeps every byte of records that are legal, and of NDJSON all but one line', async () => {
    const lines = [
      '  { "age" : 4.0e1, "years_left":60,"kind":"guest", "name":"\\u0041nn", "visits":[], "guest_id":"' +
        legal[0]?.guest_id +
        '" }  ',
      '',
      JSON.stringify(wrong[2]),
      '\t' + JSON.stringify(legal[3]),
    ];
    const { text } = await mended(lines.join('\r\n'), 'ndjson');
    expect(text).toBe([...lines.slice(0, 2), JSON.stringify(right[2]), lines[3]].join('\r\n'));
  });

  it('has the keys in the order in which they stood, and those that the model does not know', async () => {
    const odd = {
      z_extra: { b: 1 },
      years_left: 93,
      visits: [{ seen: 'x', rating: 9.5, day: '2024-02-29' }],
      ...wrong[2],
      age: 7,
    };
    const guest: object = { ...odd, visits: [{ seen: 'x', rating: 9.5, day: '2024-02-29' }] };
    const { text, changes } = await mended(JSON.stringify([guest]));
    const [found] = JSON.parse(text) as [Guest & { z_extra: unknown }];
    expect(Object.keys(found)).toEqual(Object.keys(guest));
    expect(found.z_extra).toEqual({ b: 1 });
    expect(Object.keys(found.visits[0] ?? {})).toEqual(['seen', 'rating', 'day']);
    expect(changes.map(({ pointer }) => pointer)).toEqual(['/0/years_left', '/0/visits/0/rating', '/0/age']);
  });

  it('reads foreign dates before it mends, and tells that they changed', async () => {
    const foreign = { ...wrong[2], visits: [{ day: '2024-12-31T10:00:00.123456', rating: 3 }] };
    expect((await mended(JSON.stringify([foreign]))).changes).toMatchObject([
      { pointer: '/0/age' },
      { pointer: '/0/years_left' },
      { pointer: '/0/visits/0/day', old: '2024-12-31T10:00:00.123456', new: '2024-12-31' },
    ]);
    const alone = JSON.stringify([{ ...legal[0], visits: foreign.visits }]);
    expect(await mended(alone)).toMatchObject({ text: alone, changes: [] });
  });

  it('tells what came and went with a pointer of its own', async () => {
    const { visits: _, ...without } = legal[0] as Guest;
    expect((await mended(JSON.stringify([without]))).changes).toEqual([
      { file: expect.any(String) as string, record: 0, pointer: '/0/visits', new: [] },
    ]);
    const long = { ...wrong[2], visits: Array.from({ length: 5 }, () => ({ day: '2025-01-01', rating: 6 })) };
    const { changes } = await mended(JSON.stringify([long]));
    expect(changes.filter((one) => !('new' in one)).map(({ pointer }) => pointer)).toEqual([
      '/0/visits/3',
      '/0/visits/4',
    ]);
    expect(changes).toContainEqual({
      file: expect.any(String) as string,
      record: 0,
      pointer: '/0/visits/0/rating',
      old: 6,
      new: 5,
    });
  });

  it('leaves records of no known kind as they are', async () => {
    const text = '[{"a":1}, 7, null, "x"]';
    expect(await mended(text)).toEqual({ text, changes: [], records: 4 });
  });

  it('keeps a key called __proto__', async () => {
    const text = JSON.stringify([wrong[2]]).replace('{', '{"__proto__":{"x":1},');
    const made = (await mended(text)).text;
    expect(made.startsWith('[{"__proto__":{"x":1},"guest_id"')).toBe(true);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('stops at a place that cannot be read', async () => {
    await expect(mended(`${JSON.stringify(legal[0])}\n{"age": }\n`, 'ndjson')).rejects.toThrow(
      /^cannot-read .*line 2 cannot be read[^]*column 9/,
    );
  });

  it('says that it is our bug where a mended record would be wrong', async () => {
    const [collection] = inn.collections;
    const broken = {
      ...inn,
      collections: [
        {
          ...collection,
          arbitrary: () =>
            Object.assign(Object.create(collection.model.arbitrary) as typeof collection.model.arbitrary, {
              mend: (value: Guest) => value,
            }),
        },
      ],
    } as unknown as typeof inn;
    await expect(mended(JSON.stringify(wrong), 'json', broken)).rejects.toThrow(
      /this is a bug in cohort-check.*a mended record breaks a rule/,
    );
  });

  it('is larger than what is read at a time', async () => {
    const many = guestsOf(20_000).map((one, index) => (index % 1000 === 7 ? { ...one, age: 7, years_left: 93 } : one));
    const { text, changes, records } = await mended(JSON.stringify(many, null, 2));
    expect(records).toBe(20_000);
    expect(changes).toHaveLength(40);
    const expected = many.map((one) => (one.age === 7 ? { ...one, age: 18, years_left: 82 } : one));
    expect(text).toBe(JSON.stringify(expected, null, 2));
  });

  test.prop([
    fc.array(fc.tuple(fc.nat(3), fc.integer({ min: -5, max: 120 }))),
    fc.constantFrom('json' as const, 'ndjson' as const),
    fc.nat(4),
  ])('of any guests is legal, and the same when it is mended again', async (ages, format, blanks) => {
    const records = ages.map(([index, age]) => ({ ...legal[index], age }));
    const text =
      format === 'json'
        ? JSON.stringify(records, null, blanks)
        : records.map((one) => `${JSON.stringify(one)}\n`).join('');
    const once = await mended(text, format);
    const read = (
      format === 'json'
        ? JSON.parse(once.text)
        : once.text
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line) as unknown)
    ) as Guest[];
    expect(read.map(({ age }) => age)).toEqual(ages.map(([, age]) => Math.min(80, Math.max(18, age))));
    for (const { age, years_left: left } of read) expect(left).toBe(100 - age);
    expect(await mended(once.text, format)).toEqual({ ...once, changes: [] });
  });
});
