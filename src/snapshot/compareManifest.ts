import { firstDifference } from './firstDifference.js';
import { MANIFEST_NAME } from './Manifest.js';
import { SHOWN_BYTES } from './SnapshotDifference.js';
import type { SnapshotDifference } from './SnapshotDifference.js';

/**
 * What the manifest in `text` says another way than `expected`.
 *
 * @param beside - `ignored`: members that `expected` has not do not count.
 */
export function differenceInManifest(
  expected: object,
  text: string,
  beside: 'ignored' | 'counted',
): SnapshotDifference | undefined {
  let actual: unknown;
  try {
    actual = JSON.parse(text);
  } catch {
    return { file: MANIFEST_NAME, expected: 'JSON', actual: text.slice(0, SHOWN_BYTES) };
  }
  const found = firstDifference(expected, actual, beside);
  if (found === undefined) return undefined;
  return {
    file: MANIFEST_NAME,
    pointer: found.pointer,
    expected: JSON.stringify(found.expected),
    actual: JSON.stringify(found.actual),
  };
}

/** The first line that is written another way. */
export function differenceInLayout(expected: string, actual: string): SnapshotDifference | undefined {
  if (expected === actual) return undefined;
  const wanted = expected.split('\n');
  const found = actual.split('\n');
  const index = wanted.findIndex((line, at) => line !== found[at]);
  const at = index === -1 ? wanted.length : index;
  return { file: MANIFEST_NAME, line: at + 1, expected: wanted[at], actual: found[at] };
}
