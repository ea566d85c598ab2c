/** A place in a file, both counted from 1. */
export interface Place {
  readonly line: number;
  /** In characters. */
  readonly column: number;
}

/** Where an offset into a text lies in the file in which that text begins at `start`. */
export function placeIn(text: string, offset: number, start: Place): Place {
  let { line, column } = start;
  for (const character of text.slice(0, offset)) {
    if (character === '\n') {
      line += 1;
      column = 1;
    } else column += 1;
  }
  return { line, column };
}
