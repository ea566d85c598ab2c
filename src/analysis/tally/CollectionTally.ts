import type { Collection, Study } from '../../domain/index.js';
import type { RecordPlace } from '../Analysis.js';
import { traitsOf } from '../traitsOf.js';
import type { Coded } from './Coded.js';
import { Coder } from './Coder.js';
import { CoMoments } from './CoMoments.js';
import { GroupTallies } from './GroupTallies.js';
import { marginReader } from './marginReader.js';
import { PairTally } from './PairTally.js';
import { Tally } from './Tally.js';
import { Words } from './Words.js';
import type { Vocabulary } from './Vocabulary.js';

/** A margin of the targets. */
export interface MarginTally {
  readonly margin: string;
  readonly words: Words;
  readonly counts: Tally;
  of(this: void, record: object): string | undefined;
}

/** Two groupings, as their places, and how their labels meet. */
export interface CrossTally {
  readonly rows: number;
  readonly columns: number;
  readonly counts: PairTally;
}

/** What is counted of the records of a collection. */
export class CollectionTally {
  readonly collection: Collection<object>;
  readonly study: Study;
  readonly groups: GroupTallies;
  readonly margins: readonly MarginTally[];
  readonly crosses: readonly CrossTally[];
  /** Places of the measures, in the order of the study. */
  readonly measures: readonly number[];
  readonly correlations: CoMoments;
  /** The first place that each outcome had among those of a record: the order in which they are shown. */
  readonly outcomePlaces = new Map<number, number>();
  private readonly coder: Coder;

  constructor(collection: Collection<object>, study: Study, words: Vocabulary) {
    this.collection = collection;
    this.study = study;
    this.coder = new Coder(study, words);
    const groupings = study.groupings.map(({ id }) => words.grouping(id));
    this.groups = new GroupTallies('collection', groupings);
    this.margins = Object.keys(collection.targets).map((margin) => ({
      margin,
      words: new Words(),
      counts: new Tally(),
      of: marginReader(collection, margin),
    }));
    this.crosses = groupings.flatMap((rows, index) =>
      groupings.slice(index + 1).map((columns) => ({ rows, columns, counts: new PairTally() })),
    );
    this.measures = study.measures.map(({ id }) => words.measures.place(id));
    this.correlations = new CoMoments(this.measures.length);
  }

  get records(): number {
    return this.groups.all.records;
  }

  /** @returns the record as it is counted. */
  add(record: object, at: Pick<RecordPlace, 'file' | 'record' | 'pointer'>, asOf: string): Coded {
    const traits = traitsOf(this.study, record, asOf);
    const coded = this.coder.code(traits, { ...at, person: traits.person, name: traits.name });
    this.groups.add(coded);
    for (const { words, counts, of } of this.margins) {
      const label = of(record);
      if (label !== undefined) counts.add(words.place(label));
    }
    for (const { rows, columns, counts } of this.crosses) {
      const row = coded.groups[rows]!;
      const column = coded.groups[columns]!;
      if (row >= 0 && column >= 0) counts.add(row, column);
    }
    this.correlations.add(this.measures.map((measure) => coded.measures[measure]!));
    coded.journey?.outcomes.forEach(([outcome], index) => {
      if (index < (this.outcomePlaces.get(outcome) ?? Infinity)) this.outcomePlaces.set(outcome, index);
    });
    return coded;
  }
}
