/*
 * Dependent records: every verb walks the fields once, in the order of declaration, because a field may be built from
 * those above it.
 *
 * Why shrinking ends: a candidate keeps every field above the one that became simpler, so in the lexicographic order of
 * the fields it is simpler, whatever happens below. Why it ends well: the fields below are tried kept, and moved along
 * with what they hang on (`reseat`); with the first way alone, a pair whose difference matters gets stuck.
 *
 * The file stays whole although it is long: its verbs are one walk, written for one purpose each.
 */
import { CohortCheckError, shown } from '../errors/index.js';
import { Key, Source } from '../source/index.js';
import { Alternatives } from './alternatives.js';
import { attempts, withBudget } from './attempts.js';
import { allows, isOneOf } from './Constraint.js';
import type { Constraint, FieldConstraints } from './Constraint.js';
import { withoutAbsent } from './fillRecord.js';
import { fromFastCheck } from './fromFastCheck.js';
import { clashAt, Holding, Holdings, refusalIn } from './Holding.js';
import { Infeasible } from './Infeasible.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';
import type { Candidate, SearchPart } from './KeyedArbitrary.js';
import { hasAim } from './Field.js';
import { strayAim } from './RecordShape.js';
import type { Field, Values } from './Field.js';
import type { RecordShape } from './RecordShape.js';
import { bothNearer, equalsTogether, tradedOff } from './pairMoves.js';
import type { FreePlace, Move } from './pairMoves.js';
import { isRecord, sameJson } from './sameJson.js';
import { searchRow } from './searchRow.js';
import type { RowPlace } from './searchRow.js';

const AGAIN = Key.of('drawn again');
/** A record that stands in another gives up early: what it hangs on can be drawn again as well. */
const MOST_TRIES_INSIDE = 3;
const MISSES_WHEN_RESEATING = 20;

const NO_MOVE: Move = new Map();

/** See `record`. */
export class RecordArbitrary<T extends object, Outer = undefined> extends KeyedArbitrary<T> {
  private readonly shape: RecordShape;
  private readonly outer: Outer | undefined;
  private readonly holdings: Holdings | undefined;

  /** @internal */
  constructor(shape: RecordShape, outer: Outer | undefined, holdings: Holdings | undefined) {
    super();
    this.shape = shape;
    this.outer = outer;
    this.holdings = holdings;
  }

  /** This record inside another one, which its fields may look at. Cheap: call it wherever the outer record is known. */
  in(outer: Outer): RecordArbitrary<T, Outer> {
    return new RecordArbitrary<T, Outer>(this.shape, outer, this.holdings);
  }

  /**
   * The same record with fields pinned or narrowed; what is above them is drawn to fit.
   *
   * @throws CohortCheckError `constraint-clash` when nothing meets them, `unknown-field` on a name that is not declared.
   * @example
   * const stay = record()
   *   .field('nights', integer({ min: 1, max: 9 }))
   *   .field('breakfasts', ({ nights }) => integer({ min: 0, max: nights }));
   * sample(stay.given({ breakfasts: { min: 6 } }), { seed: 1, count: 1 }) // [{ nights: 8, breakfasts: 8 }]
   */
  given(constraints: FieldConstraints<T>): RecordArbitrary<T, Outer> {
    const held = this.narrow(constraints) as RecordArbitrary<T, Outer>;
    try {
      held.draw(Source.of(0));
    } catch (error) {
      if (error instanceof Infeasible) throw refusalIn(held.holdings) ?? error.toError(constraints);
      // Fields may look at an outer record that is not known yet: what they throw then says nothing of the constraints.
      if (error instanceof CohortCheckError || this.outer !== undefined) throw error;
    }
    return held;
  }

  override draw(source: Source, bias?: number): T {
    if (this.shape.strayAim !== undefined) throw strayAim(this.shape.strayAim);
    if (this.holdings === undefined) return this.shape.fill(source, bias, this.outer, undefined, checkAim) as T;
    return attempts(MOST_TRIES_INSIDE, (attempt) => {
      const place = attempt === 0 ? source : source.childOf(AGAIN).childAt(attempt);
      return this.shape.fill(place, bias, this.outer, this, checkAim) as T;
    });
  }

  /** @internal Shared by all that are held to constraints or stand in another record. */
  get declaration(): object {
    return this.shape;
  }

  /** @internal For drawing: see `Holder`. */
  get isHeld(): readonly boolean[] {
    return this.holdings?.isHeld ?? [];
  }

  /** @internal For drawing: see `Holder`. */
  heldArbitrary(index: number, free: KeyedArbitrary<unknown>, above: Values): KeyedArbitrary<unknown> {
    const field = this.shape.fields[index] as Field;
    const arbitrary = this.held(field, free, this.holdings?.byIndex[index] ?? []);
    if (arbitrary !== undefined) return arbitrary;
    throw clashAt(field, this.holdings, above, this.outer, (seen, outer) =>
      (field.fixed ?? fromFastCheck((field.build as Build)(seen, outer))).describe(),
    );
  }

  /** @internal For drawing: see `Holder`. */
  requireMet(index: number, value: unknown, above: Values): void {
    const field = this.shape.fields[index] as Field;
    if (this.meets(field, value)) return;
    throw clashAt(field, this.holdings, above, this.outer, (seen, outer) => {
      field.compute?.(seen, outer);
      return `${shown(value)}, which follows from the fields above,`;
    });
  }

  override accepts(value: unknown): value is T {
    if (!isRecord(value)) return false;
    const values = this.complete(value);
    for (const field of this.shape.fields) {
      const given = values[field.name];
      if (field.compute === undefined) {
        const arbitrary = this.resolve(field, values);
        if (arbitrary === undefined || !arbitrary.accepts(given)) return false;
      } else if (!sameJson(field.compute(values, this.outer), given) || !this.meets(field, given)) return false;
    }
    return Object.keys(value).every((key) => value[key] === undefined || Object.hasOwn(this.shape.template, key));
  }

  override *smaller(value: T): Iterable<T> {
    for (const candidate of this.resume(value, undefined, 'ahead')) yield candidate.value;
  }

  override *resume(value: T, place: unknown, part: SearchPart): Iterable<Candidate<T>> {
    const values = this.complete(value as Values);
    const free = this.freePlaces(values);
    yield* searchRow(
      {
        count: this.shape.fields.length,
        before: () => this.movedBy(bothNearer(free), values),
        at: (index, inner, half) => this.simplerAt(index, inner, half, values),
        after: () => this.movedBy([...equalsTogether(free), ...tradedOff(free)], values),
      },
      place as RowPlace | undefined,
      part,
    );
  }

  /** The fields that hang on no other field. */
  private freePlaces(values: Values): FreePlace[] {
    return this.shape.fields.flatMap((field, index) => {
      const arbitrary = field.fixed === undefined || field.kind === 'aim' ? undefined : this.resolve(field, values);
      return arbitrary === undefined ? [] : [{ index, value: values[field.name], arbitrary }];
    });
  }

  private *movedBy(moves: Iterable<Move>, values: Values): Iterable<T> {
    for (const move of moves) yield* this.refilled(values, move, this) as Iterable<T>;
  }

  private *simplerAt(index: number, inner: unknown, part: SearchPart, values: Values): Iterable<Candidate<T>> {
    const field = this.shape.fields[index] as Field;
    const arbitrary = field.compute === undefined ? this.resolve(field, values) : undefined;
    if (arbitrary === undefined) return;
    for (const { value, place } of arbitrary.resume(values[field.name], inner, part)) {
      for (const record of this.refilled(values, new Map([[index, value]]), this)) yield { value: record as T, place };
    }
  }

  /**
   * The records in which some fields hold what the move says and what is below the first of them is seated anew; `before`
   * resolves what the fields were. Where nothing is moved, all fields are seated anew.
   */
  private *refilled(values: Values, move: Move, before: RecordArbitrary<T, Outer>): Iterable<Values> {
    const ways = new Alternatives();
    const seen: Values[] = [];
    do {
      const next = this.refilledOneWay(values, move, before, ways);
      if (next === undefined || seen.some((other) => sameJson(other, next))) continue;
      seen.push(next);
      yield next;
    } while (ways.next());
  }

  private refilledOneWay(
    values: Values,
    move: Move,
    before: RecordArbitrary<T, Outer>,
    ways: Alternatives,
  ): Values | undefined {
    const next: Values = { ...this.shape.template };
    const first = Math.min(...move.keys());
    for (const [index, field] of this.shape.fields.entries()) {
      const { name, compute } = field;
      if (compute !== undefined) {
        const computed = compute(next, this.outer);
        if (!this.aimHolds(field, next[name], computed) || !this.meets(field, computed)) return undefined;
        next[name] = computed;
      } else if (move.has(index)) next[name] = move.get(index);
      // Of no moves at all the least is Infinity.
      else if (index < first && first < Infinity) next[name] = values[name];
      else {
        const now = this.resolve(field, next);
        const was = before.resolve(field, values);
        if (now === undefined || was === undefined) return undefined;
        try {
          next[name] = ways.pick(now.reseat(values[name], was));
        } catch (error) {
          if (error instanceof Infeasible) return undefined;
          throw error;
        }
      }
    }
    return withoutAbsent(next);
  }

  override mend(value: unknown): T {
    if (this.accepts(value)) return value;
    const given = this.complete(isRecord(value) ? value : {});
    const first = this.mendedFrom(given, {}, 0);
    if (typeof first !== 'number') return first as T;
    // What stands above leaves no room for a constraint: take as little as is needed from a record that has room.
    const witness = this.complete(this.draw(Source.of(0)) as Values);
    for (let taken = 1; taken < this.shape.fields.length; taken++) {
      const mended = this.mendedFrom(given, witness, taken);
      if (typeof mended !== 'number') return mended as T;
    }
    return withoutAbsent(witness) as T;
  }

  /** The record with its first `taken` fields from `witness` and the others mended; or the index of the field that failed. */
  private mendedFrom(given: Values, witness: Values, taken: number): Values | number {
    const values: Values = { ...this.shape.template };
    for (const [index, field] of this.shape.fields.entries()) {
      const { name, compute } = field;
      if (compute !== undefined) {
        const computed = compute(values, this.outer);
        if (!this.aimHolds(field, values[name], computed) || !this.meets(field, computed)) return index;
        values[name] = computed;
      } else if (index < taken) values[name] = witness[name];
      else {
        const arbitrary = this.resolve(field, values);
        if (arbitrary === undefined) return index;
        try {
          values[name] = arbitrary.mend(field.kind === 'aim' ? this.guessedAim(field, given, arbitrary) : given[name]);
        } catch (error) {
          if (error instanceof Infeasible) return index;
          throw error;
        }
      }
    }
    return withoutAbsent(values);
  }

  /** What the derived field comes to in the given record, where that can be computed; else what it says. */
  private guessedAim(aim: Field, given: Values, arbitrary: KeyedArbitrary<unknown>): unknown {
    const derived = this.shape.fields.find(({ name, kind }) => name === aim.name && kind === 'derived');
    try {
      const computed = derived?.compute?.(given, this.outer);
      if (arbitrary.accepts(computed)) return computed;
    } catch {
      // The given record lacks what the computation reads.
    }
    return given[aim.name];
  }

  override *reseat(value: T, previous: KeyedArbitrary<T>): Iterable<T> {
    if (previous === this) yield value;
    else if (!(previous instanceof RecordArbitrary) || previous.shape !== this.shape) yield this.mend(value);
    else {
      let isSeated = false;
      for (const seated of this.refilled(
        this.complete(value as Values),
        NO_MOVE,
        previous as RecordArbitrary<T, Outer>,
      )) {
        isSeated = true;
        yield (sameJson(seated, value) ? value : seated) as T;
      }
      // Where no field can be seated, hardly any record can be made: the search for one is kept short.
      if (!isSeated) yield withBudget(MISSES_WHEN_RESEATING, () => this.mend(value));
    }
  }

  override compare(a: T, b: T): number | undefined {
    const left = this.complete(a as Values);
    const right = this.complete(b as Values);
    for (const field of this.shape.fields) {
      if (field.compute !== undefined) continue;
      const order = this.resolve(field, left)?.compare(left[field.name], right[field.name]);
      if (order !== 0) return order;
    }
    return 0;
  }

  override narrow(constraint: Constraint): KeyedArbitrary<T> | undefined {
    if (isOneOf(constraint) || !isRecord(constraint)) return super.narrow(constraint);
    const byName = new Map(this.holdings?.byName);
    for (const [name, inner] of Object.entries(constraint)) {
      if (inner === undefined) continue;
      this.requireField(name, constraint);
      byName.set(name, [...(byName.get(name) ?? []), new Holding(inner)]);
    }
    if (byName.size === 0) return this;
    return new RecordArbitrary<T, Outer>(this.shape, this.outer, new Holdings(byName, this.shape.fields));
  }

  override describe(): string {
    return `a record of ${Object.keys(this.shape.template).join(', ')}`;
  }

  private requireField(name: string, constraint: Constraint): void {
    if (Object.hasOwn(this.shape.template, name)) return;
    throw new CohortCheckError({
      code: 'unknown-field',
      what: `${name} is no field of this record`,
      where: `constraints ${shown(constraint)}`,
      try: `one of ${Object.keys(this.shape.template).join(', ')}`,
    });
  }

  /** The arbitrary of a field, held to its constraints; undefined where they leave nothing. */
  private resolve(field: Field, above: Values): KeyedArbitrary<unknown> | undefined {
    const free = field.fixed ?? fromFastCheck((field.build as Build)(above, this.outer));
    return this.held(field, free, this.holdings?.get(field.name) ?? []);
  }

  private held(
    field: Field,
    free: KeyedArbitrary<unknown>,
    holdings: readonly Holding[],
  ): KeyedArbitrary<unknown> | undefined {
    let arbitrary: KeyedArbitrary<unknown> | undefined = free;
    for (const holding of holdings) {
      arbitrary =
        arbitrary instanceof RecordArbitrary && holding.isOnFields()
          ? arbitrary.heldLike(holding, field.fixed !== undefined)
          : holding.narrow(arbitrary, field.fixed !== undefined);
      if (arbitrary === undefined) return undefined;
    }
    return arbitrary;
  }

  /** This record held to one thing more. What that means for its fields is worked out once for all outer records. */
  private heldLike(holding: Holding, isFixed: boolean): KeyedArbitrary<T> | undefined {
    const narrowed = holding.narrow(this, isFixed, this.holdings ?? this.shape);
    return narrowed instanceof RecordArbitrary
      ? new RecordArbitrary<T, Outer>(this.shape, this.outer, narrowed.holdings)
      : (narrowed as KeyedArbitrary<T> | undefined);
  }

  private meets(field: Field, value: unknown): boolean {
    const holdings = this.holdings?.get(field.name);
    return holdings === undefined || holdings.every(({ constraint }) => allows(constraint, value));
  }

  private aimHolds(field: Field, aim: unknown, computed: unknown): boolean {
    return aim === undefined || sameJson(aim, computed) || !hasAim(this.shape.fields, field.name);
  }

  /** The record with every key, where a missing one would otherwise be looked up in the prototype (`constructor`). */
  private complete(values: Values): Values {
    return this.shape.hasInheritedName ? { ...this.shape.template, ...values } : values;
  }
}

function checkAim(field: Field, aim: unknown, computed: unknown): void {
  if (aim === computed || aim === undefined || sameJson(aim, computed)) return;
  throw new CohortCheckError({
    code: 'aim-missed',
    what: `${field.name} came to ${shown(computed)} where its aim was ${shown(aim)}`,
    where: `record().aim('${field.name}', …)`,
    why: 'the fields between the aim and the derived field were not drawn to fit it',
    try: `build one of those fields from ({ ${field.name} }) so that ${field.name} follows`,
  });
}

type Build = NonNullable<Field['build']>;
