import type { ValidationReport } from '../../validation/index.js';
import type { FixResult } from './fixFiles.js';

/** Violations as every reader finds them: with all their keys, also where nothing stood. */
const nullForNothing = (_: string, value: unknown): unknown => (value === undefined ? null : value);

/**
 * The report as `JSON.stringify(report, null, 2)` writes it, in pieces: of the millions of violations that it may hold,
 * the text of one is in memory at a time.
 *
 * @param fixed - what `--fix` did; its members follow those of the report.
 */
export function* jsonReport(report: ValidationReport, fixed?: FixResult): Generator<string, void, undefined> {
  let lead = '{\n';
  for (const [key, value] of Object.entries({ ...report, ...fixed }) as [string, unknown][]) {
    yield `${lead}  ${JSON.stringify(key)}: `;
    if (Array.isArray(value)) yield* listPieces(value, key === 'fixes' ? undefined : nullForNothing);
    else yield indented(JSON.stringify(value, null, 2), 2);
    lead = ',\n';
  }
  yield '\n}\n';
}

function* listPieces(values: readonly unknown[], replacer: typeof nullForNothing | undefined): Generator<string> {
  let lead = '[\n';
  for (const value of values) {
    yield `${lead}    ${indented(JSON.stringify(value, replacer, 2), 4)}`;
    lead = ',\n';
  }
  yield values.length === 0 ? '[]' : '\n  ]';
}

/** A string in JSON has no line end of its own. */
function indented(json: string, columns: number): string {
  return json.replaceAll('\n', `\n${' '.repeat(columns)}`);
}
