import type { ReadItem } from '../ReadItem.js';
import type { ByteWindow } from './ByteWindow.js';

/** Finds the records in a window, as far as it reaches. */
export interface Splitter {
  /** Whether the rest of the file does not matter. */
  readonly isDone: boolean;
  /** The first byte of the window that is still needed. */
  readonly keep: number;
  /** Takes all items that end in the window; once it is whole, all. */
  take(): ReadItem[];
  /** Follows a window that drops its first bytes. */
  shift(drop: number): void;
}

/** The items of a file, a batch for each piece of it. */
export async function* drain(window: ByteWindow, splitter: Splitter): AsyncGenerator<ReadItem[], void, undefined> {
  for (;;) {
    const items = splitter.take();
    if (items.length > 0) yield items;
    if (splitter.isDone || window.isWhole) return;
    const drop = splitter.keep;
    await window.fill(drop);
    splitter.shift(drop);
  }
}
