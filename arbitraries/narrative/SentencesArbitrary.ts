/*
 * A text as a row of places, each filled with one sentence of a table, some of them left empty at times.
 *
 * What was chosen is read back from the text: the places are filled with each sentence that is true of the facts until
 * one of them fits. A full stop does not end a sentence for sure ("in St. Paul"), so the text is matched from the left and
 * never split. A text that two rows of sentences make counts as the simpler one.
 *
 * Drawing tries sentences by weight until one is true of the facts. Thus a fact that changes moves a text only where it
 * made the chosen sentence untrue, or one that had been tried before it true.
 */
import { KeyedArbitrary } from '../../src/index.js';
import type { Key, Source } from '../../src/index.js';
import type { Facts } from './Facts.js';
import type { Sentence } from './Sentence.js';
import { Situation } from './Situation.js';

/** A place for one sentence. */
export interface Place {
  readonly key: Key;
  /** How often something stands there; below 1 the place may stay empty. Otherwise its first sentence is always true. */
  readonly share: number;
  readonly sentences: readonly Sentence[];
  /** Indices of `sentences` by weight. */
  readonly tickets: Uint8Array;
}

const EMPTY = -1;
const MOST_TRIES = 64;
/** A foreign sentence that shares fewer characters with every known one at both ends is no version of any of them. */
const LEAST_LIKENESS = 12;

export class SentencesArbitrary extends KeyedArbitrary<string> {
  private readonly places: readonly Place[];
  private readonly situation: Situation;

  constructor(places: readonly Place[], facts: Facts) {
    super();
    this.places = places;
    this.situation = new Situation(facts);
  }

  override draw(source: Source, bias?: number): string {
    const { places } = this;
    const isEdge = bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0;
    let text = '';
    for (let index = 0; index < places.length; index++) {
      const place = places[index] as Place;
      const said = isEdge ? this.firstSaid(place) : this.drawSaid(place, source.childOf(place.key));
      if (said !== undefined) text += text === '' ? said : ' ' + said;
    }
    return text;
  }

  private drawSaid({ share, sentences, tickets }: Place, source: Source): string | undefined {
    if (share < 1 && source.unit() >= share) return undefined;
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const said = (sentences[tickets[source.below(tickets.length)] as number] as Sentence).said(this.situation);
      if (said !== undefined) return said;
    }
    return this.sentencesTrue(sentences)[0]?.said(this.situation);
  }

  private firstSaid({ share, sentences }: Place): string | undefined {
    return share < 1 ? undefined : this.sentencesTrue(sentences)[0]?.said(this.situation);
  }

  override accepts(value: unknown): value is string {
    return typeof value === 'string' && this.parse(value) !== undefined;
  }

  override *smaller(value: string): Iterable<string> {
    const chosen = this.parse(value);
    if (chosen === undefined) return;
    for (const [at, place] of this.places.entries()) {
      if (place.share < 1 && chosen[at] !== EMPTY) yield this.joined(chosen.with(at, EMPTY));
    }
    for (const [at, { sentences }] of this.places.entries()) {
      for (let index = 0; index < (chosen[at] as number); index++) {
        if (sentences[index]?.isTrueOf(this.situation) === true) yield this.joined(chosen.with(at, index));
      }
    }
  }

  override mend(value: unknown): string {
    if (this.accepts(value)) return value;
    const given = typeof value === 'string' ? sentencesIn(value) : [];
    return this.joined(this.places.map((place) => this.nearest(place, given)));
  }

  /** The true sentence that is most like one of the given ones; else the simplest filling of the place. */
  private nearest({ sentences, share }: Place, given: readonly string[]): number {
    let nearest = share < 1 ? EMPTY : sentences.findIndex((sentence) => sentence.isTrueOf(this.situation));
    let most = LEAST_LIKENESS - 1;
    for (const [index, sentence] of sentences.entries()) {
      const said = sentence.said(this.situation);
      if (said === undefined) continue;
      for (const other of given) {
        const alike = likeness(said, other);
        if (alike > most) [most, nearest] = [alike, index];
      }
    }
    return nearest;
  }

  /** The same sentences said of the new facts, as far as they are true of them. */
  override *reseat(value: string, previous: KeyedArbitrary<string>): Iterable<string> {
    if (this.accepts(value)) {
      yield value;
      return;
    }
    const chosen = previous instanceof SentencesArbitrary ? previous.parse(value) : undefined;
    if (chosen === undefined || !(previous instanceof SentencesArbitrary)) {
      yield this.mend(value);
      return;
    }
    yield this.joined(
      this.places.map((place, at) => {
        const was = previous.places[at]?.sentences[chosen[at] as number];
        const kept = was?.isTrueOf(this.situation) === true ? place.sentences.indexOf(was) : EMPTY;
        return kept !== EMPTY || place.share < 1 ? kept : this.nearest(place, []);
      }),
    );
  }

  /** Fewer sentences first; then the earlier sentence in the first place that differs. */
  override compare(a: string, b: string): number | undefined {
    if (a === b) return 0;
    const left = this.parse(a);
    const right = this.parse(b);
    if (left === undefined || right === undefined) return undefined;
    const order = countSaid(left) - countSaid(right);
    if (order !== 0) return order;
    for (const [at, index] of left.entries()) {
      if (index !== right[at]) return index - (right[at] as number);
    }
    return 0;
  }

  override describe(): string {
    return 'a text of sentences that are true of the customer';
  }

  /** The sentence in each place, undefined for an empty one; undefined for a text that is not accepted. */
  sentencesOf(text: string): readonly (Sentence | undefined)[] | undefined {
    return this.parse(text)?.map((index, at) => this.places[at]?.sentences[index]);
  }

  /** The indices behind `sentencesOf`. */
  private parse(text: string, at = 0, from = 0): readonly number[] | undefined {
    const place = this.places[at];
    if (place === undefined) return from === text.length + 1 ? [] : undefined;
    if (place.share < 1) {
      const rest = this.parse(text, at + 1, from);
      if (rest !== undefined) return [EMPTY, ...rest];
    }
    for (const [index, sentence] of place.sentences.entries()) {
      const said = sentence.said(this.situation);
      if (said === undefined || !text.startsWith(said, from)) continue;
      const end = from + said.length;
      if (end < text.length && text[end] !== ' ') continue;
      const rest = this.parse(text, at + 1, end + 1);
      if (rest !== undefined) return [index, ...rest];
    }
    return undefined;
  }

  private joined(chosen: readonly number[]): string {
    return chosen.flatMap((index, at) => this.places[at]?.sentences[index]?.said(this.situation) ?? []).join(' ');
  }

  private sentencesTrue(sentences: readonly Sentence[]): Sentence[] {
    return sentences.filter((sentence) => sentence.isTrueOf(this.situation));
  }
}

/** The sentences of any text; saints, mounts and forts do not end one. */
export function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.!?])(?<!\b(?:St|Ste|Mt|Ft)\.) +(?=[A-Z])/);
}

function countSaid(chosen: readonly number[]): number {
  return chosen.filter((index) => index !== EMPTY).length;
}

/** Characters that two texts share at the beginning and at the end. */
function likeness(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return head + tail;
}
