/** Words as small whole numbers, so that counting them is counting places of a list. */
export class Words {
  private readonly places = new Map<string, number>();
  private readonly list: string[] = [];

  /** The place of a word; a new one comes last. */
  place(word: string): number {
    const known = this.places.get(word);
    if (known !== undefined) return known;
    this.places.set(word, this.list.length);
    return this.list.push(word) - 1;
  }

  /** The place of a word that was met; undefined for others. */
  find(word: string): number | undefined {
    return this.places.get(word);
  }

  word(place: number): string {
    return this.list[place] as string;
  }

  get size(): number {
    return this.list.length;
  }
}
