import type { Constraint, KeyedArbitrary } from '../arbitrary/index.js';
import type { MarginReader } from '../cohort/index.js';
import type { Model } from './defineModel.js';

/** Records that are known from their index alone; what a cohort is to whoever writes or checks it. */
export interface Population<T> {
  readonly size: number;
  /** Record `index`, from 0 to `size` - 1, made without making the ones before. */
  at(index: number): T;
}

/** Wanted shares by margin and label: plain data, as a manifest holds them. */
export type TargetShares = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A record for people: a title and labelled lines. */
export interface Card {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, text: string])[];
}

export interface PopulationOptions {
  /** Number of records, from 0. */
  readonly size: number;
  /** Any safe integer. */
  readonly seed: number;
  /** Reference date, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** A kind of record that the domain makes populations of; its name is the name of its file. */
export interface Collection<T extends object> {
  /** Such as `customers`: the file is `customers.json`. */
  readonly name: string;
  readonly model: Model<T>;
  /** The default targets. */
  readonly targets: TargetShares;
  /** How margins are read that are no paths of fields. */
  readonly margins?: Readonly<Record<string, MarginReader<T>>>;
  population(options: PopulationOptions): Population<T>;
  /** The arbitrary of one record at a reference date, held to constraints. */
  arbitrary(constraints: Constraint, options: { readonly asOf: string }): KeyedArbitrary<T>;
  /**
   * A record as a few lines for people: a title, then labelled facts, in the order in which they are read.
   */
  card(record: T): Card;
}

/** Everything that a team describes. */
export interface Domain<C extends readonly Collection<object>[] = readonly Collection<object>[]> {
  readonly name: string;
  /** The default reference date, `YYYY-MM-DD`: the only "now". */
  readonly asOf: string;
  readonly collections: C;
}

/** Declares a domain. */
export function defineDomain<const C extends readonly Collection<object>[]>(domain: Domain<C>): Domain<C> {
  return domain;
}
