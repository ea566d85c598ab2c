import { Key } from '../../src/index.js';
import { lottery } from './lottery.js';
import type { PersonaType } from '../vocabulary.js';
import { personaTypes } from '../vocabulary.js';
import type { Sentence } from './Sentence.js';
import type { Place } from './SentencesArbitrary.js';

/** Ways to say the same kind of thing; each topic is as likely as its weight says, however many ways it has. */
export interface Topic {
  readonly weight: number;
  readonly ways: readonly Sentence[];
}

export function topic(weight: number, ...ways: Sentence[]): Topic {
  return { weight, ways };
}

export type ByPersona<T> = Readonly<Record<PersonaType, T>>;

/** The same computed for each persona. */
export function byPersona<T>(of: (persona: PersonaType) => T): ByPersona<T> {
  return Object.fromEntries(personaTypes.map((persona) => [persona, of(persona)])) as Record<PersonaType, T>;
}

/** A place for sentences that are equally likely; the first of them is true of everybody. */
export function placeOf(name: string, sentences: readonly Sentence[]): Place {
  return { key: Key.of(name), share: 1, sentences, tickets: lottery(sentences.map(() => 1 / sentences.length)) };
}

/** A place that holds a sentence of one of the topics in a `share` of cases, where one of them is true. */
export function placeOfTopics(name: string, share: number, topics: readonly Topic[]): Place {
  const sentences = topics.flatMap(({ ways }) => ways);
  const weights = topics.flatMap(({ weight, ways }) => ways.map(() => weight / ways.length));
  return {
    key: Key.of(name),
    share,
    sentences,
    tickets: lottery(weights),
  };
}
