import { wordsFor } from './JsonFlaw.js';

export const LINE_FEED = 0x0a;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const STAR = 0x2a;
export const COMMA = 0x2c;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_LIST = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;

const SPACES = [0x20, LINE_FEED, 0x0d, 0x09];
const ENDS_OF_WORDS = [...SPACES, QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT];

/** What JSON takes for white space. */
export function isSpace(byte: number): boolean {
  return SPACES.includes(byte);
}

/** Whether a number, `true` and the like are over where this byte stands. */
export function endsWord(byte: number): boolean {
  return ENDS_OF_WORDS.includes(byte);
}

/** The offset of the first byte from `from` on that is no white space; `to` where there is none. */
export function skipSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(bytes[at]!)) at += 1;
  return at;
}

/** A byte between two records, as a fault tells of it. */
export function nameOf(byte: number): string {
  if (byte === SLASH) return 'a comment';
  return byte < 0x80 ? wordsFor(String.fromCharCode(byte), 0) : 'a character that is not ASCII';
}
