import type { CheckedFile, ReportedValidation } from '../../validation/index.js';
import { counted, grouped } from '../figures.js';
import { styled } from '../terminal.js';
import type { TextStyle } from '../terminal.js';
import { expectedText, foundText, messageText, printable, tableText } from '../text/index.js';
import { figuresText } from './figuresText.js';
import { placeText, verdictText } from './Findings.js';
import type { Findings } from './Findings.js';
import type { BrokenRule } from './ViolationDigest.js';

/** More rules and more places than these nobody reads; the command for all of them stands below. */
const MOST_RULES = 20;
const MOST_PLACES = 3;
/** Narrower texts put severity and count below the rule. */
const NARROW = 90;
const SIGNS = { fine: ['green', '✓'], warning: ['yellow', '!'], error: ['red', '✗'] } as const;

/**
 * The findings for people: a verdict for each file, the validations, what is wrong and where, worst first, and what to do
 * next.
 *
 * @param options - `quiet`: nothing where there is no error, and only what is wrong where there are some.
 */
export function reportText(findings: Findings, style: TextStyle, { quiet = false } = {}): string {
  const { report, digest, again } = findings;
  if (quiet && report.ok) return '';
  const rules = quiet ? digest.rules().filter(({ severity }) => severity === 'error') : digest.rules();
  const closing = styled(report.ok ? 'green' : 'red', verdictText(findings), style);
  return [
    ...(quiet ? [] : [report.files.map((file) => fileText(file, findings, style)).join('')]),
    ...(quiet ? [] : [validationsText(findings, style)]),
    rulesText(rules, style),
    ...(quiet ? [] : [notesText(findings, style)]),
    `${closing}\n${rules.length === 0 ? '' : `everything as JSON: ${again}\n`}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function fileText(
  { path, format, records, collections, violations }: CheckedFile,
  { digest }: Findings,
  style: TextStyle,
): string {
  const [colour, sign] = SIGNS[digest.rulesIn(path)[0]?.severity ?? 'fine'];
  const kind = collections.length === 0 ? '' : `, ${collections.join(', ')}`;
  const wrong = violations === 0 ? '' : `: ${counted(violations, 'violation')}`;
  return `${styled(colour, sign, style)} ${printable(path)}  ${counted(records, 'record')}, ${format.toUpperCase()}${kind}${wrong}\n`;
}

function validationsText({ report: { validations, as_of: asOf } }: Findings, style: TextStyle): string {
  if (validations.length === 0) return '';
  const columns = [{ title: `as of ${asOf}`, most: 0.3 }, { title: 'result', most: 0.2 }, { title: 'figures' }];
  return tableText(
    columns,
    validations.map((validation) => validationRow(validation, style)),
    style,
  );
}

function validationRow(validation: ReportedValidation, style: TextStyle): string[] {
  const { title, ok, violations } = validation;
  const result = ok ? styled('green', 'ok', style) : styled('red', 'failed', style);
  const wrong = violations === 0 ? [] : [counted(violations, 'violation')];
  return [printable(title), [result, ...wrong].join('\n'), figuresText(validation).join('\n')];
}

function rulesText(rules: readonly BrokenRule[], style: TextStyle): string {
  if (rules.length === 0) return '';
  const isNarrow = style.width < NARROW;
  const columns = isNarrow
    ? [{ title: 'rule', most: 0.45 }, { title: 'first places, worst rule first' }]
    : [
        { title: 'rule', most: 0.35 },
        { title: 'severity' },
        { title: 'count', align: 'right' as const },
        { title: 'first places, worst rule first' },
      ];
  const rows = rules.slice(0, MOST_RULES).map((broken) => {
    const { rule, count } = broken;
    const severity = styled(broken.severity === 'error' ? 'red' : 'yellow', broken.severity, style);
    const where = placesOf(broken, style).join('\n');
    return isNarrow
      ? [`${printable(rule)}\n${severity}, ${grouped(count)}`, where]
      : [printable(rule), severity, grouped(count), where];
  });
  const rest = rules.length - MOST_RULES;
  const more = rest > 0 ? `… and ${counted(rest, 'more rule')}; --json prints all\n` : '';
  return `${tableText(columns, rows, style)}${more}`;
}

/** The first place says in words what is wrong; the others are told by their values. */
function placesOf({ first, count }: BrokenRule, style: TextStyle): string[] {
  const shownPlaces = first.slice(0, MOST_PLACES);
  const lines = shownPlaces.flatMap((violation, index) => [
    styled('bold', placeText(violation), style),
    ...(index === 0 ? [messageText(violation.message)] : []),
    `found ${foundText(violation.actual)}, expected ${expectedText(violation.expected)}`,
  ]);
  const rest = count - shownPlaces.length;
  return rest > 0 ? [...lines, `… and ${grouped(rest)} more; --json prints all`] : lines;
}

function notesText({ report: { notes } }: Findings, style: TextStyle): string {
  if (notes.length === 0) return '';
  const columns = [
    { title: 'note', most: 0.3 },
    { title: 'places', align: 'right' as const },
    { title: 'what was understood, and where first' },
  ];
  return tableText(
    columns,
    notes.map((note) => [
      printable(note.note),
      grouped(note.count),
      `${messageText(note.message)}\n${placeText(note)}`,
    ]),
    style,
  );
}
