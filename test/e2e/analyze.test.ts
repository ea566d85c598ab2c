import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { embedded } from '../../src/report/embedded.js';
import type { PageData } from '../../src/report/embedded.js';
import type { ValidationReport } from '../../src/validation/index.js';
import type { Analysis } from '../../src/analysis/index.js';
import { namesIn, withDirectory } from '../snapshot/people.js';
import { ended, MAIN, ROOT, run } from './cli.js';

const FILES = [
  'customers',
  'scenarios/first_time_user',
  'scenarios/life_transition',
  'scenarios/prevention_conversion',
].map((name) => `fixtures/${name}.json`);
const onWindows = process.platform === 'win32';

/** Runs a line of a shell, in which `$0` and `$1` are Node and the command line. */
function shell(line: string, words: readonly string[], cwd: string = ROOT): ReturnType<typeof ended> {
  return ended(spawn('bash', ['-c', `set -o pipefail; ${line}`, process.execPath, MAIN, ...words], { cwd }));
}

describe('the analysis of the built command line', () => {
  it('tells of the fixture what it says as JSON, without colours in a pipe', async () => {
    const json = await run(['analyze', ...FILES, '--json'], { cwd: ROOT });
    expect({ code: json.code, err: json.err }).toEqual({ code: 0, err: '' });
    const { records, findings, comparisons, collections } = JSON.parse(json.out) as Analysis;
    expect(findings.length).toBeGreaterThan(10);
    const env = { ...process.env, FORCE_COLOR: '1', COLUMNS: '100' };
    const { code, out, err } = await run(['analyze', ...FILES], { cwd: ROOT, env });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain('\u001B');
    expect(out).toContain(`${records.toLocaleString('en')} records as of 2025-03-31\n`);
    expect(out).toContain(`${findings.length} findings in ${comparisons} comparisons`);
    for (const { title } of collections) expect(out).toMatch(new RegExp(`^${title}: \\d+ `, 'm'));
  });

  it.skipIf(onWindows)('prints the records behind a finding, as long as somebody reads', async () => {
    const { code, out, err } = await shell('"$0" "$1" analyze "$2" --records 1 | head -n 2', [FILES[1] ?? '']);
    expect({ code, err: err.replace(/^\d+ records behind .*\n$/, '') }).toEqual({ code: 0, err: '' });
    const kinds = out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly scenario_type: string }).scenario_type);
    expect(kinds).toEqual(['first_time_user', 'first_time_user']);
  });

  it('needs no more memory for five times the records', async () => {
    const tell = `data:text/javascript,process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)))`;
    await withDirectory(async (directory) => {
      const records = JSON.parse(await readFile(join(ROOT, FILES[1] ?? ''), 'utf8')) as object[];
      const lines = records.map((one) => `${JSON.stringify(one)}\n`).join('');
      const peak = async (times: number): Promise<number> => {
        const path = join(directory, `${times}.ndjson`);
        await writeFile(path, lines.repeat(times));
        // Without a limit the engine lets garbage pile up, and the peak says when it was collected, not what was kept.
        const nodeArgs = ['--max-old-space-size=64', '--import', tell];
        const { err, out, code } = await run(['analyze', path, '--json'], { nodeArgs });
        expect(code).toBe(0);
        expect((JSON.parse(out) as Analysis).records).toBe(500 * times);
        return Number(err);
      };
      const small = await peak(8);
      expect(small).toBeGreaterThan(10_000);
      expect((await peak(40)) / small).toBeLessThan(1.4);
    });
  }, 120_000);
});

describe('the report of the built command line', () => {
  it('is one page that needs nothing beside itself', async () => {
    await withDirectory(async (directory) => {
      const paths = FILES.map((file) => join(ROOT, file));
      const { code, out, err } = await run(['report', ...paths], { cwd: directory });
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err).toMatch(/^report\.html {2}1,489 records, [\d.]+ MB\nopen report\.html in a browser\n$/);
      expect(await namesIn(directory)).toEqual(['report.html']);
      const html = await readFile(join(directory, 'report.html'), 'utf8');
      expect(html).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
      expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/);
      // What the page draws, it draws from this.
      const shown = new RegExp(`<script type="application/json" id="${embedded.main}">(.*?)</script>`).exec(html);
      const { analysis, validation } = JSON.parse(shown![1]!) as PageData;
      const [analyzed, validated] = await Promise.all([
        run(['analyze', ...paths, '--json'], { cwd: directory }),
        run(['validate', ...paths, '--json'], { cwd: directory }),
      ]);
      expect(analysis).toEqual(JSON.parse(analyzed.out));
      expect(validation.validations).toEqual((JSON.parse(validated.out) as ValidationReport).validations);
    });
  });

  it.skipIf(onWindows)('keeps the old page where there is no space for the new one', async () => {
    await withDirectory(async (directory) => {
      await writeFile(join(directory, 'report.html'), 'old');
      const path = join(ROOT, FILES[0] ?? '');
      // No file may grow beyond 100 kB: as on a full disk, the write fails halfway.
      const { code, out, err } = await shell('ulimit -f 100; "$0" "$1" report "$2"', [path], directory);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/^cannot-write {2}report\.html: cannot be written\n {2}why /);
      expect(await readFile(join(directory, 'report.html'), 'utf8')).toBe('old');
      expect(await namesIn(directory)).toEqual(['report.html']);
    });
  });
});
