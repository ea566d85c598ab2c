import { existsSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the browser stands; undefined where there is none. */
export const chromiumPath = [process.env['CHROMIUM_PATH'], ...KNOWN].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);

/** Without a browser these tests say so and are left out; where everything has to be tested, they fail. */
export const isWithoutBrowser = chromiumPath === undefined && process.env['CI'] !== 'true';
if (isWithoutBrowser) {
  process.stderr.write('no Chromium found: the report is not tested in a browser; name one in CHROMIUM_PATH\n');
}

/** A page that was opened, and what must not have happened in it. */
export interface Opened {
  readonly page: Page;
  /** Errors, messages of the console and requests that left the file. */
  readonly faults: string[];
}

export async function launch(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium found; name one in CHROMIUM_PATH');
  return chromium.launch({ executablePath: chromiumPath });
}

/** Opens a file and waits until its records are there. */
export async function open(
  browser: Browser,
  file: string,
  options: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<Opened> {
  const { hash = '', ...rest } = options;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...rest });
  const faults: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url + hash);
  await page.locator('.grid').waitFor({ state: 'attached' });
  return { page, faults };
}

/** The count of hits that the explorer tells. */
export async function hits(page: Page): Promise<number> {
  const text = (await page.locator('.hits').textContent()) ?? '';
  return text === 'No records' ? 0 : Number(text.replaceAll(/[^0-9]/g, ''));
}

/**
 * What an expression says of every element that a selector finds, `one` being the element. As a text: the types of the browser
 * are none of the tests'.
 */
export async function ofAll<T>(page: Page, selector: string, expression: string): Promise<T[]> {
  return page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => ${expression})`);
}
