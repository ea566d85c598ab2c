import { CohortCheckError, shown } from '../errors/index.js';
import { looseIsoToSecond } from './isoTime.js';
import { isRecord, sameJson } from './sameJson.js';

/** Bounds on a number, or on an ISO date or instant; both inclusive. */
export interface Bounds<T extends number | string = number | string> {
  readonly min?: T;
  readonly max?: T;
}

/** A short list of allowed values. */
export interface OneOf<T = unknown> {
  readonly oneOf: readonly T[];
}

/** What a list or subset must hold, and how long it may be. */
export interface Contents<T = unknown> {
  readonly includes?: readonly T[];
  readonly excludes?: readonly T[];
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What holds a value of type `T` to something: the value itself, a choice, bounds, contents, or a constraint on each field. */
export type ConstraintOf<T> = KindConstraint<T> | ([T] extends [object] ? ChoiceOfLists<T> : OneOf<T>);

/** Whole lists may be chosen from; of a record, each field has its own constraint. */
type ChoiceOfLists<T> = T extends readonly unknown[] ? OneOf<T> : never;

type KindConstraint<T> = T extends number | string
  ? T | Bounds<T extends number ? number : string>
  : T extends readonly (infer E)[]
    ? T | Contents<E>
    : T extends object
      ? FieldConstraints<T>
      : T;

/** A constraint on each of some fields. */
export type FieldConstraints<T> = { readonly [K in keyof T]?: ConstraintOf<T[K]> };

/** A constraint whose type is not known any more; `ConstraintOf` is what users write. */
export type Constraint = unknown;

/** The value that a constraint pins, where it pins one: anything but an object of bounds or fields. */
export function pinOf(constraint: Constraint): { readonly value: unknown } | undefined {
  if (!isRecord(constraint)) return { value: constraint };
  if (isOneOf(constraint) && constraint.oneOf.length === 1) return { value: constraint.oneOf[0] };
  return undefined;
}

export function isOneOf(constraint: Constraint): constraint is OneOf {
  return isRecord(constraint) && Array.isArray(constraint['oneOf']);
}

/**
 * The bounds that a constraint sets.
 *
 * @throws CohortCheckError `bad-constraint` when it holds something else than `min` and `max`.
 */
export function boundsOf(constraint: Constraint, what: string): Bounds {
  if (!isRecord(constraint)) return { min: constraint as number | string, max: constraint as number | string };
  refuseOtherKeys(constraint, ['min', 'max'], what);
  return constraint;
}

/** The contents that a constraint asks for. @throws CohortCheckError `bad-constraint` on an unknown member. */
export function contentsOf(constraint: Constraint, what: string): Contents {
  if (!isRecord(constraint))
    throw badConstraint(constraint, what, 'give an array, or includes, excludes, minLength, maxLength');
  refuseOtherKeys(constraint, ['includes', 'excludes', 'minLength', 'maxLength'], what);
  return constraint;
}

function refuseOtherKeys(constraint: Readonly<Record<string, unknown>>, known: readonly string[], what: string): void {
  for (const key of Object.keys(constraint)) {
    if (!known.includes(key)) throw badConstraint(constraint, what, `use ${known.join(', ')}, or oneOf`);
  }
}

export function badConstraint(constraint: Constraint, what: string, next: string): CohortCheckError {
  return new CohortCheckError({
    code: 'bad-constraint',
    what: `${shown(constraint)} cannot constrain ${what}`,
    try: next,
  });
}

/** Whether a value meets a constraint, decided without the arbitrary it came from. */
export function allows(constraint: Constraint, value: unknown): boolean {
  if (!isRecord(constraint)) return sameJson(constraint, value);
  if (isOneOf(constraint)) return constraint.oneOf.some((one) => sameJson(one, value));
  if (Array.isArray(value)) return allowsContents(constraint, value);
  if (isRecord(value)) return Object.entries(constraint).every(([key, inner]) => allows(inner, value[key]));
  return allowsBounds(constraint, value);
}

function allowsBounds(bounds: Bounds, value: unknown): boolean {
  if (typeof value !== 'number' && typeof value !== 'string') return Object.keys(bounds).length === 0;
  return isAtMost(bounds.min, value) && isAtMost(value, bounds.max);
}

/** Dates and instants by the point in time they mean, however they are written; other texts by code unit. */
function isAtMost(low: number | string | undefined, high: number | string | undefined): boolean {
  if (low === undefined || high === undefined) return true;
  if (typeof low !== 'string' || typeof high !== 'string') return low <= high;
  const from = looseIsoToSecond(low);
  const to = looseIsoToSecond(high);
  return from === undefined || to === undefined ? low <= high : from <= to;
}

function allowsContents(contents: Contents, value: readonly unknown[]): boolean {
  const holds = (wanted: unknown): boolean => value.some((item) => sameJson(item, wanted));
  return (
    (contents.includes ?? []).every(holds) &&
    !(contents.excludes ?? []).some(holds) &&
    value.length >= (contents.minLength ?? 0) &&
    value.length <= (contents.maxLength ?? Infinity)
  );
}
