import type { KeyedArbitrary } from '../arbitrary/index.js';
import type { ReadMargin } from './margins.js';

/** The arbitrary held to one label on each margin that can be pinned; undefined where a pin leaves nothing. */
export function heldTo<T>(
  arbitrary: KeyedArbitrary<T>,
  margins: readonly ReadMargin<T>[],
  labels: readonly string[],
): KeyedArbitrary<T> | undefined {
  let held: KeyedArbitrary<T> | undefined = arbitrary;
  for (const [axis, { pin }] of margins.entries()) {
    if (pin !== undefined && held !== undefined) held = held.narrow(pin(labels[axis] ?? ''));
  }
  return held;
}
