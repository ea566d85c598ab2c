import { OwnBugError } from '../../../errors/index.js';
import { explainJson, MOST_DEPTH } from './explainJson.js';
import type { JsonFlaw } from './JsonFlaw.js';

/** The value of a text, or why it has none. */
export type Parsed = { readonly value: unknown; readonly flaw?: undefined } | { readonly flaw: JsonFlaw };

/**
 * The value of a JSON text, or the first thing that is wrong with it.
 *
 * Of a key that stands twice the last one counts, and `__proto__` is a key like any other: so does JSON.parse.
 *
 * @param depth - of the text's brackets, where it is known.
 */
export function parseJson(text: string, depth?: number): Parsed {
  if ((depth ?? mostDepthOf(text)) > MOST_DEPTH) {
    const flaw = explainJson(text);
    if (flaw !== undefined) return { flaw };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const flaw = explainJson(text);
    if (flaw === undefined) throw new OwnBugError(`JSON is refused for no reason: ${String(error)}`, text);
    return { flaw };
  }
}

/** A bound that is quickly found: the number of opening brackets, wherever they stand. */
function mostDepthOf(text: string): number {
  // Each bracket that opens needs one that closes.
  if (text.length <= 2 * MOST_DEPTH) return 0;
  let count = 0;
  // `[` and `{` differ in one bit.
  for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & ~0x20) === 0x5b) count += 1;
  return count;
}
