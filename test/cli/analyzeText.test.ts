import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { health } from '../../arbitraries/health.js';
import { analyze } from '../../src/analysis/index.js';
import type { Analysis, JourneyFigures } from '../../src/analysis/index.js';
import { analysisParts } from '../../src/cli/analysis/analysisParts.js';
import { partsMarkdown, partsText } from '../../src/cli/text/index.js';
import { NASTY, ODD_PATH } from './validateNasty.js';

const FILES = [
  'customers',
  'scenarios/first_time_user',
  'scenarios/life_transition',
  'scenarios/prevention_conversion',
];
const WIDE = 240;
/** A name as no person has it. */
const LONG = 'long '.repeat(2000);
const further = {
  all: 'cohort-check analyze x --json',
  records: (id: string) => `cohort-check analyze x --records ${id}`,
};

let analysis: Analysis;

beforeAll(async () => {
  const records = FILES.flatMap((name) => JSON.parse(readFileSync(`fixtures/${name}.json`, 'utf8')) as object[]);
  // Every other record is the data set from before.
  const before = records.filter((_, index) => index % 2 === 0);
  analysis = await analyze(records, { domain: health, against: before });
});

function textOf(one: Analysis, width: number, hasColours = false): string {
  return partsText(analysisParts(one, { isShort: false, further }), { width, hasColours });
}

function markdownOf(one: Analysis): string {
  return partsMarkdown(analysisParts(one, { isShort: false, further }));
}

/** The part below a heading. */
function partOf(text: string, heading: string): string {
  const [, rest = ''] = text.split(`${heading}\n`);
  return rest.slice(rest.indexOf('\n') + 1).split(/\n[^\n]+\n═+\n/)[0] ?? '';
}

/** The cells of the first row that opens with a word. */
function rowIn(part: string, word: string): string[] {
  const line = part.split('\n').find((one) => one.startsWith(` ${word} `) && one.includes('│')) ?? '';
  return line.split('│').map((cell) => cell.trim());
}

/** A share as it is printed, in percent. */
const percentIn = (cell = ''): number => Number(/^([\d.]+) %/.exec(cell)?.[1]);

/** Every text of an analysis replaced, its keys as well as its values. */
function changed<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => changed(one, change)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'grouping' ? one : changed<unknown>(one, change)]),
  ) as T;
}

describe('the text of an analysis', () => {
  it('has the numbers of the JSON in its tables of journeys', () => {
    const text = textOf(analysis, WIDE);
    let compared = 0;
    for (const { title, groups } of analysis.collections) {
      const journey = groups[0]?.journey;
      if (journey === undefined) continue;
      const part = partOf(text, `${title}: ${journey.journeys} journeys`);
      compared += compareJourney(part, journey);
      for (const { label, grouping, journey: own } of groups.slice(1)) {
        if (own === undefined || own.journeys === 0) continue;
        const [, journeys, finished, , tense, days] = rowIn(
          part.split(`By ${analysis.titles.of[grouping]}`)[1] ?? '',
          label,
        );
        expect(Number(journeys), label).toBe(own.journeys);
        expect(Math.abs(percentIn(finished) - 100 * (own.endings[0]?.share ?? NaN))).toBeLessThan(0.51);
        expect(Math.abs(percentIn(tense) - 100 * (own.tense.share ?? NaN))).toBeLessThan(0.51);
        if (own.duration_days.median !== null)
          expect(Math.abs(Number(days) - own.duration_days.median)).toBeLessThan(0.51);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(40);
  });

  function compareJourney(part: string, { steps, endings, emotions, outcomes }: JourneyFigures): number {
    for (const { step, reached, completed, drop_off: dropOff } of steps) {
      const [, count, done, lost] = rowIn(part, step);
      expect(Number(count), step).toBe(reached);
      expect(Math.abs(percentIn(done) - 100 * (completed.share ?? NaN))).toBeLessThan(0.51);
      expect(Math.abs(percentIn(lost) - 100 * (dropOff.share ?? NaN))).toBeLessThan(0.51);
    }
    for (const { label, hits } of [...endings, ...emotions]) expect(Number(rowIn(part, label)[1]), label).toBe(hits);
    for (const { outcome, expected, reached } of outcomes) {
      expect(
        rowIn(part.split('\nOutcomes')[1] ?? '', outcome)
          .slice(1, 3)
          .map(Number),
        outcome,
      ).toEqual([expected, reached.hits]);
    }
    return steps.length + endings.length + emotions.length + outcomes.length;
  }

  it('has the numbers of the JSON in its tables of people', () => {
    const [first, ...others] = analysis.collections;
    // Of the fixture every target is hit: whether wanted and actual are mixed up shows where they differ.
    const customers = { ...first!, targets: first!.targets.map((one) => ({ ...one, target: one.target / 2 })) };
    const part = partOf(textOf({ ...analysis, collections: [customers, ...others] }, WIDE), 'Customers: 500 records');
    expect(customers.targets.length).toBeGreaterThan(5);
    for (const { margin, label, target, share, hits } of customers.targets) {
      const [, wanted, actual, records] = rowIn(part, `${analysis.titles.of[margin]}: ${label}`);
      expect(Math.abs(percentIn(wanted) - 100 * target)).toBeLessThan(0.51);
      expect(Math.abs(percentIn(actual) - 100 * (share ?? NaN))).toBeLessThan(0.51);
      expect(Number(records)).toBe(hits);
    }
    const needs = Object.entries(customers.groups[0]?.needs ?? {});
    expect(needs.length).toBeGreaterThan(2);
    for (const [need, { hits }] of needs) {
      expect(rowIn(part, analysis.titles.of[need] ?? '')[1]).toMatch(new RegExp(`, ${hits}$`));
    }
    const ages = customers.groups[0]?.measures['age'];
    expect(rowIn(part, 'age, years').slice(1)).toEqual([
      '500',
      `${ages?.median} [${ages?.q1}–${ages?.q3}]`,
      `${ages?.min}–${ages?.max}`,
      String(Number(ages?.mean?.toPrecision(3))),
    ]);
  });

  it('ranks findings, ten of them, and says how to see the others', () => {
    const text = partOf(textOf(analysis, WIDE), 'Findings');
    expect(analysis.findings.length).toBeGreaterThan(10);
    const ranks = [...text.matchAll(/^ ?(\d+) [▲▼] /gm)].map(([, rank]) => Number(rank));
    expect(ranks).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(text).toContain(`${analysis.findings.length} findings in ${analysis.comparisons} comparisons`);
    expect(text).toContain(`${analysis.findings.length - 10} more findings, and every figure: ${further.all}\n`);
    for (const { adverse, statement, rank } of analysis.findings.slice(0, 10)) {
      expect(text).toContain(`${String(rank).padStart(2)} ${adverse ? '▼' : '▲'} ${statement.slice(0, 100)}`);
    }
  });

  it('says that there are none where nothing differs', () => {
    const text = partOf(textOf({ ...analysis, findings: [], recommendations: [] }, WIDE), 'Findings');
    expect(text).toContain(`No group differs from the others by more than chance: ${analysis.comparisons} comparisons`);
    expect(text).not.toContain('--records');
  });

  it('tells what journeys of all kinds have in common, once', () => {
    const text = textOf(analysis, WIDE);
    expect(text.match(/^All journeys together: 989 journeys$/gm)).toHaveLength(1);
    const alone = { ...analysis, collections: analysis.collections.slice(0, 2) };
    expect(textOf(alone, WIDE)).not.toContain('All journeys together');
  });

  it.each([40, 80, 240])('fits %i columns', (width) => {
    for (const one of [analysis, changed(analysis, (text) => `${text} ${NASTY} ${LONG}`)]) {
      const lines = textOf(one, width).split('\n');
      // Commands must stay whole to be pasted.
      const own = lines.filter((line) => !line.includes(': cohort-check '));
      expect(own.length).toBeGreaterThan(lines.length - 10);
      expect(Math.max(...own.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
    }
  });

  it('keeps figures whole on a narrow terminal', () => {
    expect(textOf(analysis, 40)).toMatch(/^ +completed: \d+ % \(\d+–\d+\);/m);
    expect(textOf(analysis, 80)).toMatch(/^ risk_assessment +│ +500 │ +\d+ % \(\d+–\d+\) │/m);
  });

  it('prints nothing that moves a cursor or turns a line around', () => {
    // Cells are cut early: what is nasty comes first in them as well as last.
    const nasty = changed(analysis, (text) => `\u001B[2J\u202E\n${text}${NASTY}`);
    for (const width of [60, 200]) {
      const text = textOf(nasty, width);
      expect(text.match(/\\u\{1b\}\[2J\\u\{202e\}\\n/g)?.length).toBeGreaterThan(100);
      expect(text).not.toMatch(/[^\n\P{Cc}]|[\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
      expect(text.replaceAll(/\s*\n[ │]*/g, '')).toContain('\\u{1b}[31mred');
    }
  });

  it('is of a readable size however long names are', () => {
    const long = changed(analysis, (text) => `${text} ${LONG}`);
    expect(textOf(long, 80).length).toBeLessThan(6 * textOf(analysis, 80).length);
    expect(markdownOf(long).length).toBeLessThan(6 * markdownOf(analysis).length);
  });

  it('has colours where they are wanted alone, and the same words', () => {
    const coloured = textOf(analysis, 80, true);
    expect(coloured).toContain('\u001B[31m▼\u001B[39m');
    expect(stripVTControlCharacters(coloured)).toBe(textOf(analysis, 80));
  });

  it('tells changes, and counts what did not change', () => {
    const changes = analysis.against?.changes ?? [];
    const some = changes.map((one, index) => ({ ...one, is_change: index < 3 }));
    const text = textOf({ ...analysis, against: { ...analysis.against!, changes: some, only_before: ['gone'] } }, WIDE);
    const part = partOf(text, 'Compared with before');
    expect(part).toContain(`3 of ${changes.length} figures changed`);
    expect(part).toContain(`the other ${changes.length - 3} did not`);
    expect(part).toContain('Before alone: gone.');
    for (const { title } of changes.slice(0, 3)) expect(part).toContain(` ${title.slice(0, 59)}`);
  });
});

describe('the Markdown of an analysis', () => {
  /** The cells of a row as GitHub splits it: at every bar that no backslash stands before. */
  const cellsOf = (row: string): number => row.split(/(?<!\\)\|/).length;

  it('has whole tables, whatever stands in their cells', () => {
    const nasty = changed(analysis, (text) => `${text}${NASTY}${ODD_PATH}`);
    for (const one of [analysis, nasty]) {
      const text = markdownOf(one);
      const tables = text.split('\n\n').filter((part) => part.startsWith('| '));
      expect(tables.length).toBeGreaterThan(20);
      for (const table of tables) {
        const rows = table.trimEnd().split('\n');
        expect(rows.length).toBeGreaterThan(2);
        expect(rows[1]).toMatch(/^(?:\| --[-:] )+\|$/);
        expect(new Set(rows.map(cellsOf)).size, table).toBe(1);
      }
    }
  });

  it('lets no text of the data be markup, a mention or a command', () => {
    const text = markdownOf(changed(analysis, (one) => `${one}${NASTY}`));
    for (const sign of ['<script', '@somebody', '[x](', '**bold', '`tick', '\u001B', '\u202E', '\\|']) {
      expect(text).not.toContain(sign);
    }
    // Line breaks are the only tags.
    expect([...new Set(text.match(/<[^>]*>/g))].sort()).toEqual(['</code>', '<br>', '<code>']);
  });

  it('fits a comment on a pull request', () => {
    expect(markdownOf(analysis).length).toBeLessThan(65_536);
  });

  it('tells the same findings as the text', () => {
    const text = markdownOf(analysis);
    expect(text.match(/^\d+\. [▲▼] /gm)).toHaveLength(10);
    expect(text).toContain(`${analysis.findings.length} findings in ${analysis.comparisons} comparisons`);
  });
});
