import { Buffer } from 'node:buffer';
import { mkdtemp, readFile as readBytes, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainJson } from '../../../src/validation/reading/json/explainJson.js';
import type { DataFormat, ReadItem } from '../../../src/validation/reading/index.js';
import { LineMark } from '../../../src/validation/reading/bytes/index.js';
import { faultsIn, readFile, recordsIn, valuesIn } from './reading.js';

let directory: string;
let path: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cohort-check-reading-'));
  path = join(directory, 'data');
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function read(text: string, format: DataFormat, chunkBytes: number): Promise<ReadItem[]> {
  await writeFile(path, text);
  return (await readFile(path, { format }, { chunkBytes, headBytes: 4, lookAheadBytes: 16 })).items;
}

/** JSON of a value, with white space wherever it may stand. */
function spaced(value: unknown, spaces: readonly string[]): string {
  let next = 0;
  const space = (): string => spaces[next++ % spaces.length] ?? '';
  const write = (inner: unknown): string => {
    if (Array.isArray(inner)) return `[${space()}${inner.map(write).join(`${space()},`)}]${space()}`;
    if (typeof inner !== 'object' || inner === null) return `${space()}${JSON.stringify(inner)}${space()}`;
    const members = Object.entries(inner).map(
      ([key, member]) => `${space()}${JSON.stringify(key)}${space()}:${write(member)}`,
    );
    return `${space()}{${members.join(',')}${space()}}`;
  };
  return write(value);
}

const values = fc.array(fc.jsonValue({ maxDepth: 4 }));
const chunks = fc.integer({ min: 1, max: 80 });
const spacesOf = (...spaces: string[]) => fc.array(fc.constantFrom('', ...spaces), { minLength: 1 });

/** What tells a record's place apart from its neighbours'. */
async function expectPlaces(items: readonly ReadItem[]): Promise<void> {
  const bytes = await readBytes(path);
  for (const { value, line, bytes: range } of recordsIn(items)) {
    expect(JSON.parse(bytes.subarray(...range).toString())).toEqual(value);
    expect(line).toBe(bytes.subarray(0, range[0]).toString().split('\n').length);
  }
}

describe('JSON of any values', () => {
  it('is read as it was written', async () => {
    const spaces = spacesOf(' ', '\n', '\t', '\r\n', '   ');
    await fc.assert(
      fc.asyncProperty(values, spaces, chunks, async (list, space, chunkBytes) => {
        const items = await read(spaced(list, space), 'json', chunkBytes);
        expect(JSON.stringify(valuesIn(items))).toBe(JSON.stringify(list));
        expect(items.map(({ kind, index }) => ({ kind, index }))).toEqual(
          list.map((_, index) => ({ kind: 'record', index })),
        );
        await expectPlaces(items);
      }),
    );
  });

  it('is read as it was written, a value a line', async () => {
    const spaces = spacesOf(' ', '\t', '\r', '   ');
    await fc.assert(
      fc.asyncProperty(
        values,
        spaces,
        spacesOf('\n', '\r\n', ' \n'),
        chunks,
        async (list, space, breaks, chunkBytes) => {
          const lines = list.map((value, at) => `${spaced(value, space)}\n${breaks[at % breaks.length] ?? ''}`);
          const items = await read(lines.join(''), 'ndjson', chunkBytes);
          expect(JSON.stringify(valuesIn(items))).toBe(JSON.stringify(list));
          expect(items).toHaveLength(list.length);
          await expectPlaces(items);
        },
      ),
    );
  });
});

describe('a table of any texts', () => {
  const special = fc.constantFrom('"', '""', ',', ';', '\t', '\n', '\r\n', 'é', '😀', ' ', 'a', '');
  const cell = fc.array(special, { maxLength: 5 }).map((parts) => parts.join(''));
  const tables = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));

  it('is read as it was written', async () => {
    const table = fc.tuple(
      tables,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      chunks,
    );
    await fc.assert(
      fc.asyncProperty(table, async ([rows, delimiter, lineBreak, isQuoted, chunkBytes]) => {
        const names = rows[0]!.map((_, column) => `c${column}`);
        const quoted = (text: string): string =>
          isQuoted || /[",;\t\r\n]|^ *$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const text = [names, ...rows].map((row) => row.map(quoted).join(delimiter)).join(lineBreak);
        const items = await read(text, 'csv', chunkBytes);
        expect(valuesIn(items)).toEqual(
          rows.map((row) => Object.fromEntries(row.map((value, at) => [names[at], value]).filter(([, v]) => v !== ''))),
        );
        expect(faultsIn(items)).toEqual([]);
      }),
    );
  });
});

/** A list with a few characters changed, which may be a list still. */
const damaged = fc
  .tuple(
    values,
    spacesOf(' ', '\n'),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom(...Array.from('[]{},:"\\/\'#\n\t 0-.eEtfnu*é'), '', '//', '\\u12', 'NaN', '"a"'),
        fc.integer({ min: 0, max: 2 }),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([list, space, changes]) => {
    let text = spaced(list, space);
    for (const [place, insert, dropped] of changes) {
      const at = place % (text.length + 1);
      text = text.slice(0, at) + insert + text.slice(at + dropped);
    }
    return text;
  });

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('a list with changed characters', () => {
  it('has a fault exactly where JSON.parse refuses it, and no more than one that is fatal: the last', async () => {
    let sound = 0;
    let broken = 0;
    await fc.assert(
      fc.asyncProperty(damaged, chunks, async (text, chunkBytes) => {
        const items = await read(text, 'json', chunkBytes);
        const faults = faultsIn(items);
        const isSound = isJson(text) && /^\s*[[{]/.test(text);
        if (isSound) sound += 1;
        else broken += 1;
        expect(faults.length === 0).toBe(isSound);
        expect(faults.slice(0, -1).every(({ isFatal }) => !isFatal)).toBe(true);
        if (faults.at(-1)?.isFatal === true) expect(items.at(-1)).toBe(faults.at(-1));
        const places = items.flatMap(({ index }) => (index === null ? [] : [index]));
        expect(places).toEqual(places.map((_, at) => at));
      }),
      { numRuns: 500 },
    );
    expect(Math.min(sound, broken)).toBeGreaterThan(20);
  });

  it('is explained exactly where JSON.parse refuses it, at its first flaw', () => {
    let broken = 0;
    fc.assert(
      fc.property(damaged, (text) => {
        const flaw = explainJson(text);
        expect(flaw === undefined).toBe(isJson(text));
        if (flaw === undefined) return;
        broken += 1;
        // Up to there, nothing is wrong but that it ends.
        const before = explainJson(text.slice(0, flaw.at));
        expect(before === undefined || before.isUnfinished).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(broken).toBeGreaterThan(100);
  });

  it('is unfinished wherever it is cut', () => {
    fc.assert(
      fc.property(values, spacesOf(' ', '\n'), fc.nat(), (list, space, place) => {
        const text = spaced(list, space).trim();
        expect(explainJson(text.slice(0, place % text.length))?.isUnfinished).toBe(true);
      }),
    );
  });
});

describe('the mark of a line', () => {
  it('gives the line and the column of a place, however the window moves', () => {
    const text = fc
      .array(fc.constantFrom('a', '\n', 'é', '😀', 'x'.repeat(40), `${'y'.repeat(40)}é`))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 50 })), (content, steps) => {
        const mark = new LineMark();
        const characters = Array.from(content);
        let bytes = Buffer.from(content);
        let at = 0;
        let passed = 0;
        for (const [turn, step] of steps.entries()) {
          const count = Math.min(step, characters.length - passed);
          const next = at + Buffer.byteLength(characters.slice(passed, passed + count).join(''));
          mark.pass(bytes, at, next);
          passed += count;
          at = next;
          const lines = characters.slice(0, passed).join('').split('\n');
          expect([mark.line, mark.columnAt(bytes, at)]).toEqual([lines.length, Array.from(lines.at(-1)!).length + 1]);
          if (turn % 2 === 0) {
            mark.shift(bytes, at);
            bytes = bytes.subarray(at);
            at = 0;
          }
        }
      }),
    );
  });
});
