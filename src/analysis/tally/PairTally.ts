import { Tally } from './Tally.js';

/** Counts by pairs of small whole numbers. */
export class PairTally {
  private readonly rows: Tally[] = [];

  add(row: number, column: number): void {
    while (this.rows.length <= row) this.rows.push(new Tally());
    this.rows[row]!.add(column);
  }

  of(row: number | undefined, column: number | undefined): number {
    return row === undefined ? 0 : (this.rows[row]?.of(column) ?? 0);
  }
}
