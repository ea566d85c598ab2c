import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OwnBugError } from '../errors/index.js';
import { embedded } from './embedded.js';
import type { PageData } from './embedded.js';
import type { ReportData } from './ReportData.js';

const ROOT = dirname(createRequire(import.meta.url).resolve('cohort-check/package.json'));

/**
 * The report as one page of HTML that needs nothing beside itself: no network, no files, no server.
 *
 * Its policy forbids every request and every script but its own, so that even a text of the data that passed for markup could
 * neither run nor send anything.
 */
export function reportPage(data: ReportData): string {
  const { rows, details, ...shown } = data;
  const main: PageData = { ...shown, packs: details.map(({ from, count }) => ({ from, count })) };
  // No `</script` stands in the script as it is built; one within a text would end the element.
  const script = built('page.js').replaceAll('</script', String.raw`<\/script`);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyFor(script)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="generator" content="cohort-check ${escaped(data.version)}">`,
    `<title>${escaped(data.title)}</title>`,
    `<style>${built('page.css')}</style>`,
    '</head>',
    '<body>',
    '<noscript><p class="no-script">This report draws its charts and tables with JavaScript, which is turned off. Turn it on',
    'for this file and open it again; the page loads nothing from the network. The same figures without JavaScript:',
    '<code>cohort-check analyze --markdown</code>.</p></noscript>',
    holder(embedded.main, JSON.stringify(main)),
    holder(embedded.rows, rows),
    ...details.map(({ gzip }, number) => holder(`${embedded.pack}${number}`, gzip)),
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** An element that holds data. Nothing in it can end it: `<` is written as JavaScript may write it within a text. */
function holder(id: string, text: string): string {
  const safe = text
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
  return `<script type="application/json" id="${id}">${safe}</script>`;
}

function policyFor(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    // Charts and their hints place themselves by style attributes, which have no hash.
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)!};`);
}

/** A part of the page as the build leaves it. */
function built(name: string): string {
  const path = join(ROOT, 'dist', 'report', name);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new OwnBugError(`${path} is missing from the package; in a checkout, npm run build makes it`, String(error));
  }
}
