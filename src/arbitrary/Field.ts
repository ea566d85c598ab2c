import type { Arbitrary } from 'fast-check';
import type { Key } from '../source/index.js';
import type { KeyedArbitrary } from './KeyedArbitrary.js';

export type Values = Record<string, unknown>;

/** A declared field. `aim` fields are drawn and never written; `derived` ones are computed. */
export interface Field {
  readonly kind: 'drawn' | 'aim' | 'derived';
  readonly name: string;
  readonly key?: Key;
  readonly fixed?: KeyedArbitrary<unknown>;
  readonly build?: (above: Values, outer: unknown) => Arbitrary<unknown>;
  readonly compute?: (above: Values, outer: unknown) => unknown;
}

/** Whether the derived field of this name is aimed at. */
export function hasAim(fields: readonly Field[], name: string): boolean {
  return fields.some((field) => field.kind === 'aim' && field.name === name);
}
