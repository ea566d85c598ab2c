import { escapePointer } from '../invariant/index.js';
import { looseIsoToSecond } from '../arbitrary/index.js';
import { ABSENT, putsOf } from './Patch.js';
import type { Patch, Put } from './Patch.js';
import type { Need } from './Shrunk.js';

/** From what is least likely to matter to what is most likely: parts of a kind are dropped together. */
export const kinds: readonly Need['kind'][] = ['extra-key', 'writing', 'missing-key', 'value'];

/** What a put is to the reader of a result. */
export function kindOf({ value, twin }: Pick<Put, 'value' | 'twin'>): Need['kind'] {
  if (twin === ABSENT) return 'extra-key';
  if (value === ABSENT) return 'missing-key';
  return isSameTime(value, twin) ? 'writing' : 'value';
}

function isSameTime(value: unknown, twin: unknown): boolean {
  if (typeof value !== 'string' || typeof twin !== 'string') return false;
  const second = looseIsoToSecond(value);
  return second !== undefined && Math.floor(second) === looseIsoToSecond(twin);
}

/** What a patch puts, in the words of a result. */
export function needsOf(patch: Patch | undefined, twin: unknown): Need[] {
  return putsOf(patch, twin).map((put) => ({ pointer: pointerOf(put.path), kind: kindOf(put) }));
}

/** JSON Pointer of a path. */
export function pointerOf(path: readonly string[]): string {
  return path.map((key) => `/${escapePointer(key)}`).join('');
}
