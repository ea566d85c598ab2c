import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { analyzeFiles } from '../../src/analysis/index.js';
import type { Analysis } from '../../src/analysis/index.js';
import type { CliContext } from '../../src/cli/CliContext.js';
import { withDirectory } from '../snapshot/people.js';
import { lonelyAnns, studiedInn, visited } from './analyzeInn.js';
import { Kept, runHere } from './runHere.js';
import type { Ran } from './runHere.js';
import { inn, jsonFile } from './validatePeople.js';

async function analyze(argv: readonly string[], given: Partial<CliContext> = {}): Promise<Ran> {
  return runHere(['analyze', ...argv], { domain: async () => studiedInn, ...given });
}

async function jsonOf(argv: readonly string[]): Promise<Analysis> {
  const { code, out, err } = await analyze([...argv, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Analysis;
}

const guests = lonelyAnns(240);
const anns = guests.filter(({ name, visits }) => name === 'Ann' && visits.length === 0);
const FINDING = 'need/guests/lonely/name/Ann';

/** A file of guests in a directory of its own. */
async function withGuests<T>(use: (path: string, directory: string) => Promise<T>): Promise<T> {
  return withDirectory(async (directory) => use(await jsonFile(directory, 'guests.json', guests), directory));
}

describe('cohort-check analyze', () => {
  it('tells what was read, what was found, what to do, and the figures', async () => {
    await withGuests(async (path) => {
      const { code, out, err } = await analyze([path]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const headings = [...out.matchAll(/^(.+)\n═+$/gm)].map(([, title]) => title);
      expect(headings).toEqual(['What was read', 'At a glance', 'Findings', 'Recommendations', 'Guests: 240 records']);
      expect(out).toContain('240 records as of 2025-03-31\n');
      expect(out).toMatch(/^ 1 ▼ /m);
      expect(out).toContain('Invite them for tea. (finding 1)');
      expect(out).toContain('kind: guest');
      expect(out).toMatch(/^ age, years │ +240 │/m);
    });
  });

  it('prints as JSON what the library says', async () => {
    await withGuests(async (path) => {
      const { out } = await analyze([path, '--json']);
      expect(out.startsWith('{\n  "as_of": "2025-03-31",\n')).toBe(true);
      expect(JSON.parse(out)).toEqual(await analyzeFiles([path], { domain: studiedInn }));
      expect(await jsonOf([path, '--alpha', '0.2', '--min-effect', '0.5', '--as-of', '2025-01-31'])).toEqual(
        await analyzeFiles([path], { domain: studiedInn, alpha: 0.2, minEffect: 0.5, asOf: '2025-01-31' }),
      );
    });
  });

  it('finds the same in NDJSON and CSV', async () => {
    await withGuests(async (path, directory) => {
      const lines = join(directory, 'guests.ndjson');
      await writeFile(lines, guests.map((one) => `${JSON.stringify(one)}\n`).join(''));
      const cells = join(directory, 'guests.csv');
      const rows = guests.map((one) => {
        const visits = JSON.stringify(one.visits).replaceAll('"', '""');
        return `${one.guest_id},guest,${one.name},${one.age},${one.years_left},"${visits}"\n`;
      });
      await writeFile(cells, `guest_id,kind,name,age,years_left,visits\n${rows.join('')}`);
      const { collections, findings } = await jsonOf([path]);
      for (const other of [lines, cells]) {
        const found = await jsonOf([other]);
        expect(found.collections).toEqual(collections);
        expect(found.findings.map(({ id, figures }) => [id, figures])).toEqual(
          findings.map(({ id, figures }) => [id, figures]),
        );
      }
    });
  });

  it('prints the records behind a finding, by rank or by id', async () => {
    await withGuests(async (path) => {
      const { findings } = await jsonOf([path]);
      expect(findings[0]?.id).toBe(FINDING);
      for (const word of ['1', FINDING]) {
        const { code, out, err } = await analyze([path, '--records', word]);
        expect({ code, err }).toEqual({ code: 0, err: `${anns.length} records behind ${FINDING}\n` });
        expect(out).toBe(anns.map((one) => `${JSON.stringify(one)}\n`).join(''));
      }
      expect((await analyze([path, '--records', '1', '--quiet'])).err).toBe('');
    });
  });

  it('prints as many records as the finding says, of each finding and headline', async () => {
    await withGuests(async (path) => {
      const { findings, headlines } = await jsonOf([path]);
      expect(findings.length).toBeGreaterThan(1);
      expect(headlines.length).toBeGreaterThan(0);
      for (const { id, records } of [...findings, ...headlines]) {
        const { out } = await analyze([path, '--records', id]);
        expect(out.split('\n').length - 1, id).toBe(records.count);
      }
    });
  });

  it('names the nearest finding where there is none', async () => {
    await withGuests(async (path) => {
      const { code, out, err } = await analyze([path, '--records', 'need/guests/lonely/name/Amn']);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('unknown-finding  --records "need/guests/lonely/name/Amn": there is no such finding\n');
      expect(err).toContain(`  try     --records ${FINDING}\n`);
      for (const word of ['0', '99', '', '1.0']) {
        expect((await analyze([path, '--records', word])).code).toBe(2);
      }
    });
  });

  it('makes tables of the wanted grouping alone', async () => {
    await withGuests(async (path) => {
      const all = (await analyze([path])).out;
      expect(all).toMatch(/^ first name +│ records/m);
      const { out } = await analyze([path, '--by', 'generation']);
      expect(out).toMatch(/^ generation +│ records/m);
      expect(out).not.toMatch(/^ first name +│ records/m);
    });
  });

  it('tells what changed since another data set, and that nothing else did', async () => {
    await withGuests(async (path, directory) => {
      const before = await jsonFile(directory, 'before.json', visited(guests));
      const { code, out } = await analyze([path, '--against', before, '--quiet']);
      expect(code).toBe(0);
      const { against } = await jsonOf([path, '--against', before]);
      const changed = against?.changes.filter((one) => one.is_change) ?? [];
      expect(changed.length).toBeGreaterThan(0);
      expect(out).toContain('\nWhat changed, the surest first\n');
      expect(out).toMatch(new RegExp(`^${changed.length} of ${against?.changes.length} figures changed`, 'm'));
      const same = (await analyze([path, '--against', path, '--quiet'])).out;
      expect(same).toMatch(/^None of \d+ figures differs by more than chance/m);
      expect(same).not.toContain('What changed');
    });
  });

  it('compares with several files of before', async () => {
    await withGuests(async (path, directory) => {
      const halves = [guests.slice(0, 100), guests.slice(100)];
      const paths = await Promise.all(halves.map((half, index) => jsonFile(directory, `half-${index}.json`, half)));
      for (const words of [paths, [paths[0] ?? '', '--against', paths[1] ?? '']]) {
        const { against } = await jsonOf([path, '--against', ...words]);
        expect(against?.records).toBe(240);
      }
    });
  });

  it('prints tables for a page', async () => {
    await withGuests(async (path) => {
      const { code, out } = await analyze([path, '--markdown']);
      expect(code).toBe(0);
      expect(out).toMatch(
        /^### What was read\n\n240 records as of 2025-03-31\n\n\| file \| records \| kinds \|\n\| --- \| --: \| --- \|\n/,
      );
      expect(out).toMatch(/^1\. ▼ /m);
    });
  });

  it('when quiet, tells what was found alone', async () => {
    await withGuests(async (path) => {
      const { out } = await analyze([path, '--quiet']);
      expect([...out.matchAll(/^(.+)\n═+$/gm)].map(([, title]) => title)).toEqual([
        'At a glance',
        'Findings',
        'Recommendations',
      ]);
    });
  });

  it.each([
    ['[]', 'There are no records in them.', 0],
    ['[{"a":1},{"b":2}]', 'Nothing could be analysed: 2 records left out,', 1],
    ['[{"a":1},', 'Nothing could be analysed: ', 1],
  ])('says of a file of %s that there is nothing in it', async (content, said, exit) => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'guests.json');
      await writeFile(path, content);
      for (const words of [[], ['--quiet']]) {
        const { code, out, err } = await analyze([path, ...words]);
        expect({ code, err }).toEqual({ code: exit, err: '' });
        expect(out).toContain(said);
        expect(out).not.toContain('Findings');
      }
    });
  });

  it('says how many records are left out, and what tells why', async () => {
    await withDirectory(async (directory) => {
      const path = await jsonFile(directory, 'guests.json', [...guests, { a: 1 }, { guest_id: 7 }]);
      const { out } = await analyze([path]);
      expect(out.replaceAll(/\s+/g, ' ')).toContain(
        '2 records left out, of broken or unknown shape or unreadable, at ',
      );
      expect(out).toContain(`cohort-check validate '${path}'\n`);
    });
  });

  it('names commands that work when pasted', async () => {
    await withGuests(async (path) => {
      const { out } = await analyze([path, '--alpha', '0.05']);
      const [, line = ''] = /^the records behind the first one: cohort-check (.*)$/m.exec(out) ?? [];
      const argv = [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
      expect(argv).toEqual(['analyze', path, '--alpha', '0.05', '--records', '1']);
      const again = await runHere(argv, { domain: async () => studiedInn });
      expect(again.out.split('\n')).toHaveLength(anns.length + 1);
    });
  });

  it('has colours on a terminal that can, and the same words elsewhere', async () => {
    await withGuests(async (path) => {
      const told = async (isTTY: boolean, env: Record<string, string> = {}): Promise<string> => {
        const stdout = new Kept({ isTTY });
        await analyze([path], { stdout, env });
        return stdout.text;
      };
      expect(await told(true)).toContain('\u001B[31m▼\u001B[39m');
      expect(await told(true, { NO_COLOR: '1' })).toBe(await told(false));
    });
  });

  it('says that it was interrupted', async () => {
    await withGuests(async (path) => {
      expect(await analyze([path], { signal: AbortSignal.abort() })).toMatchObject({ code: 130, out: '' });
      const controller = new AbortController();
      // The second pass is interrupted after the first has ended.
      const stdout = new Writable({
        write: (_, __, done) => {
          controller.abort();
          done();
        },
      });
      const many = await jsonFile(join(path, '..'), 'many.json', lonelyAnns(4000));
      const { code, err } = await analyze([many, '--records', '1'], { stdout, signal: controller.signal });
      expect({ code, err }).toEqual({ code: 130, err: 'interrupted: no file was changed\n' });
    });
  });

  it('ends quietly when nobody reads any more', async () => {
    await withGuests(async (path) => {
      for (const words of [[], ['--json'], ['--markdown'], ['--records', '1']]) {
        const stdout = new Writable({
          write: (_, __, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
        });
        expect(await analyze([path, ...words], { stdout })).toMatchObject({ code: 0, err: '' });
      }
    });
  });
});

describe('wrong usage of analyze', () => {
  it.each([
    [['none.json'], 'bad-path  none.json: cannot be analysed'],
    [['.'], 'bad-path  .: cannot be analysed'],
    [['guests.json', './guests.json'], 'bad-path  ./guests.json: cannot be analysed'],
    [['guests.json', '--against', 'none.json'], 'bad-path  none.json: cannot be compared with'],
    [['--against', 'guests.json'], "wrong-usage  missing required argument 'file'"],
    [['guests.json', '--against'], "wrong-usage  option '--against <file...>' argument missing"],
    [[], "wrong-usage  missing required argument 'file'"],
    [
      ['guests.json', '--model', 'nobody'],
      'unknown-collection  --model "nobody": the inn domain has no such collection',
    ],
    [['guests.json', '--as-of', 'today'], 'bad-option  --as-of "today"'],
    [['guests.json', '--alpha', '0'], 'bad-option  --alpha "0"'],
    [['guests.json', '--alpha', '1'], 'bad-option  --alpha "1"'],
    [['guests.json', '--min-effect', '-0.1'], 'bad-option  --min-effect "-0.1"'],
    [['guests.json', '--min-effect', 'Infinity'], 'bad-option  --min-effect "Infinity"'],
    [['guests.json', '--min-effect', ''], 'bad-option  --min-effect ""'],
    [['guests.json', '--by', 'generatoin'], 'bad-option  --by "generatoin"'],
    [['guests.json', '--by', ''], 'bad-option  --by ""'],
    [['guests.json', '--json', '--markdown'], "wrong-usage  option '--json' cannot be used with option '--markdown'"],
    [['guests.json', '--records', '1', '--json'], "wrong-usage  option '--records <finding>' cannot be used"],
    [['guests.json', '--records', '1', '--against', 'x'], "wrong-usage  option '--records <finding>' cannot be used"],
    [['guests.json', '--by', 'name', '--json'], "wrong-usage  option '--by <grouping>' cannot be used"],
    [['guests.json', '--count', '5'], "wrong-usage  unknown option '--count'"],
  ])('%j is answered with what was wrong and what to do', async (argv, what) => {
    const home = process.cwd();
    await withDirectory(async (directory) => {
      await jsonFile(directory, 'guests.json', guests.slice(0, 3));
      process.chdir(directory);
      try {
        const { code, out, err } = await analyze(argv);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err.startsWith(what)).toBe(true);
        expect(err).toMatch(/\n {2}try {5}.*\n$/);
        expect(err).not.toMatch(/^ +at /m);
      } finally {
        process.chdir(home);
      }
    });
  });

  it.skipIf(process.platform === 'win32')(
    'says that a pipe cannot be read twice, as validate and report do',
    async () => {
      await withDirectory(async (directory) => {
        const path = join(directory, 'pipe');
        execFileSync('mkfifo', [path]);
        for (const command of ['analyze', 'validate', 'report']) {
          const { code, err } = await runHere([command, path], { domain: async () => studiedInn });
          expect(code).toBe(2);
          expect(err).toContain(`  why     it can be read only once, and ${command} reads it twice\n`);
        }
      });
    },
  );

  it('suggests the grouping that was meant', async () => {
    await withGuests(async (path) => {
      expect((await analyze([path, '--by', 'generatoin'])).err).toContain('  try     --by generation\n');
    });
  });

  it('says of a domain without studies that it cannot analyse', async () => {
    await withGuests(async (path) => {
      const { code, err } = await analyze([path], { domain: async () => inn });
      expect(code).toBe(2);
      expect(err).toMatch(/^no-studies /);
    });
  });

  it('lets the help be read without the domain', async () => {
    const domain = async (): Promise<never> => Promise.reject(new Error('no help needs the domain'));
    const { code, out } = await analyze(['--help'], { domain });
    expect(code).toBe(0);
    for (const word of ['--model', '--as-of', '--alpha', '--min-effect', '--against', '--by', '--records', '--json']) {
      expect(out).toContain(word);
    }
    for (const word of ['--markdown', '--quiet', 'Exit code']) expect(out).toContain(word);
  });
});
