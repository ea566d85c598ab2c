import { wordsFor } from './JsonFlaw.js';
import type { JsonFlaw } from './JsonFlaw.js';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** A number that goes on in the bytes that are missing, such as `-` or `1.`. */
const START_OF_NUMBER = /^-?(?:(?:0|[1-9]\d*)(?:\.\d*)?(?:(?<=\d)[eE][+-]?\d*)?)?$/;
const WORD = /[^\s,:[\]{}"]+/y;
const CONSTANTS = ['true', 'false', 'null'];
const HEXADECIMALS = /[\da-fA-F]{0,4}/y;

/** What people and other languages write for what JSON spells otherwise. */
const SPELLINGS: Readonly<Record<string, string>> = {
  NaN: 'null where a number is missing',
  nan: 'null where a number is missing',
  Infinity: 'a number; JSON has no infinity',
  '-Infinity': 'a number; JSON has no infinity',
  undefined: 'null, or no such key',
  None: 'null',
  NULL: 'null',
  Null: 'null',
  nil: 'null',
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
};

/** The offset behind a text in double quotes that begins at `at`, or what is wrong with it. */
export function explainText(text: string, at: number): number | JsonFlaw {
  for (let here = at + 1; here < text.length; here++) {
    const code = text.charCodeAt(here);
    if (code === 0x22) return here + 1;
    if (code < 0x20) return controlFlaw(text, here);
    if (code !== 0x5c) continue;
    const flaw = explainEscape(text, here);
    if (flaw !== undefined) return flaw;
    here += 1;
  }
  return { at: text.length, message: 'the text is not closed', expected: '"', isUnfinished: true };
}

function controlFlaw(text: string, at: number): JsonFlaw {
  const character = text[at]!;
  const name = character === '\r' || character === '\n' ? 'a line break' : controlName(text, at);
  const escape = JSON.stringify(character === '\r' ? '\n' : character).slice(1, -1);
  const expected = name === 'a line break' ? `", or ${escape} for a line break in the text` : escape;
  return { at, message: `found ${name} inside a text`, expected, isUnfinished: false };
}

function controlName(text: string, at: number): string {
  const name = wordsFor(text, at);
  return name.startsWith('a ') ? name : `the control character ${text.charCodeAt(at)}`;
}

function explainEscape(text: string, at: number): JsonFlaw | undefined {
  const letter = text[at + 1];
  if (letter === undefined) return undefined;
  if (letter === 'u') {
    HEXADECIMALS.lastIndex = at + 2;
    const digits = HEXADECIMALS.exec(text)?.[0] ?? '';
    if (digits.length === 4 || at + 2 + digits.length === text.length) return undefined;
  } else if ('"\\/bfnrt'.includes(letter)) return undefined;
  return {
    at,
    message: `found the escape \\${wordsForEscape(text, at)}`,
    expected: '\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hexadecimal digits',
    isUnfinished: false,
  };
}

function wordsForEscape(text: string, at: number): string {
  const letter = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  return letter < ' ' ? ` before ${wordsFor(text, at + 1)}` : letter;
}

/** The offset behind a number, `true`, `false` or `null` that begins at `at`, or what is wrong with it. */
export function explainWord(text: string, at: number, expected: string): number | JsonFlaw {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0] ?? '';
  const end = at + word.length;
  if (CONSTANTS.includes(word) || NUMBER.test(word)) return end;
  const mayGoOn = START_OF_NUMBER.test(word) || CONSTANTS.some((constant) => constant.startsWith(word));
  if (end === text.length && word !== '' && mayGoOn) {
    return { at: end, message: `${word} is not complete`, expected, isUnfinished: true };
  }
  return { at, message: `found ${wordsFor(text, at)}`, expected: wanted(word, expected), isUnfinished: false };
}

function wanted(word: string, expected: string): string {
  const spelling = Object.hasOwn(SPELLINGS, word) ? SPELLINGS[word] : undefined;
  if (spelling !== undefined) return spelling;
  if (/^[-+.]?\d/.test(word)) return 'a number as JSON writes it, such as -0.5 or 1e3';
  if (/^['`\u2018-\u201D]/.test(word)) return `${expected}; JSON puts texts in straight double quotes`;
  if (/^(?:\/[/*]|#)/.test(word)) return `${expected}; JSON has no comments`;
  return /^[\p{L}_$]/u.test(word) ? `${expected}; JSON puts texts in double quotes` : expected;
}
