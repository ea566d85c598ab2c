import type { Cause } from '../../domain/index.js';
import type { CollectionFigures, GroupFigures, StepFigures } from '../Analysis.js';
import { takersOf } from '../differenceOf.js';
import type { Figure } from '../differenceOf.js';
import { either, plain } from '../words.js';
import { endedOf } from './others.js';

/** What sentences about a figure need beside the figure. */
export interface Wording {
  /** Need → its title. */
  readonly titles: Readonly<Record<string, string>>;
  /** The emotions that show strain. */
  readonly tense: readonly string[];
}

/** One kind of figure by which a group is compared with the others. */
export interface Kind {
  /** Whether more of it is worse. */
  readonly isBad: boolean;
  /** What it is asked of, in the order of the figures. */
  subjects(this: void, whole: GroupFigures, collection: string): readonly string[];
  /** Undefined where the group has no such figure. */
  read(this: void, group: GroupFigures, subject: string): Figure | undefined;
  /** How many journeys its trials come from, where one journey may give several. */
  journeys?(this: void, group: GroupFigures, subject: string): number | undefined;
  /** What the counted ones do, as it follows on their share or their days. */
  claim(this: void, subject: string, wording: Wording): string;
}

export const kinds = {
  'drop-off': {
    isBad: true,
    subjects: stepNames,
    read: (group, subject) => stepOf(group, subject)?.drop_off,
    claim: (step) => `are lost at ${plain(step)}`,
  },
  completion: {
    isBad: false,
    subjects: ({ journey }, collection) => (journey === undefined ? [] : [collection]),
    read: ({ journey }) => journey && endedOf(journey),
    claim: () => 'finish',
  },
  need: {
    isBad: true,
    subjects: ({ needs }) => Object.keys(needs),
    read: ({ needs }, subject) => needs[subject],
    claim: (need, { titles }) => `are ${titles[need] ?? plain(need)}`,
  },
  tense: {
    isBad: true,
    subjects: stepNames,
    read: (group, subject) => stepOf(group, subject)?.tense,
    journeys: (group, subject) => {
      const step = stepOf(group, subject);
      return step && takersOf(step);
    },
    claim: (step, { tense }) => `are ${either(tense.map(plain))} at ${plain(step)}`,
  },
  duration: {
    isBad: true,
    subjects: ({ journey }, collection) => (journey === undefined ? [] : [collection]),
    read: ({ journey }) => journey?.duration_days,
    claim: () => 'to finish',
  },
  outcome: {
    isBad: false,
    subjects: ({ journey }) => journey?.outcomes.map(({ outcome }) => outcome) ?? [],
    read: ({ journey }, subject) => journey?.outcomes.find(({ outcome }) => outcome === subject)?.reached,
    claim: (outcome) => `come to the expected ${plain(outcome)}`,
  },
} as const satisfies Record<Cause['kind'], Kind>;

/** The kinds with the plainest first, which is how findings of the same weight stand. */
export const kindNames = Object.keys(kinds) as readonly Cause['kind'][];

/** Whether a group whose figure is this much greater than the others' does worse. */
export function isAdverse(kind: Cause['kind'], difference: number): boolean {
  return kinds[kind].isBad ? difference > 0 : difference < 0;
}

/** The whole of a collection. */
export function wholeOf({ groups }: CollectionFigures): GroupFigures | undefined {
  return groups.find(({ grouping }) => grouping === 'all');
}

function stepNames({ journey }: GroupFigures): readonly string[] {
  return journey?.steps.map(({ step }) => step) ?? [];
}

function stepOf({ journey }: GroupFigures, subject: string): StepFigures | undefined {
  return journey?.steps.find(({ step }) => step === subject);
}
