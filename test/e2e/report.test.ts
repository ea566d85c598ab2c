import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chartsOf } from '../../src/report/charts/index.js';
import type { ReportData } from '../../src/report/index.js';
import { hits, isWithoutBrowser, launch, ofAll, open } from './reportBrowser.js';
import type { Opened } from './reportBrowser.js';
import { smallReport } from './reportData.js';

/* One file: a browser is started and a page is made once for all of it. */

describe.skipIf(isWithoutBrowser)('the report in a browser', () => {
  let folder: string;
  let browser: Browser;
  let data: ReportData;
  let file: string;
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-'));
    const [report, started] = await Promise.all([smallReport(folder), launch()]);
    ({ data, file } = report);
    browser = started;
    opened = await open(browser, file);
    ({ page } = opened);
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  // Whatever is done with it, the page neither complains nor asks for anything outside itself.
  afterEach(() => expect(opened.faults).toStrictEqual([]));

  const rows = (): Promise<string[]> => page.locator('.grid-row > :first-child').allTextContents();
  const goTo = async (hash: string): Promise<void> => {
    await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  };

  it('says what it is about, and whether all is well', async () => {
    expect(await page.title()).toBe(data.title);
    expect(await page.locator('h1').textContent()).toBe(data.title);
    expect(await page.locator('.verdict').textContent()).toContain('violation');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('has headings in order, and a name for every landmark and picture', async () => {
    const levels = await ofAll<number>(page, 'h1, h2, h3, h4', 'Number(one.tagName[1])');
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(await page.locator('[role=img]:not([aria-label])').count()).toBe(0);
    expect(await page.locator('main, nav, header, footer').count()).toBeGreaterThanOrEqual(4);
  });

  it('draws each chart once it comes near', async () => {
    const figures = page.locator('figure.chart');
    const charts = chartsOf(data.analysis);
    expect(await figures.count()).toBe(charts.length);
    expect(await page.locator('figure[data-drawn]').count()).toBeLessThan(charts.length);
    await page.evaluate(`(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      for (let top = 0; top < document.body.scrollHeight; top += 800) {
        scrollTo(0, top);
        await frame();
      }
    })()`);
    await expect.poll(() => page.locator('figure[data-drawn]').count()).toBe(charts.length);
    expect(
      await ofAll<boolean>(page, 'figure .canvas', `one.querySelectorAll('svg path, svg rect').length > 1`),
    ).not.toContain(false);
  });

  it('shows in the table of each chart every number of it, unrounded', async () => {
    const charts = chartsOf(data.analysis);
    await ofAll(page, 'figure details', '(one.open = true)');
    await expect.poll(() => page.locator('figure details table').count()).toBe(charts.length);
    const said = new Set(numbersIn(data.analysis));
    for (const { id, table } of charts) {
      const cells = await ofAll<number>(page, `figure[id="${id}"] [data-value]`, 'Number(one.dataset.value)');
      expect(cells, id).toStrictEqual(
        table.rows.flatMap((row) => row.cells.filter((cell) => typeof cell === 'number')),
      );
      expect(
        cells.filter((cell) => !said.has(cell)),
        id,
      ).toStrictEqual([]);
    }
    await ofAll(page, 'figure details', '(one.open = false)');
  });

  it('says no number beside the charts that is not in the analysis or the check', async () => {
    const numbers = await ofAll<number>(page, 'main [data-value]:not(figure *)', 'Number(one.dataset.value)');
    expect(numbers.length).toBeGreaterThan(40);
    const said = new Set(numbersIn([data.analysis, data.validation, data.analysis.findings.length]));
    expect(numbers.filter((one) => !said.has(one))).toStrictEqual([]);
  });

  it('leads from every finding and headline to as many records as it says', async () => {
    const links = [...data.analysis.findings, ...data.analysis.headlines].filter(({ records }) => records.count > 0);
    expect(links.length).toBeGreaterThan(0);
    const hrefs = await ofAll<string>(page, 'a.records-link', 'one.hash');
    expect(hrefs).toHaveLength(links.length);
    const counts: number[] = [];
    for (const hash of hrefs) {
      await goTo(hash);
      await page.locator('.chip').first().waitFor();
      counts.push(await hits(page));
    }
    expect(counts.toSorted(upwards)).toStrictEqual(links.map(({ records }) => records.count).toSorted(upwards));
  });

  it('leads from a chart to the records behind it, says which, and back', async () => {
    await goTo('#people');
    const figure = page.locator('figure[id^="age_band-by-persona"]');
    await figure.scrollIntoViewIfNeeded();
    const marks = figure.locator('svg path[fill]:not([fill="none"]):not([fill="transparent"])');
    for (const mark of await marks.all()) {
      await mark.click({ force: true, timeout: 2000 }).catch(() => undefined);
      if (page.url().includes('#records')) break;
    }
    await page.locator('.chip').first().waitFor();
    const before = await hits(page);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(data.rowCount);
    const texts = await page.locator('.chip').allTextContents();
    expect(texts.join()).toMatch(/Persona is|Age band is/);
    await page.locator('.chip button').first().click();
    expect(await hits(page)).toBeGreaterThan(before);
    await page.goBack();
    await expect.poll(() => hits(page)).toBe(before);
    await page.goBack();
    await expect.poll(() => page.evaluate('location.hash')).toBe('#people');
  });

  it('finds records by words, whatever their case', async () => {
    await goTo('#records?in=customers');
    await expect.poll(() => hits(page)).toBe(120);
    const name = (await rows())[0]!;
    await page.locator('#search').fill(name.toUpperCase());
    await expect.poll(() => hits(page)).toBeLessThan(120);
    expect(await rows()).toContain(name);
    await page.locator('#search').fill('there is nobody of this name');
    await expect.poll(() => hits(page)).toBe(0);
    await page.getByRole('button', { name: 'Clear all' }).click();
    expect(await hits(page)).toBe(120);
  });

  it('filters by labels and bounds, and sorts both ways', async () => {
    await goTo('#records?in=customers');
    await page.getByRole('button', { name: 'Filter by risk level' }).click();
    await page.locator('dialog[open] label', { hasText: 'Moderate' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    const moderate = await hits(page);
    expect(moderate).toBe(data.analysis.collections[0]!.groups.find((one) => one.label === 'moderate')!.records);
    await page.getByRole('button', { name: 'Filter by age (years)' }).click();
    await page.getByLabel('At least').fill('40');
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await hits(page)).toBeLessThan(moderate);
    const head = page.locator('[role=columnheader]', { has: page.locator('.sort', { hasText: 'age (years)' }) });
    const ages = async (): Promise<number[]> => {
      const place = Number(await head.getAttribute('aria-colindex'));
      return (await page.locator(`.grid-row > :nth-child(${place})`).allTextContents()).map(Number);
    };
    await head.locator('.sort').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await ages()).toStrictEqual((await ages()).sort((a, b) => a - b));
    await head.locator('.sort').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const down = await ages();
    expect(down).toStrictEqual([...down].sort((a, b) => b - a));
    expect(down[0]).toBeGreaterThan(down.at(-1)!);
    // The address holds all of it: whoever follows it sees the same.
    const other = await open(browser, file, { hash: await page.evaluate<string>('location.hash') });
    expect(await hits(other.page)).toBe(await hits(page));
    await other.page.close();
  });

  it('holds few rows of a long table, and tells how many there are', async () => {
    await goTo('#records');
    await expect.poll(() => hits(page)).toBe(data.rowCount);
    expect(await page.locator('.grid').getAttribute('aria-rowcount')).toBe(String(data.rowCount + 1));
    expect(await page.locator('.grid-row').count()).toBeLessThan(60);
    await page.evaluate(`document.querySelector('.grid').scrollTop = 1e9`);
    await page.locator(`[aria-rowindex="${data.rowCount + 1}"]`).waitFor();
  });

  it('opens a card with a life line and the other records of the person', async () => {
    await goTo('#records?in=customers');
    await page.evaluate(`document.querySelector('.grid').scrollTop = 0`);
    const first = page.locator('.grid-row').first();
    const name = await first.locator('> :first-child').textContent();
    await first.click();
    const card = page.locator('dialog.record-card[open]');
    expect(await card.locator('h2').textContent()).toContain(name);
    const moments = await card.locator('.moments li').count();
    expect(moments).toBeGreaterThan(3);
    expect(await card.locator('.life-line circle').count()).toBe(moments);
    await card.getByRole('button', { name: '90 days' }).click();
    expect(await card.locator('.life-line circle').count()).toBeLessThan(moments);
    await card.locator('.links a').first().click();
    await expect.poll(() => card.locator('.card-head .hint').textContent()).toContain('first_time_user.json');
    await page.goBack();
    await expect.poll(() => card.locator('.card-head .hint').textContent()).toContain('customers.json');
    await page.keyboard.press('Escape');
    await expect.poll(() => card.count()).toBe(0);
    await expect.poll(() => page.evaluate('location.hash')).toBe('#records?in=customers');
  });

  it('leads from a violation to its record, and shows what was broken as it stands', async () => {
    await goTo('#checks');
    await page.locator('#checks a.place', { hasText: '/2/core/age' }).first().click();
    const card = page.locator('dialog.record-card[open]');
    await card.waitFor();
    expect(await card.locator('.raw').textContent()).toContain('"age": "old"');
    expect(await card.locator('.card-violations').textContent()).toContain('shape-');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('location.hash')).toBe('#checks');
    // The focus is where it was before.
    expect(await page.evaluate('document.activeElement.className')).toBe('place');
  });

  it('can be used by the keyboard alone', async () => {
    await goTo('#records?in=customers');
    await page.evaluate('document.activeElement.blur()');
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.locator('#search').focus();
    const stops: string[] = [];
    for (let step = 0; step < 6 && stops.at(-1) !== 'row'; step++) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate<string>(
          'document.activeElement.getAttribute("role") ?? document.activeElement.textContent',
        ),
      );
    }
    expect(stops.at(-1)).toBe('row');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-rowindex")')).toBe('121');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-rowindex")')).toBe('3');
    await page.keyboard.press('Enter');
    const card = page.locator('dialog.record-card[open]');
    await card.waitFor();
    await card.getByRole('button', { name: 'Next' }).press('Enter');
    await expect.poll(() => card.locator('.card-bar .hint').textContent()).toBe('3 of 120');
    await page.keyboard.press('Escape');
    await expect.poll(() => card.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('row');
  });

  it('hands out the rows that are seen as CSV', async () => {
    await goTo('#records?in=customers&q=overlooked');
    await expect.poll(() => hits(page)).toBeLessThan(120);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toBe('customers.csv');
    expect(text.trimEnd().split('\r\n')).toHaveLength((await hits(page)) + 1);
  });

  it('is dark where the system is, and changes its charts with the switch', async () => {
    const dark = await open(browser, file, { colorScheme: 'dark' });
    const background = (): Promise<unknown> => dark.page.evaluate('getComputedStyle(document.body).backgroundColor');
    const ink = (): Promise<unknown> => dark.page.locator('figure[data-drawn] svg text').first().getAttribute('fill');
    await dark.page.locator('figure').first().scrollIntoViewIfNeeded();
    await dark.page.locator('figure[data-drawn] svg text').first().waitFor({ state: 'attached' });
    const [night, nightInk] = [await background(), await ink()];
    await dark.page.getByRole('button', { name: 'light' }).click();
    expect(await background()).not.toBe(night);
    await expect.poll(ink).not.toBe(nightInk);
    await dark.page.reload();
    expect(await dark.page.getByRole('button', { name: 'light' }).getAttribute('aria-pressed')).toBe('true');
    expect(dark.faults).toStrictEqual([]);
    await dark.page.close();
  });

  it('prints all charts as wide as the paper, with their tables, and without what can only be clicked', async () => {
    const paper = await open(browser, file, { colorScheme: 'dark' });
    await paper.page.emulateMedia({ media: 'print' });
    await expect.poll(() => paper.page.locator('figure[data-drawn]').count()).toBe(chartsOf(data.analysis).length);
    expect(await paper.page.locator('.grid').isVisible()).toBe(false);
    expect(await paper.page.locator('figure details[open] table').count()).toBeGreaterThan(0);
    expect(await paper.page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    const widths = await ofAll<number>(paper.page, 'figure .canvas svg', 'one.clientWidth');
    expect(new Set(widths)).toStrictEqual(new Set([690]));
    expect(paper.faults).toStrictEqual([]);
    await paper.page.close();
  });

  it('has drawn its charts for the paper before the sheets are taken', async () => {
    const paper = await open(browser, file);
    await paper.page.evaluate(`addEventListener('beforeprint', () => {
      window.drawnTo = [...document.querySelectorAll('figure .canvas svg')].map((one) => one.getBBox()).map(({ x, width }) => x + width);
    })`);
    const pdf = await paper.page.pdf({ preferCSSPageSize: true });
    expect(pdf.length).toBeGreaterThan(50_000);
    const drawnTo = (await paper.page.evaluate('drawnTo')) as number[];
    expect(drawnTo.length).toBe(chartsOf(data.analysis).length);
    expect(Math.max(...drawnTo)).toBeLessThanOrEqual(690);
    expect(paper.faults).toStrictEqual([]);
    await paper.page.close();
  });

  it('fits into 360 pixels without scrolling sideways', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

const upwards = (one: number, other: number): number => one - other;

/** Every number of a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
