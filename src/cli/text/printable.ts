import { shown } from '../../errors/index.js';

/** Control characters, ends of lines, marks that turn the direction of a text, and halves of a character. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Longer excerpts would hide what stands beside them. */
const LONGEST_VALUE = 120;
const LONGEST_TEXT = 400;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text as one line that a terminal, a log and a page show as it is.
 *
 * What stands in other people's files must not move the cursor, hide lines or start a command of a build log.
 */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (sign) => NAMED[sign] ?? `\\u{${sign.codePointAt(0)!.toString(16)}}`);
}

/** The offending value as an excerpt of its JSON; `nothing` where none stands. */
export function foundText(actual: unknown): string {
  return actual === undefined ? 'nothing' : printable(shown(actual, LONGEST_VALUE));
}

/** What would have been legal: words as they are, a value as an excerpt of its JSON. */
export function expectedText(expected: unknown): string {
  return typeof expected === 'string' && expected !== ''
    ? printable(cut(expected, LONGEST_VALUE))
    : foundText(expected);
}

/** A sentence of a report, or the beginning of one that is long. */
export function messageText(message: string): string {
  return printable(cut(message));
}

/** A text, or the beginning of one that is long. */
export function cut(text: string, longest: number = LONGEST_TEXT): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
