/** Neighbours in a list that are dropped together: `size` of them, before the place `end`. */
export interface Window {
  readonly size: number;
  readonly end: number;
}

/** The windows of these sizes in a list, size by size, the last one of a size first: a prefix is kept before a suffix. */
export function* windowsOf(sizes: Iterable<number>, length: number): Iterable<Window> {
  for (const size of sizes) for (let end = length; end > 0; end -= size) yield { size, end };
}

/** `size`, half of it, and so on down to 1. */
export function* halved(size: number): Iterable<number> {
  for (let half = size; half > 0; half = Math.floor(half / 2)) yield half;
}

/** The list without a window of it. */
export function withoutWindow<T>(list: readonly T[], { size, end }: Window): T[] {
  const start = Math.max(0, end - size);
  return [...list.slice(0, start), ...list.slice(start + size)];
}

/** Whether a search that dropped `dropped` has asked for a window before: for larger ones, and for those further on. */
export function isBehind(window: Window, dropped: Window): boolean {
  return window.size > dropped.size || (window.size === dropped.size && window.end > dropped.end);
}
