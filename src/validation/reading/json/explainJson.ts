import { explainText, explainWord } from './explainToken.js';
import { wordsFor } from './JsonFlaw.js';
import type { JsonFlaw } from './JsonFlaw.js';

/**
 * The deepest nesting of a record.
 *
 * JSON.parse goes deeper, but what comes after it does not: at some thousands `JSON.stringify` overflows the stack.
 */
export const MOST_DEPTH = 1000;

/** What may stand where; `more…` is behind a comma. */
const EXPECTED = {
  value: 'a value',
  item: 'a value or ]',
  moreItems: 'a value',
  key: 'a key in double quotes, or }',
  moreKeys: 'a key in double quotes',
  colon: 'a colon',
  nextItem: ', or ]',
  nextKey: ', or }',
  end: 'nothing more',
} as const;
type Expectation = keyof typeof EXPECTED;

const SPACE = /[ \t\n\r]*/y;

/**
 * The first thing that keeps a text from being JSON, or from being nested little enough; undefined where there is none.
 *
 * JSON.parse says no more than a token and, on some versions of Node, an offset. This takes longer and finds the words, so
 * it is asked only about what JSON.parse has refused, or what may be nested too deeply.
 */
export function explainJson(text: string): JsonFlaw | undefined {
  return new Explanation(text).run();
}

class Explanation {
  private readonly text: string;
  private at = 0;
  private expects: Expectation = 'value';
  /** The brackets that are open. A list and not the call stack, which deep nesting would overflow. */
  private readonly open: ('[' | '{')[] = [];
  private commaAt = 0;

  constructor(text: string) {
    this.text = text;
  }

  run(): JsonFlaw | undefined {
    for (;;) {
      SPACE.lastIndex = this.at;
      this.at += SPACE.exec(this.text)?.[0].length ?? 0;
      if (this.at === this.text.length) return this.expects === 'end' ? undefined : this.flaw('the end', true);
      const flaw = this.step(this.text[this.at]!);
      if (flaw !== undefined) return flaw;
    }
  }

  private step(character: string): JsonFlaw | undefined {
    if (character === ']' || character === '}') return this.close(character);
    switch (this.expects) {
      case 'value':
      case 'item':
      case 'moreItems':
        return this.value(character);
      case 'key':
      case 'moreKeys':
        return character === '"' ? this.token(explainText(this.text, this.at), 'colon') : this.keyFlaw(character);
      case 'colon':
        return character === ':' ? this.go('value') : this.flaw();
      case 'nextItem':
      case 'nextKey':
        if (character !== ',') return this.flaw();
        this.commaAt = this.at;
        return this.go(this.expects === 'nextItem' ? 'moreItems' : 'moreKeys');
      case 'end':
        return this.flaw();
    }
  }

  private value(character: string): JsonFlaw | undefined {
    if (character === '"') return this.token(explainText(this.text, this.at), this.next());
    if (character !== '[' && character !== '{') {
      return this.token(explainWord(this.text, this.at, EXPECTED[this.expects]), this.next());
    }
    if (this.open.length === MOST_DEPTH) {
      const message = `found more than ${MOST_DEPTH} brackets inside each other`;
      return { at: this.at, message, expected: 'a record that is nested less deeply', isUnfinished: false };
    }
    this.open.push(character);
    return this.go(character === '[' ? 'item' : 'key');
  }

  private close(character: ']' | '}'): JsonFlaw | undefined {
    if (this.open.at(-1) !== (character === ']' ? '[' : '{')) return this.flaw();
    if (this.expects === 'moreItems' || this.expects === 'moreKeys') {
      const message = `found a comma before ${character}`;
      return { at: this.commaAt, message, expected: 'no comma behind the last one', isUnfinished: false };
    }
    if (this.expects === 'colon' || this.expects === 'value') return this.flaw();
    this.open.pop();
    return this.go(this.next());
  }

  /** What may follow once a value is over. */
  private next(): Expectation {
    const inner = this.open.at(-1);
    if (inner === undefined) return 'end';
    return inner === '[' ? 'nextItem' : 'nextKey';
  }

  private go(expects: Expectation): undefined {
    this.at += 1;
    this.expects = expects;
  }

  private token(end: number | JsonFlaw, expects: Expectation): JsonFlaw | undefined {
    if (typeof end !== 'number') return end;
    this.at = end;
    this.expects = expects;
    return undefined;
  }

  private keyFlaw(character: string): JsonFlaw {
    const flaw = this.flaw();
    return character === ',' || flaw.message.endsWith('comment')
      ? flaw
      : { ...flaw, expected: 'a key in double quotes' };
  }

  private flaw(found = wordsFor(this.text, this.at), isUnfinished = false): JsonFlaw {
    const expected = EXPECTED[this.expects] + (found === 'a comment' ? '; JSON has no comments' : '');
    return { at: this.at, message: `found ${found}`, expected, isUnfinished };
  }
}
