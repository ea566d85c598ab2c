import type { Facts } from './Facts.js';
import type { Sentence, Untruth } from './Sentence.js';
import { SentencesArbitrary, sentencesIn } from './SentencesArbitrary.js';
import { Situation } from './Situation.js';
import type { Place } from './SentencesArbitrary.js';
import { byPersona } from './topics.js';
import type { ByPersona } from './topics.js';

/** What a sentence of a text was understood as. */
export interface Reading {
  readonly text: string;
  readonly untruths: readonly Untruth[];
  /** Whether the customer's persona speaks like this. */
  readonly isInVoice: boolean;
}

/** The words before the first facet of a sentence, and one character from their middle: it tells most of them apart. */
interface Head {
  readonly words: string;
  readonly middle: number;
  readonly code: number;
}

const NOTHING: readonly Reading[] = [];

/**
 * Understands texts of any origin: finds the sentences in them that some persona could say, whatever the facts.
 *
 * A sentence that nobody here says is passed over: free text makes no statement that could be checked. One that can be
 * understood in several ways is taken in the way that leaves least to find fault with.
 */
export class Reader {
  private readonly places: ByPersona<readonly Place[]>;
  private readonly own: ByPersona<ReadonlySet<Sentence>>;
  private readonly all: ReadonlySet<Sentence>;
  /** How each sentence of each place begins. */
  private readonly heads: ByPersona<readonly (readonly Head[])[]>;

  constructor(places: ByPersona<readonly Place[]>) {
    this.places = places;
    this.own = byPersona((persona) => new Set(sentencesAt(places[persona])));
    this.all = new Set(Object.values(places).flatMap(sentencesAt));
    this.heads = byPersona((persona) => places[persona].map(({ sentences }) => sentences.map(headOf)));
  }

  /** What can be understood of a text that is not entirely as the customer would say it; nothing for one that is. */
  read(text: string, facts: Facts): readonly Reading[] {
    const situation = new Situation(facts);
    if (this.isSpoken(text, situation)) return NOTHING;
    return sentencesIn(text).flatMap((sentence) => this.readOne(sentence, situation) ?? []);
  }

  /** The texts that this customer may say. */
  spoken(facts: Facts): SentencesArbitrary {
    return new SentencesArbitrary(this.places[facts.persona_type], facts);
  }

  /** Sentences without facets and circumstances that only other personas say. */
  outOfVoice({ persona_type }: Facts): readonly Sentence[] {
    return [...this.all].filter(
      (sentence) =>
        sentence.when.length === 0 && !sentence.pattern.includes('{') && !this.own[persona_type].has(sentence),
    );
  }

  /** Whether `spoken` accepts the text, told without wording the many sentences that begin otherwise. */
  private isSpoken(text: string, situation: Situation, at = 0, from = 0): boolean {
    const persona = situation.facts.persona_type;
    const place = this.places[persona][at];
    if (place === undefined) return from === text.length + 1;
    if (place.share < 1 && this.isSpoken(text, situation, at + 1, from)) return true;
    const heads = this.heads[persona][at] as readonly Head[];
    for (let index = 0; index < heads.length; index++) {
      const { words, middle, code } = heads[index] as Head;
      if (words !== '' && text.charCodeAt(from + middle) !== code) continue;
      if (!text.startsWith(words, from)) continue;
      const said: string | undefined = (place.sentences[index] as Sentence).said(situation);
      if (said === undefined || !text.startsWith(said, from)) continue;
      const end = from + said.length;
      if (end < text.length && text[end] !== ' ') continue;
      if (this.isSpoken(text, situation, at + 1, end + 1)) return true;
    }
    return false;
  }

  private readOne(text: string, situation: Situation): Reading | undefined {
    let best: Reading | undefined;
    for (const sentence of this.all) {
      const untruths = sentence.untruths(text, situation);
      if (untruths === undefined) continue;
      const reading = { text, untruths, isInVoice: this.own[situation.facts.persona_type].has(sentence) };
      if (best === undefined || faults(reading) < faults(best)) best = reading;
    }
    return best;
  }
}

function headOf({ pattern }: Sentence): Head {
  const words = pattern.split('{', 1)[0] as string;
  const middle = words.length >> 1;
  return { words, middle, code: words.charCodeAt(middle) };
}

function sentencesAt(places: readonly Place[]): Sentence[] {
  return places.flatMap(({ sentences }) => sentences);
}

function faults({ untruths, isInVoice }: Reading): number {
  return untruths.length + (isInVoice ? 0 : 1);
}
