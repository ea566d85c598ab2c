import { endings } from '../Traits.js';
import type { OutcomeResult } from '../Traits.js';
import { Words } from './Words.js';

/** The grouping that only journeys of all kinds together have: by the name of their collection. */
export const COLLECTION = 'collection';

export const results = ['reached', 'missed', 'beyond', 'none'] as const satisfies readonly OutcomeResult[];

/** The words of all records, shared by all that is counted: one place means one word everywhere. */
export class Vocabulary {
  readonly groupings = new Words();
  /** By the place of a grouping. */
  readonly groupLabels: Words[] = [];
  readonly facts = new Words();
  /** By the place of a fact. */
  readonly factLabels: Words[] = [];
  readonly measures = new Words();
  readonly needs = new Words();
  readonly steps = new Words();
  readonly statuses = new Words();
  readonly emotions = new Words();
  readonly outcomes = new Words();
  readonly endings = wordsOf(endings);

  grouping(id: string): number {
    const place = this.groupings.place(id);
    this.groupLabels[place] ??= new Words();
    return place;
  }

  fact(id: string): number {
    const place = this.facts.place(id);
    this.factLabels[place] ??= new Words();
    return place;
  }
}

function wordsOf(list: readonly string[]): Words {
  const words = new Words();
  for (const word of list) words.place(word);
  return words;
}
