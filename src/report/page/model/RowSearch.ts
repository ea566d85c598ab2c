import { fold, plain } from './fold.js';
import type { Row } from './Row.js';
import type { Words } from './Words.js';

/** Finds rows by words in their name, their ids and their labels. */
export class RowSearch {
  private readonly words: Words;
  private readonly texts: (string | undefined)[] = [];
  /** Labels recur in thousands of rows: each is folded once. */
  private readonly labels = new Map<string, string>();

  constructor(words: Words) {
    this.words = words;
  }

  /** A test of rows: whether every word of the query stands in them. */
  matcher(query: string): (row: Row) => boolean {
    const wanted = fold(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    if (wanted.length === 0) return () => true;
    return (row) => {
      const text = (this.texts[row.index] ??= this.textOf(row));
      return wanted.every((word) => text.includes(word));
    };
  }

  private textOf({ name, person, file, collection, groups, facts, journey, needs }: Row): string {
    return [
      fold(name),
      fold(person),
      this.label(file),
      this.label(this.words.collection(collection)),
      ...Object.values(groups).map((label) => this.label(label)),
      ...Object.values(facts).map((label) => this.label(label)),
      ...needs.map((need) => this.label(this.words.title(need))),
      this.label(journey?.ending ?? ''),
      this.label(journey?.lost_at ?? ''),
    ].join('\n');
  }

  /** As the data spell it and as the page shows it. */
  private label(label: string): string {
    const known = this.labels.get(label);
    if (known !== undefined) return known;
    const folded = label.includes('_') ? `${fold(label)}\n${fold(plain(label))}` : fold(label);
    this.labels.set(label, folded);
    return folded;
  }
}
