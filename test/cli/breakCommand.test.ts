import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { health } from '../../arbitraries/index.js';
import type { BrokenFixture } from '../../src/cli/brokenFixtures.js';
import { constant, defineDomain, record, violationsOf } from '../../src/index.js';
import type { Collection, Constraint, Invariant } from '../../src/index.js';
import { departureFollows, paidBefore, stay, stayModel, stayModelOf, staySchema } from '../domain/stays.js';
import type { Stay } from '../domain/stays.js';
import { namesIn, withDirectory } from '../snapshot/people.js';
import { Kept, runHere } from './runHere.js';
import type { Ran } from './runHere.js';

const staysWith = (rules: readonly Invariant<Stay>[]): Collection<Stay> => ({
  name: 'stays',
  group: 'booking',
  model: stayModelOf(rules),
  targets: {},
  population: ({ size }) => ({ size, at: () => undefined }),
  arbitrary: (constraints: Constraint, { asOf }) =>
    asOf === '2025-03-31' ? stay : stay.given({ arrival: { max: asOf }, ...(constraints as object) }),
  card: ({ stay_id }) => ({ title: stay_id, rows: [] }),
});
const stays = staysWith(stayModel.invariants);
const nothing = {
  ...stays,
  name: 'nothing',
  model: {
    ...stayModelOf([]),
    name: 'nothing',
    arbitrary: record().field('a', constant(1)),
    schema: async () => z.any(),
  },
} as unknown as Collection<object>;
const hotel = defineDomain({
  name: 'hotel',
  asOf: '2025-03-31',
  collections: [stays, { ...stays, name: 'visits' }, nothing],
});

const hotelHere = async (...argv: string[]): Promise<Ran> => runHere(['break', ...argv], { domain: async () => hotel });

async function fixturesOf(...argv: string[]): Promise<BrokenFixture[]> {
  const { code, out, err } = await hotelHere(...argv);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as BrokenFixture[];
}

const ids = [
  ...stayModel.invariants.map(({ id }) => id),
  'shape-missing-key',
  'shape-wrong-type',
  'shape-unknown-value',
  'shape-out-of-bounds',
  'shape-extra-key',
  'shape-malformed-date',
];

describe('cohort-check break', () => {
  it('prints twenty broken records with their labels', async () => {
    const fixtures = await fixturesOf('stays', '--rule', 'departure-follows-nights');
    expect(fixtures).toHaveLength(20);
    for (const fixture of fixtures) {
      expect(Object.keys(fixture)).toEqual(['value', 'broken', 'pointer', 'sentence']);
      expect(fixture).toMatchObject({
        broken: 'departure-follows-nights',
        pointer: '/departure',
        sentence: departureFollows.sentence,
      });
      expect(violationsOf(fixture.value as Stay, stayModel.invariants).map(({ rule }) => rule)).toEqual([
        fixture.broken,
      ]);
      expect(staySchema.safeParse(fixture.value).success).toBe(true);
    }
    expect(new Set(fixtures.map(({ value }) => JSON.stringify(value))).size).toBe(20);
  });

  it('prints what JSON.stringify would print, and other bytes for another seed', async () => {
    const first = await hotelHere('--count', '5');
    expect(first.out).toBe(`${JSON.stringify(JSON.parse(first.out), null, 2)}\n`);
    expect(await hotelHere('stays', '--count', '5', '--seed', '42', '--format', 'json', '--json')).toEqual(first);
    expect((await hotelHere('--count', '5', '--seed', '43')).out).not.toBe(first.out);
    expect((await hotelHere('--count', '0')).out).toBe('[]\n');
  });

  it('lets all rules take turns', async () => {
    const fixtures = await fixturesOf('--count', '25');
    expect(fixtures.map(({ broken }) => broken)).toEqual(
      Array.from({ length: 25 }, (_, index) => ids[index % ids.length]),
    );
    expect((await fixturesOf('--count', '7')).map(({ broken }) => broken)).toEqual(ids.slice(0, 7));
  });

  it('gives the same records of a rule, however many and whichever others are asked for', async () => {
    const all = await fixturesOf('--count', '25');
    const of = (id: string, from: readonly BrokenFixture[]) => from.filter(({ broken }) => broken === id);
    for (const id of ['paid-before-arrival', 'shape-extra-key']) {
      expect((await fixturesOf('--rule', id, '--count', '9')).slice(0, 2)).toEqual(of(id, all).slice(0, 2));
    }
    const two = await fixturesOf('--rule', 'shape-extra-key', '--rule', 'paid-before-arrival,', '--count', '4').catch(
      () => [],
    );
    expect(two).toEqual([]);
    const both = await fixturesOf('--rule', 'shape-extra-key , paid-before-arrival', '--count', '4');
    expect(both.map(({ broken }) => broken)).toEqual([
      'paid-before-arrival',
      'shape-extra-key',
      'paid-before-arrival',
      'shape-extra-key',
    ]);
  });

  it('takes shape for every part of it', async () => {
    const fixtures = await fixturesOf('--rule', 'shape', '--count', '12');
    expect(fixtures.map(({ broken }) => broken)).toEqual([...ids.slice(4), ...ids.slice(4)]);
    for (const { value } of fixtures) expect(staySchema.safeParse(value).success).toBe(false);
  });

  it('breaks records of another reference date', async () => {
    const fixtures = await fixturesOf('--rule', 'paid-before-arrival', '--as-of', '2024-01-31');
    for (const { value } of fixtures) expect((value as Stay).arrival <= '2024-01-31').toBe(true);
  });

  it('takes the words for collections that sample takes', async () => {
    expect(await fixturesOf('booking', 'visits', '--count', '3')).toEqual(await fixturesOf('--count', '3'));
    expect((await hotelHere('guests')).err).toMatch(/^unknown-collection {2}"guests"/);
  });

  it('prints a fixture a line as ndjson', async () => {
    const { out } = await hotelHere('--format', 'ndjson', '--count', '3');
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as BrokenFixture)).toEqual(await fixturesOf('--count', '3'));
  });

  it('lists the rules', async () => {
    const { code, out, err } = await hotelHere('stays', '--list');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/^\S+/gm)).toEqual(ids);
    expect(out).toContain('\nsingle-holds-one\n  A single room has one guest.\n');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const json = JSON.parse((await hotelHere('--list', '--json', '--rule', 'single-holds-one')).out) as unknown;
    expect(json).toEqual([{ id: 'single-holds-one', sentence: 'A single room has one guest.' }]);
    const narrow = new Kept({ columns: 50 });
    await runHere(['break', '--list'], { domain: async () => hotel, stdout: narrow });
    expect(Math.max(...narrow.text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
  });

  it('breaks customers, down to a label that a reader can follow', async () => {
    const line = ['break', 'customers', '--rule', 'age-within-persona', '--count', '2'];
    const { out } = await runHere(line, { domain: async () => health });
    expect(JSON.parse(out)).toMatchObject([
      { broken: 'age-within-persona', pointer: '/core/age' },
      { sentence: 'The age lies within the ages of the persona.' },
    ]);
  });
});

describe('cohort-check break --out', () => {
  it('writes what it would print, and says so', async () => {
    await withDirectory(async (directory) => {
      const out = join(directory, 'broken.json');
      const { code, out: text, err } = await hotelHere('--count', '7', '--out', out);
      expect({ code, text }).toEqual({ code: 0, text: '' });
      const written = await readFile(out, 'utf8');
      expect(written).toBe((await hotelHere('--count', '7')).out);
      expect(err).toBe(
        `${out}  7 records, ${(Buffer.byteLength(written) / 1000).toFixed(1)} kB: they break 7 of 10 rules\n`,
      );
      expect((await hotelHere('--rule', 'paid-before-arrival', '--out', out)).err).toContain(
        'they break paid-before-arrival\n',
      );
      expect((await hotelHere('--rule', 'shape', '--out', out)).err).toContain('they break 6 rules\n');
      expect(await namesIn(directory)).toEqual(['broken.json']);
    });
  });

  it('writes lines to a file called so, unless it is told otherwise', async () => {
    await withDirectory(async (directory) => {
      const out = join(directory, 'broken.ndjson');
      const { out: text } = await hotelHere('--count', '2', '--out', out, '--json');
      const written = await readFile(out, 'utf8');
      expect(written.split('\n')).toHaveLength(3);
      const bytes = Buffer.byteLength(written);
      expect(JSON.parse(text)).toEqual({ file: out, format: 'ndjson', records: 2, bytes, broken: ids.slice(0, 2) });
      await hotelHere('--count', '2', '--out', out, '--format', 'json');
      expect(JSON.parse(await readFile(out, 'utf8'))).toHaveLength(2);
    });
  });

  it('leaves the file that stood there when it fails or is interrupted', async () => {
    await withDirectory(async (directory) => {
      const out = join(directory, 'broken.json');
      await writeFile(out, 'before', { mode: 0o640 });
      const never = defineDomain({
        ...hotel,
        collections: [staysWith([departureFollows, { ...paidBefore, breaker: () => undefined }])],
      });
      const failed = await runHere(['break', '--out', out], { domain: async () => never });
      expect([failed.code, failed.out]).toEqual([2, '']);
      expect(failed.err).toMatch(/^no-place {2}paid-before-arrival: none of 3000 records of stay/);
      const stopped = new AbortController();
      stopped.abort();
      const interrupted = await runHere(['break', '--out', out], { domain: async () => hotel, signal: stopped.signal });
      expect(interrupted).toMatchObject({ code: 130, err: 'interrupted: no file was changed\n' });
      expect(await readFile(out, 'utf8')).toBe('before');
      expect(await namesIn(directory)).toEqual(['broken.json']);
      await hotelHere('--count', '1', '--out', out);
      expect((await stat(out)).mode & 0o777).toBe(0o640);
    });
  });

  it('follows a link, and keeps it', async () => {
    await withDirectory(async (directory) => {
      await mkdir(join(directory, 'there'));
      const [link, target] = [join(directory, 'link.json'), join(directory, 'there', 'target.json')];
      await writeFile(target, 'before');
      await symlink(target, link);
      await hotelHere('--count', '1', '--out', link);
      expect(JSON.parse(await readFile(target, 'utf8'))).toHaveLength(1);
      expect(await namesIn(directory)).toEqual(['link.json', 'there']);
    });
  });

  it('says what stands in the way', async () => {
    await withDirectory(async (directory) => {
      const to = async (path: string): Promise<Ran> => hotelHere('--count', '1', '--out', path);
      expect(await to(directory)).toMatchObject({
        code: 2,
        err: expect.stringContaining('a directory stands there') as string,
      });
      const missing = await to(join(directory, 'no', 'where.json'));
      expect(missing).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^bad-path .*no such directory/s) as string,
      });
      await writeFile(join(directory, 'file'), '');
      expect((await to(join(directory, 'file', 'x.json'))).err).toMatch(/^bad-path .*directory is needed/s);
    });
  });
});

describe('cohort-check break refuses', () => {
  it.each([
    [
      ['--rule', 'single-hold-one'],
      'unknown-rule  --rule "single-hold-one": stay has no such rule',
      'try     --rule "single-holds-one"',
    ],
    [['--rule', 'arrival'], 'unknown-rule  --rule "arrival"', 'near to it is paid-before-arrival'],
    [['visits', '--rule', 'xyzzy'], 'unknown-rule  --rule "xyzzy"', 'try     cohort-check break visits --list'],
    [['--rule', 'shape-mising-key'], 'unknown-rule  --rule "shape-mising-key"', '--rule "shape-missing-key"'],
    [['--rule', 'shape,'], 'bad-option  --rule "shape,"', '--rule shape'],
    [['--format', 'csv'], 'bad-option  --format "csv"', '--format json'],
    [['--count', '-1'], 'bad-option  --count "-1"', '--count 500'],
    [
      ['--list', '--out', 'x'],
      "wrong-usage  option '--list' cannot be used with option '--out <file>'",
      'break --help',
    ],
    [['nothing'], 'no-place  break nothing: nothing can be broken', 'another collection'],
  ])('%j', async (argv, what, next) => {
    const { code, out, err } = await hotelHere(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.startsWith(what), err).toBe(true);
    expect(err).toContain(next);
  });

  it('to print half of a list', async () => {
    const rules = [departureFollows, { ...paidBefore, breaker: () => undefined }];
    const domain = defineDomain({ ...hotel, collections: [staysWith(rules)] });
    expect(await runHere(['break'], { domain: async () => domain })).toMatchObject({ code: 2, out: '' });
  });
});
