import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportData } from '../../src/report/index.js';
import { isWithoutBrowser, launch, open } from './reportBrowser.js';
import type { Opened } from './reportBrowser.js';
import { smallReport, written } from './reportData.js';

/** Each would leave its mark, or a dialog, if anything ran it or took it for an element. */
const SCRIPT = '<script>window.canary = 1; alert(1)</script>';
const IMAGE = '"><img class=canary src=x onerror="window.canary = 1; alert(1)">';
const END = '</script><!--<script>window.canary = 1</script><svg class=canary onload=alert(1)>\u2028{{canary}}';

describe.skipIf(isWithoutBrowser)('a report on hostile data', () => {
  let folder: string;
  let browser: Browser;
  let opened: Opened;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    const [{ data }, started] = await Promise.all([smallReport(folder), launch()]);
    browser = started;
    opened = await open(browser, await written(folder, 'hostile.html', hostile(data)));
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const expectUnharmed = async (): Promise<void> => {
    expect(opened.faults).toStrictEqual([]);
    expect(await opened.page.evaluate('window.canary')).toBeUndefined();
    expect(await opened.page.locator('.canary').count()).toBe(0);
  };

  it('shows markup in titles, labels, steps, names and values, and runs none of it', async () => {
    const { page } = opened;
    expect(await page.locator('h1').textContent()).toBe(SCRIPT);
    expect(await page.locator('.grid-row', { hasText: SCRIPT }).count()).toBeGreaterThan(0);
    expect(await page.locator('#findings').textContent()).toContain(IMAGE);
    expect(await page.locator('#checks').textContent()).toContain(SCRIPT);
    await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
    await expect
      .poll(() =>
        page
          .locator('figure td, figure tbody th')
          .filter({ hasText: END.slice(0, 20) })
          .count(),
      )
      .toBeGreaterThan(0);
    await expectUnharmed();
  });

  it('shows it in the card of a record, in filters and in the hints of charts', async () => {
    const { page } = opened;
    await page.locator('.grid-row', { hasText: SCRIPT }).first().click();
    const card = page.locator('dialog.record-card[open]');
    await card.waitFor();
    expect(await card.textContent()).toContain(SCRIPT);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Filter by persona' }).click();
    expect(await page.locator('dialog[open]').textContent()).toContain('img class=canary');
    await page.keyboard.press('Escape');
    for (const figure of (await page.locator('figure').all()).slice(0, 8)) {
      await figure.locator('.canvas').scrollIntoViewIfNeeded();
      await figure.locator('.canvas').hover();
    }
    await expectUnharmed();
  });

  it('asks for nothing where the address of the page is hostile', async () => {
    const { page } = opened;
    for (const hash of [
      `#records?q=${SCRIPT}`,
      `#records?where=${JSON.stringify({ groups: { persona: IMAGE }, measures: { age: null } })}`,
    ]) {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await expectUnharmed();
    }
  });

  it('would run nothing even if markup came through: the policy of the page forbids it', async () => {
    const { page } = opened;
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.canary = 1">')`);
    await expect.poll(() => opened.faults.length).toBeGreaterThan(0);
    expect(opened.faults.join()).toContain('Content Security Policy');
    expect(await page.evaluate('window.canary')).toBeUndefined();
    expect(await page.evaluate(`fetch('data:,x').then(() => 'sent', () => 'refused')`)).toBe('refused');
  });
});

/** The same report, with markup for words of the data. */
function hostile(data: ReportData): ReportData {
  const { rows, details, validation, ...rest } = data;
  const shown = replaced({ ...rest, validation });
  return {
    ...shown,
    title: SCRIPT,
    validation: {
      ...shown.validation,
      violations: shown.validation.violations.map((one) => ({ ...one, actual: SCRIPT, message: IMAGE })),
    },
    rows: repacked(rows),
    details: details.map((pack) => ({ ...pack, gzip: repacked(pack.gzip) })),
  };
}

function repacked(base64: string): string {
  const value: unknown = JSON.parse(gunzipSync(Buffer.from(base64, 'base64')).toString());
  return gzipSync(JSON.stringify(replaced(value))).toString('base64');
}

/** A persona, a step, a file and a name of the fixture become markup, wherever they stand. */
function replaced<T>(value: T): T {
  const words = {
    health_aware_avoider: IMAGE,
    'health aware avoider': IMAGE,
    risk_assessment: END,
    'Macy Kuhic': SCRIPT,
  };
  const text = Object.entries(words).reduce(
    (said, [word, other]) => said.replaceAll(word, JSON.stringify(other).slice(1, -1)),
    JSON.stringify(value),
  );
  return JSON.parse(text) as T;
}
