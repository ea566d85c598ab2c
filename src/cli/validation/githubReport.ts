import type { ReportedViolation } from '../../validation/index.js';
import { counted } from '../figures.js';
import { expectedText, foundText, messageText, printable } from '../text/index.js';
import { verdictText } from './Findings.js';
import type { Findings } from './Findings.js';

/** GitHub shows ten annotations of a kind for a step, so that a rule that is broken everywhere must not take them all. */
const MOST_PLACES = 3;

/**
 * The findings as annotations of GitHub's actions, worst rule first; and the first place of every rule before the second of
 * any, since only the first ten of a kind are shown. The last line tells the verdict.
 */
export function githubReport(findings: Findings): string {
  const { digest, again } = findings;
  const rules = digest.rules();
  const lines = Array.from({ length: MOST_PLACES }, (_, round) =>
    rules.flatMap(({ rule, severity, count, first }) => {
      const violation = first[round];
      const title = `${rule} (${counted(count, 'place')})`;
      return violation === undefined
        ? []
        : [annotation(severity, toldText(violation), { title, file: violation.file })];
    }),
  ).flat();
  const all = rules.reduce((sum, { count }) => sum + count, 0);
  const more =
    lines.length < all ? `; ${lines.length} of ${all} violations are annotated, all are printed by: ${again}` : '';
  const verdict = annotation('notice', `${verdictText(findings)}${more}`, {
    title: 'cohort-check validate',
    file: null,
  });
  return [...lines, verdict].map((line) => `${line}\n`).join('');
}

function toldText(violation: ReportedViolation): string {
  const { record, pointer, message, actual, expected } = violation;
  const place = `${record === null ? '' : `record ${record}, `}${printable(pointer)}`;
  return `${place === '' ? '' : `${place}: `}${messageText(message)} (found ${foundText(actual)}, expected ${expectedText(expected)})`;
}

function annotation(
  kind: ReportedViolation['severity'] | 'notice',
  message: string,
  { title, file }: { readonly title: string; readonly file: string | null },
): string {
  const properties = [...(file === null ? [] : [`file=${escapeProperty(file)}`]), `title=${escapeProperty(title)}`];
  return `::${kind} ${properties.join(',')}::${escapeMessage(message)}`;
}

/** As `@actions/core` escapes them: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
export function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

export function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
