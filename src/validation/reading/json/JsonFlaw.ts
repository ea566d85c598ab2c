/** The first thing in a text that keeps it from being JSON. */
export interface JsonFlaw {
  /** Offset into the text. */
  readonly at: number;
  /** What was found. */
  readonly message: string;
  readonly expected: string;
  /** Whether nothing is wrong but that the text ends too early. */
  readonly isUnfinished: boolean;
}

/** What stands at an offset of a text, as a fault tells of it. */
export function wordsFor(text: string, at: number): string {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (text.startsWith('//', at) || text.startsWith('/*', at) || character === '#') return 'a comment';
  const name = NAMES[character];
  if (name !== undefined) return name;
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0] ?? character;
  return word.length <= LONGEST ? word : `${word.slice(0, LONGEST)}…`;
}

const LONGEST = 30;
const WORD = /[^\s,:[\]{}"'`]+/y;

const NAMES: Readonly<Record<string, string>> = {
  ',': 'a comma',
  ':': 'a colon',
  "'": 'a single quote',
  '`': 'a backtick',
  '\t': 'a tab',
  '\n': 'a line break',
  '\r': 'a carriage return',
  '\0': 'a zero byte',
  '\u00A0': 'a no-break space',
  '\u2028': 'a line separator',
  '\u201C': 'a curly quote',
  '\u201D': 'a curly quote',
  '\u2018': 'a curly quote',
  '\u2019': 'a curly quote',
  '\uFEFF': 'a byte order mark',
};
