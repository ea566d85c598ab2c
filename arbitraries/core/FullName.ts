import { choice, isRecord, Key, KeyedArbitrary } from '../../src/index.js';
import type { Constraint, Source } from '../../src/index.js';

const GIVEN = Key.of('given');
const FAMILY = Key.of('family');

/**
 * A given name and a family name, joined by a space into one text.
 *
 * Names may hold spaces themselves: a text is read at each of its spaces, from the first one on.
 *
 * Shrinks toward: the first name of each table.
 * Keyed by: the source and the two tables.
 */
export class FullName extends KeyedArbitrary<string> {
  private readonly given: readonly string[];
  private readonly family: readonly string[];
  /** Where each name stands; drawing needs neither, and filling them takes longer than many draws. */
  private givenIndices: ReadonlyMap<string, number> | undefined;
  private familyIndices: ReadonlyMap<string, number> | undefined;

  constructor(given: readonly string[], family: readonly string[]) {
    super();
    this.given = given;
    this.family = family;
  }

  override draw(source: Source, bias?: number): string {
    return `${draw(this.given, source.childOf(GIVEN), bias)} ${draw(this.family, source.childOf(FAMILY), bias)}`;
  }

  override accepts(value: unknown): value is string {
    return typeof value === 'string' && this.read(value) !== undefined;
  }

  override *smaller(value: string): Iterable<string> {
    const names = this.read(value);
    if (names === undefined) return;
    for (const given of below(names.given)) yield this.write(given, names.family);
    for (const family of below(names.family)) yield this.write(names.given, family);
  }

  /** Keeps the family name, and the given name too where the table has it. */
  override mend(value: unknown): string {
    if (this.accepts(value)) return value;
    const text = typeof value === 'string' ? value.trim() : '';
    const cut = text.lastIndexOf(' ');
    return this.write(
      this.givenIndex.get(cut < 0 ? text : text.slice(0, cut).trimEnd()) ?? 0,
      this.familyIndex.get(text.slice(cut + 1)) ?? 0,
    );
  }

  override compare(a: string, b: string): number | undefined {
    const left = this.read(a);
    const right = this.read(b);
    if (left === undefined || right === undefined) return undefined;
    return left.given - right.given || left.family - right.family;
  }

  override narrow(constraint: Constraint): KeyedArbitrary<string> | undefined {
    const listed = isRecord(constraint) ? constraint['oneOf'] : undefined;
    if (!Array.isArray(listed)) return super.narrow(constraint);
    const allowed = listed.filter((one): one is string => this.accepts(one));
    return allowed.length === 0 ? undefined : choice(allowed);
  }

  override describe(): string {
    return `a given and a family name, such as ${this.write(0, 0)}`;
  }

  private get givenIndex(): ReadonlyMap<string, number> {
    return (this.givenIndices ??= indexOf(this.given));
  }

  private get familyIndex(): ReadonlyMap<string, number> {
    return (this.familyIndices ??= indexOf(this.family));
  }

  private write(given: number, family: number): string {
    return `${this.given[given] as string} ${this.family[family] as string}`;
  }

  private read(text: string): { readonly given: number; readonly family: number } | undefined {
    for (let cut = text.indexOf(' '); cut >= 0; cut = text.indexOf(' ', cut + 1)) {
      const given = this.givenIndex.get(text.slice(0, cut));
      const family = this.familyIndex.get(text.slice(cut + 1));
      if (given !== undefined && family !== undefined) return { given, family };
    }
    return undefined;
  }
}

function indexOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}

function draw(names: readonly string[], source: Source, bias: number | undefined): string {
  if (bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0) {
    return names[source.below(2) === 0 ? 0 : names.length - 1] as string;
  }
  return names[source.below(names.length)] as string;
}

/** Indices below one, halving the way: a name has no size, so trying all of a long table would gain nothing. */
function* below(index: number): Iterable<number> {
  for (let gap = index; gap > 0; gap = Math.floor(gap / 2)) yield index - gap;
}
