import type { ReportedViolation } from '../../validation/index.js';
import { grouped } from '../figures.js';
import {
  cut,
  expectedText,
  foundText,
  markdownCode as code,
  markdownTable as table,
  markdownText as plain,
} from '../text/index.js';
import { figuresText } from './figuresText.js';
import { placeText, verdictText } from './Findings.js';
import type { Findings } from './Findings.js';
import type { BrokenRule } from './ViolationDigest.js';

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
