import type { Constraint, KeyedArbitrary } from '../arbitrary/index.js';
import type { MarginReader } from '../cohort/index.js';
import type { Model } from './defineModel.js';
import type { Study } from './Study.js';
import type { Validation } from './Validation.js';

/**
 * Records that are known from their index alone; what a cohort is to whoever writes or checks it.
 *
 * A population may be sparse. What is made for some of another population's records, such as a journey for the customers
 * that it fits, keeps their index, so that either is found from the other without counting.
 */
export interface Population<T> {
  /** Number of places; of records there may be fewer. */
  readonly size: number;
  /**
   * The record at place `index`, from 0 to `size` - 1, made without making the ones before; undefined where none stands.
   */
  at(index: number): T | undefined;
}

/** Wanted shares by margin and label: plain data, as a manifest holds them. */
export type TargetShares = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A record for people: a title and labelled lines, and what happened when. */
export interface Card {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, text: string])[];
  /** Printed below the rows, in this order. */
  readonly timeline?: readonly CardEvent[];
}

/** A point of a card's timeline. */
export interface CardEvent {
  /** An ISO date or time; the distance from the event before is worked out from it. */
  readonly at: string;
  readonly title: string;
  /** The details; empty for none. */
  readonly text: string;
  /** Default: a plain point. */
  readonly mark?: 'done' | 'open' | 'planned' | 'skipped' | 'stopped';
}

export interface PopulationOptions {
  /** Number of places, from 0: of records too, unless the population is sparse. */
  readonly size: number;
  /** Any safe integer. */
  readonly seed: number;
  /** Reference date, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** A kind of record that the domain makes populations of; its name is the name of its file. */
export interface Collection<T extends object> {
  /** Such as `customers`: the file is `customers.json`. Lower-case letters, digits, - and _. */
  readonly name: string;
  /** The folder of its file beside the manifest, such as `scenarios`, spelled as a name is; default: none. */
  readonly folder?: string;
  /** A word that means this collection and its like on the command line, such as `scenario`; spelled as a name is. */
  readonly group?: string;
  /**
   * The TypeScript type of a record, as `cohort-check/<domain>` exports it; default: the model's name in PascalCase.
   */
  readonly type?: string;
  readonly model: Model<T>;
  /** The model at another reference date; default: `model`, whatever the date. */
  modelAt?(asOf: string): Model<T>;
  /** Keys that foreign records of this kind may lack: a check notes it, and goes on. */
  readonly additions?: readonly string[];
  /** The reference date that a record states, where records of this kind do. */
  asOfOf?(record: T): string;
  /** The default targets. */
  readonly targets: TargetShares;
  /** How margins are read that are no paths of fields. */
  readonly margins?: Readonly<Record<string, MarginReader<T>>>;
  population(options: PopulationOptions): Population<T>;
  /** The arbitrary of one record at a reference date, held to constraints. */
  arbitrary(constraints: Constraint, options: { readonly asOf: string }): KeyedArbitrary<T>;
  /**
   * A record as a few lines for people: a title, then labelled facts, in the order in which they are read, then events.
   */
  card(record: T): Card;
}

/** Everything that a team describes. */
export interface Domain<C extends readonly Collection<object>[] = readonly Collection<object>[]> {
  readonly name: string;
  /** The default reference date, `YYYY-MM-DD`: the only "now". */
  readonly asOf: string;
  readonly collections: C;
  /** What is asked of a whole data set, beside the rules of its records; loaded on demand, as drawing needs none of it. */
  readonly validations?: () => Promise<readonly Validation[]>;
  /** What an analysis asks of the collections, in the order in which it is shown; loaded on demand. */
  readonly studies?: () => Promise<readonly Study<never>[]>;
}
