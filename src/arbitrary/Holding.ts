import { CohortCheckError } from '../errors/index.js';
import { isOneOf } from './Constraint.js';
import type { Constraint } from './Constraint.js';
import { Infeasible } from './Infeasible.js';
import type { Room } from './Infeasible.js';
import type { KeyedArbitrary } from './KeyedArbitrary.js';
import { hasAim } from './Field.js';
import type { Field, Values } from './Field.js';
import { isRecord } from './sameJson.js';

type Narrowed = KeyedArbitrary<unknown> | undefined;

/** A constraint on a field, and the arbitraries that it has narrowed before. */
export class Holding {
  readonly constraint: Constraint;
  private readonly narrowed = new WeakMap<object, { readonly arbitrary: Narrowed }>();
  private fits = false;
  private misfit: CohortCheckError | undefined;

  constructor(constraint: Constraint) {
    this.constraint = constraint;
  }

  /**
   * The arbitrary held to the constraint; undefined where it leaves nothing.
   *
   * @param isFixed - the field has this arbitrary whatever is above it. What kind of value another field has may hang on
   *   what is above it: a constraint that is made for another kind is not met then.
   * @param kind - arbitraries of one kind are narrowed alike, so the first one of a kind answers for all; default: each is
   *   a kind of its own.
   */
  narrow(arbitrary: KeyedArbitrary<unknown>, isFixed: boolean, kind: object = arbitrary): Narrowed {
    const known = this.narrowed.get(kind);
    if (known !== undefined) return known.arbitrary;
    const fresh = this.attempt(arbitrary, isFixed);
    this.narrowed.set(kind, { arbitrary: fresh });
    return fresh;
  }

  /** Whether it constrains the fields of a record, one by one. */
  isOnFields(): boolean {
    return isRecord(this.constraint) && !isOneOf(this.constraint);
  }

  private attempt(arbitrary: KeyedArbitrary<unknown>, isFixed: boolean): Narrowed {
    try {
      const narrowed = arbitrary.narrow(this.constraint);
      this.fits = true;
      return narrowed;
    } catch (error) {
      if (isFixed || !(error instanceof CohortCheckError) || error.code !== 'bad-constraint') throw error;
      this.misfit = error;
      return undefined;
    }
  }

  /** Why the constraint fits none of the kinds of value that the field was seen to have; undefined where it fits one. */
  refusal(): CohortCheckError | undefined {
    return this.fits ? undefined : this.misfit;
  }
}

/** The constraints on the fields of a record type; all of them hold. */
export class Holdings {
  readonly byName: ReadonlyMap<string, readonly Holding[]>;
  /** The same, by the place of the field: for drawing. */
  readonly byIndex: readonly (readonly Holding[])[];
  /** Whether field by field there is any. */
  readonly isHeld: readonly boolean[];

  constructor(byName: ReadonlyMap<string, readonly Holding[]>, fields: readonly Field[]) {
    this.byName = byName;
    this.byIndex = fields.map(({ name }) => byName.get(name) ?? []);
    this.isHeld = fields.map(({ name, kind }) => byName.has(name) && (kind !== 'derived' || !hasAim(fields, name)));
  }

  get(name: string): readonly Holding[] | undefined {
    return this.byName.get(name);
  }
}

export function refusalIn(holdings: Holdings | undefined): CohortCheckError | undefined {
  for (const holding of [...(holdings?.byName.values() ?? [])].flat()) {
    const refusal = holding.refusal();
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/**
 * The clash at a field.
 *
 * `possibleIn` says what the field could be. It is given the fields above and the outer record, and what it reads of them
 * goes into the error.
 */
export function clashAt(
  field: Field,
  holdings: Holdings | undefined,
  above: Values,
  outer: unknown,
  possibleIn: (seen: Values, seenOuter: unknown) => string,
): Infeasible {
  const asked = holdings?.get(field.name)?.map(({ constraint }) => constraint) ?? [];
  const drawn = { ...above };
  const drawnOuter: unknown = isRecord(outer) ? { ...outer } : outer;
  const room = (): Room => {
    const read: Values = {};
    const possible = possibleIn(watched(drawn, read), isRecord(drawnOuter) ? watched(drawnOuter, read) : drawnOuter);
    return { possible, above: read };
  };
  return new Infeasible(
    [{ path: field.name, asked: asked.length === 1 ? asked[0] : asked, room }],
    field.fixed !== undefined,
  );
}

/** The values, with a note of each one that is read. */
function watched(values: Readonly<Values>, read: Values): Values {
  return new Proxy(values, {
    get: (target, name) => {
      if (typeof name === 'string' && Object.hasOwn(target, name)) read[name] = target[name];
      return Reflect.get(target, name) as unknown;
    },
  });
}
