/** The known words that a mistyped one may mean, the likeliest first; none where all are far from it. */
export function nearestWords(word: string, known: readonly string[], most: number = 3): string[] {
  return known
    .map((one) => ({ one, distance: distanceOf(word.toLowerCase(), one.toLowerCase()) }))
    .filter(({ distance }) => distance <= MOST_DISTANCE)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ one }) => one);
}

/** As a share of the longer word: a third of it may be wrong. */
const MOST_DISTANCE = 0.34;

/** 0 for the same word, 1 for one that has nothing in common; a word that is a part of the other one counts as near. */
function distanceOf(word: string, known: string): number {
  const edits = editsBetween(word, known) / Math.max(word.length, known.length, 1);
  const isPart = word.length >= 3 && known.split('-').join(' ').includes(word.split(/[-_]/).join(' '));
  return isPart ? Math.min(edits, MOST_DISTANCE) : edits;
}

/** Letters to insert, delete, replace, or swap with their neighbour (optimal string alignment). */
function editsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped));
    }
  }
  return at(a.length, b.length);
}
