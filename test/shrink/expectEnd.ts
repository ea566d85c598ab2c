import { expect } from 'vitest';
import type { Need } from '../../src/index.js';
import { shrunk } from './people.js';

type Kind = Need['kind'];
/** What is given, when it fails, and what is left of it. */
export interface Case {
  readonly given: unknown;
  readonly fails: (value: never) => unknown;
  readonly end: unknown;
  /** Pointer and kind. */
  readonly needs?: Readonly<Record<string, Kind>>;
}

/** Shrinks the given value and looks at the end. */
export async function expectEnd({ given, fails, end, needs = {} }: Case): Promise<void> {
  const found = await shrunk(given, fails);
  expect(found.value).toEqual(end);
  expect(found.needs).toEqual(Object.entries(needs).map(([pointer, kind]) => ({ pointer, kind })));
  expect(found.isComplete).toBe(true);
  expect((fails as (value: unknown) => unknown)(found.value)).toBe(true);
}

/** Cases for `it.each`, by their titles. */
export const rows = (cases: Readonly<Record<string, Case>>): readonly (readonly [string, Case])[] =>
  Object.entries(cases);
