import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze, analyzeFiles } from '../../src/analysis/index.js';
import type { Analysis } from '../../src/analysis/index.js';
import { domain, fixture, fixtureAnalysis, paths, records, shuffled, types } from './dataSet.js';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'analyze-'));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function written(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

/** All that does not depend on where the records stand. Sums may differ in their last digits. */
function figuresOf(analysis: Analysis): unknown {
  return JSON.parse(
    JSON.stringify(analysis, (key, value: unknown) => {
      if (['first', 'files', 'left_out'].includes(key)) return undefined;
      return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value;
    }),
  );
}

describe('analyze', () => {
  it('says where it looked, and what it is about', async () => {
    const { files, as_of, alpha, records: count, left_out, collections, titles } = await fixtureAnalysis();
    expect({ files, as_of, alpha, count, left_out }).toEqual({
      files: [{ path: 'records', records: 1489, collections: ['customers', ...types] }],
      as_of: '2025-03-31',
      alpha: 0.01,
      count: 1489,
      left_out: { count: 0, first: [] },
    });
    expect(collections.map(({ collection, title }) => `${collection}: ${title}`)).toEqual([
      'customers: Customers',
      'first_time_user: First-time users',
      'life_transition: Life transitions',
      'prevention_conversion: Prevention conversions',
    ]);
    expect(titles.of).toMatchObject({
      age_band: 'age band',
      collection: 'scenario type',
      never_screened: 'never screened',
    });
    expect(titles.units['age']).toBe('years');
  });

  it('says the same of records in another order', async () => {
    const moved = shuffled(records);
    expect(moved[0]).not.toBe(records[0]);
    expect(figuresOf(await analyze(moved, { domain }))).toEqual(figuresOf(await fixtureAnalysis()));
  });

  it('says the same of records as they come', async () => {
    async function* coming(): AsyncGenerator {
      yield* records;
    }
    expect(await analyze(coming(), { domain })).toEqual(await fixtureAnalysis());
  });

  it('leaves out what it cannot count, and says where it stands', async () => {
    const [one, two] = fixture.first_time_user;
    const { journey: _, ...broken } = one!;
    const given = [one, { like: 'nothing' }, broken, null, two, 7];
    const { records: count, left_out, files, collections } = await analyze(given, { domain });
    expect(count).toBe(2);
    expect(files[0]!.records).toBe(6);
    expect(collections[0]!.records).toBe(2);
    expect(left_out).toEqual({
      count: 4,
      first: [1, 2, 3, 5].map((record) => ({ file: 'records', record, pointer: `/${record}` })),
    });
  });

  it('names ten of many that it left out', async () => {
    const { left_out } = await analyze(
      Array.from({ length: 25 }, () => ({})),
      { domain },
    );
    expect([left_out.count, left_out.first.length]).toEqual([25, 10]);
  });

  it('leaves out records that no study asks about', async () => {
    const studies = async () => (await domain.studies!()).slice(0, 1);
    const { collections, records: count, left_out, files } = await analyze(records, { domain: { ...domain, studies } });
    expect([count, left_out.count]).toEqual([500, 989]);
    expect(collections.map(({ collection }) => collection)).toEqual(['customers']);
    expect(files[0]!.collections).toHaveLength(4);
  });

  it('takes the reference date that is given, stated or declared', async () => {
    const [one] = fixture.customers;
    expect((await analyze([{ ...one, as_of: '2025-05-01' }], { domain })).as_of).toBe('2025-05-01');
    expect((await analyze([one], { domain, asOf: '2026-01-01' })).as_of).toBe('2026-01-01');
    // What was open on the reference date is lost a year later.
    const later = await analyze(fixture.first_time_user, { domain, asOf: '2026-03-31' });
    const open = ({ collections }: Analysis): number =>
      collections.find(({ collection }) => collection === 'first_time_user')!.groups[0]!.journey!.endings[1]!.hits;
    expect(open(later)).toBeLessThan(open(await fixtureAnalysis()));
  });

  it('sets another data set beside it', async () => {
    const { against, ...rest } = await analyze(fixture.customers, { domain, against: fixture.first_time_user });
    expect(rest).toEqual(await analyze(fixture.customers, { domain }));
    expect(against).toMatchObject({ records: 500, only_before: ['first_time_user'], only_after: ['customers'] });
  });

  it.each([
    [{ asOf: 'today' }, 'asOf is "today"'],
    [{ alpha: 1 }, 'alpha is 1'],
    [{ minEffect: NaN }, 'minEffect is NaN'],
  ])('is refused with %j', async (options, message) => {
    await expect(analyze([], { domain, ...options })).rejects.toThrow(`bad-option  analyze(…): ${message}`);
    const ofFiles = analyzeFiles(paths, { domain, ...options });
    await expect(ofFiles).rejects.toThrow(`bad-option  analyzeFiles(…): ${message}`);
  });

  it('is refused with a collection that nobody knows', async () => {
    await expect(analyze([], { domain, model: 'cars' })).rejects.toThrow(/unknown-collection.*cars/);
    await expect(analyzeFiles(paths, { domain, model: 'cars' })).rejects.toThrow(/unknown-collection.*cars/);
  });
});

describe('analyzeFiles', () => {
  it('says the same as analyze', async () => {
    const analysis = await analyzeFiles(paths, { domain });
    expect(figuresOf(analysis)).toEqual(figuresOf(await fixtureAnalysis()));
    expect(analysis.files).toEqual(
      paths.map((path, index) => ({
        path,
        records: [500, 500, 321, 168][index],
        collections: [['customers', ...types][index]],
      })),
    );
    const { records: behind } = analysis.headlines[0]!;
    expect(behind.first[0]!.file).toMatch(/^fixtures\/.*\.json$/);
  });

  it('says the same of NDJSON and CSV', async () => {
    const users = fixture.life_transition;
    const wanted = figuresOf(await analyze(users, { domain }));
    const lines = written('users.ndjson', users.map((one) => JSON.stringify(one)).join('\n'));
    expect(figuresOf(await analyzeFiles([lines], { domain }))).toEqual(wanted);
    const cells = written('users.csv', asCsv(users));
    expect(figuresOf(await analyzeFiles([cells], { domain }))).toEqual(wanted);
  });

  it('says the same of one file and of several', async () => {
    const parts = [fixture.first_time_user.slice(0, 123), fixture.first_time_user.slice(123)];
    const files = parts.map((part, index) => written(`part${index}.json`, JSON.stringify(part)));
    const whole = await analyzeFiles([paths[1]!], { domain });
    expect(figuresOf(await analyzeFiles(files, { domain }))).toEqual(figuresOf(whole));
  });

  it('counts places that cannot be read, and names files that hold nothing', async () => {
    const good = JSON.stringify(fixture.first_time_user[0]);
    const torn = written('torn.ndjson', `${good}\n{"half": \n${good}\n`);
    const empty = written('empty.json', '[]');
    const { files, left_out, records: count } = await analyzeFiles([torn, empty], { domain });
    expect(count).toBe(2);
    expect(files.map((one) => one.records)).toEqual([2, 0]);
    expect(left_out).toEqual({ count: 1, first: [{ file: torn, record: 1, pointer: '/1' }] });
  });

  it('sets files from before beside it, and tells how far it is', async () => {
    const read: number[] = [];
    const { against } = await analyzeFiles([paths[1]!], {
      domain,
      against: [paths[0]!],
      onProgress: (progress) => read.push(progress.records),
    });
    expect(against?.files).toMatchObject([{ path: paths[0], records: 500 }]);
    expect(read.at(-1)).toBe(500);
  });

  it('stops when it is told to', async () => {
    await expect(analyzeFiles(paths, { domain, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    );
  });
});

/** Columns are paths; lists are JSON in their cells. */
function asCsv(list: readonly object[]): string {
  const rows = list.map((one) => new Map(cellsOf(one, '')));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  return [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\n');
}

function cellsOf(value: unknown, path: string): (readonly [path: string, cell: string])[] {
  if (value === null) return [];
  if (Array.isArray(value)) return [[path, JSON.stringify(value)]];
  if (typeof value !== 'object') return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => cellsOf(inner, path === '' ? key : `${path}.${key}`));
}
