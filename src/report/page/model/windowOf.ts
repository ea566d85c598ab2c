/** Rows of a long table that have to stand in the page: from the first, up to but without the last. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** Rows beyond either edge, so that scrolling shows no gap. */
const SPARE = 8;

/**
 * The rows that are seen.
 *
 * @param top - pixels that are scrolled away.
 * @param height - pixels that are seen.
 */
export function windowOf(top: number, height: number, rowHeight: number, count: number): RowWindow {
  const first = Math.floor(Math.max(top, 0) / rowHeight);
  const last = Math.ceil((Math.max(top, 0) + height) / rowHeight);
  const to = Math.min(count, last + SPARE);
  return { from: Math.max(0, Math.min(first - SPARE, to)), to };
}
