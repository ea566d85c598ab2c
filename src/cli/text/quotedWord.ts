/** A word of a printed command, which works when pasted into a POSIX shell. */
export function quotedWord(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A path in a printed command. A file called -x would be taken for an option. */
export function quotedPath(path: string): string {
  return quotedWord(path.startsWith('-') ? `./${path}` : path);
}
