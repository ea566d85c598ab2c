/*
 * What a command tells, before it is known whether a terminal or a page shows it. Every text is as it stands in the data: the
 * two that show it see to what must not reach a reader.
 */

/** A part of a longer text, with its heading. */
export interface Part {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = Lines | Items | Figures | Command;

/** Paragraphs. */
export interface Lines {
  readonly kind: 'lines';
  readonly lines: readonly string[];
}

export interface Items {
  readonly kind: 'items';
  readonly isNumbered: boolean;
  readonly items: readonly Item[];
}

export interface Item {
  /** Whether it is good news or bad; undefined where it is neither. */
  readonly news?: 'good' | 'bad';
  readonly text: string;
  readonly notes: readonly string[];
}

/** A table; shown only where it has rows. */
export interface Figures {
  readonly kind: 'figures';
  readonly title: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface FigureColumn {
  readonly title: string;
  /** Whether its cells are words rather than figures. */
  readonly isText?: boolean;
}

/** A command to paste, with what it is for. */
export interface Command {
  readonly kind: 'command';
  readonly purpose: string;
  readonly command: string;
}
