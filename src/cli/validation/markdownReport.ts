import type { ReportedViolation } from '../../validation/index.js';
import { counted, grouped } from '../figures.js';
import { figuresText } from './figuresText.js';
import { placeText, verdictText } from './Findings.js';
import type { Findings } from './Findings.js';
import { cut, expectedText, foundText, printable } from './printable.js';
import type { BrokenRule } from './ViolationDigest.js';

/** A comment on GitHub holds 65,536 characters. */
const MOST_ROWS = 20;
const MOST_PLACES = 3;

/** The findings as tables of GitHub's Markdown, such as for a comment on a pull request. */
export function markdownReport(findings: Findings): string {
  const { report, digest, again } = findings;
  const files = report.files.map(({ path, records, format, collections, violations }) => [
    code(path),
    grouped(records),
    format.toUpperCase(),
    collections.map(code).join(', '),
    grouped(violations),
  ]);
  const validations = report.validations.map((validation) => [
    plain(validation.title),
    validation.ok ? '✅ ok' : '❌ failed',
    grouped(validation.violations),
    figuresText(validation).map(plain).join('<br>'),
  ]);
  const rules = digest.rules();
  return [
    `### ${report.ok ? '✅' : '❌'} cohort-check validate: ${verdictText(findings)}`,
    table(['File', '>Records', 'Format', 'Kind', '>Violations'], files),
    table([`Validation as of ${report.as_of}`, 'Result', '>Violations', 'Figures'], validations),
    table(['Rule, worst first', 'Severity', '>Count', 'First places'], rules.map(ruleRow)),
    table(
      ['Note', '>Places', 'What was understood, and where first'],
      report.notes.map((note) => [
        code(note.note),
        grouped(note.count),
        `${code(cut(note.message))}<br>${code(placeText(note))}`,
      ]),
    ),
    ...(rules.length === 0 ? [] : [`Everything as JSON: ${code(again)}`]),
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');
}

function ruleRow({ rule, severity, count, first }: BrokenRule): string[] {
  const places = first.slice(0, MOST_PLACES).map(toldText);
  const rest = count - places.length;
  const more = rest > 0 ? [`… and ${grouped(rest)} more`] : [];
  return [code(rule), severity, grouped(count), [...places, ...more].join('<br>')];
}

function toldText(violation: ReportedViolation): string {
  const { message, actual, expected } = violation;
  const values = `found ${code(foundText(actual))}, expected ${code(expectedText(expected))}`;
  return `${code(placeText(violation))}<br>${code(cut(message))}<br>${values}`;
}

/** @param titles - those that begin with > are of columns of numbers. */
function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = [
    titles.map((title) => title.replace(/^>/, '')),
    titles.map((title) => (title.startsWith('>') ? '--:' : '---')),
    ...rows.slice(0, MOST_ROWS),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  const rest = rows.length - MOST_ROWS;
  return [...lines, ...(rest > 0 ? [`\n… and ${counted(rest, 'more row')}`] : [])].join('\n');
}

/** Everything that Markdown, HTML or GitHub reads as more than itself: a mention of somebody would call them. */
const MARKS = /[&<>|\\`*[\]~@#:!$]|(?<![a-z0-9])_|_(?![a-z0-9])|(?<=www)\./gi;

/** A text that stands for itself, in a cell as well as outside. */
function plain(text: string): string {
  return printable(text).replaceAll(MARKS, (sign) => `&#${sign.codePointAt(0)!};`);
}

/** A text in the type of code. Not between backticks: there a bar would end the cell after a backslash. */
function code(text: string): string {
  return `<code>${plain(text)}</code>`;
}
