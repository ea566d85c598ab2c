/** Counts by small whole numbers. */
export class Tally {
  private readonly counts: number[] = [];

  add(place: number): void {
    while (this.counts.length <= place) this.counts.push(0);
    this.counts[place]! += 1;
  }

  of(place: number | undefined): number {
    return place === undefined ? 0 : (this.counts[place] ?? 0);
  }

  /** Places with a count. */
  places(): number[] {
    return this.counts.flatMap((count, place) => (count > 0 ? [place] : []));
  }

  get total(): number {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }
}
