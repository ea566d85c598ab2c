/** Names as a sentence lists them: `a, b and c`. */
export function listed(names: readonly (string | number)[]): string {
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The path of a property as one would write it: `targets.ageBand['50s']`. */
export function pathOf(root: string, name: string): string {
  return isIdentifier(name) ? `${root}.${name}` : `${root}['${escaped(name)}']`;
}

/** An object literal of labels and numbers that can be pasted. */
export function literalOf(labels: readonly string[], values: readonly number[]): string {
  const entries = labels.map((label, i) => `${isIdentifier(label) ? label : `'${escaped(label)}'`}: ${values[i]}`);
  return `{ ${entries.join(', ')} }`;
}

/** The known name that was probably meant, if one is near enough. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const each of known) {
    const distance = editDistance(name, each);
    if (distance < least) [nearest, least] = [each, distance];
  }
  return nearest;
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

function escaped(name: string): string {
  return name.replace(/[\\']/g, '\\$&');
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
