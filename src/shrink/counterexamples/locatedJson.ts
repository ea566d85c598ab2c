import { escapePointer } from '../../invariant/index.js';

/** A parsed text that still knows on which line everything stood. */
export interface LocatedJson {
  readonly value: unknown;
  /** The line, from 1, on which the value at a JSON Pointer begins; that of the nearest value around it where none is. */
  readonly lineOf: (pointer: string) => number;
}

/** A text that is no JSON: where it stops being any. */
export class JsonFlaw extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

// oxlint-disable-next-line no-control-regex -- JSON allows none of them in a string
const TOKEN = /[[\]{}:,]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|[-+.\w]+/y;
const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/m;

/**
 * Parses JSON and keeps the lines.
 *
 * JSON.parse has the last word on what is JSON; but of where the text goes wrong it says no more than an offset, on Node 20
 * not even that.
 *
 * @throws JsonFlaw
 */
export function parseLocated(text: string): LocatedJson {
  const conflict = CONFLICT.exec(text);
  if (conflict !== null) {
    throw new JsonFlaw(text.slice(0, conflict.index).split('\n').length, 'a merge conflict was left in it');
  }
  const walk = new Walk(text);
  walk.whole();
  return {
    value: JSON.parse(text) as unknown,
    lineOf: (pointer) => {
      let place = pointer;
      while (!walk.lines.has(place) && place !== '') place = place.slice(0, place.lastIndexOf('/'));
      return walk.lines.get(place) ?? 1;
    },
  };
}

/** Goes through the text token by token. */
class Walk {
  readonly lines = new Map<string, number>();
  private readonly text: string;
  private at = 0;
  /** Where the line `counted` begins. */
  private lineStart = 0;
  private counted = 1;

  constructor(text: string) {
    this.text = text;
  }

  whole(): void {
    this.value('');
    if (this.token() !== '') throw this.flaw('nothing more is expected');
  }

  private value(pointer: string): void {
    const token = this.token();
    this.lines.set(pointer, this.line());
    if (token !== '{' && token !== '[') {
      if (!isString(token) && !WORD.test(token)) throw this.flaw('a value is expected');
      this.at += token.length;
      return;
    }
    const end = token === '{' ? '}' : ']';
    this.at += 1;
    if (this.token() === end) this.at += 1;
    else this.members(pointer, end);
  }

  private members(pointer: string, end: '}' | ']'): void {
    for (let index = 0; ; index++) {
      this.value(`${pointer}/${end === ']' ? index : escapePointer(this.key())}`);
      const token = this.token();
      if (token !== ',' && token !== end) throw this.flaw(`a comma or ${end} is expected`);
      this.at += 1;
      if (token === end) return;
    }
  }

  private key(): string {
    const key = this.token();
    if (!isString(key)) throw this.flaw('a key in double quotes is expected');
    this.at += key.length;
    if (this.token() !== ':') throw this.flaw('a colon is expected');
    this.at += 1;
    return JSON.parse(key) as string;
  }

  /** The next token, empty at the end; it is passed by adding its length to `at`. */
  private token(): string {
    while (this.at < this.text.length && ' \t\n\r'.includes(this.text[this.at] as string)) this.at += 1;
    if (this.at === this.text.length) return '';
    TOKEN.lastIndex = this.at;
    return TOKEN.exec(this.text)?.[0] ?? (this.text[this.at] as string);
  }

  /** The line of the next token, counted on from the one that was asked for last. */
  private line(): number {
    for (;;) {
      const end = this.text.indexOf('\n', this.lineStart);
      if (end < 0 || end >= this.at) return this.counted;
      this.counted += 1;
      this.lineStart = end + 1;
    }
  }

  private flaw(expected: string): JsonFlaw {
    const found = this.at >= this.text.length ? 'the end' : JSON.stringify(this.text.slice(this.at, this.at + 12));
    return new JsonFlaw(this.line(), `it is no JSON: ${expected}, not ${found}`);
  }
}

/** One that has no end is a quotation mark and nothing more. */
function isString(token: string): boolean {
  return token.startsWith('"') && token.length > 1;
}
