/** Control characters, ends of lines, marks that turn the direction of a text, and halves of a character. */
const UNPRINTABLE = /[\s\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** A foreign text as one line that a terminal and a comment show as it is; a long one is cut. */
export function oneLine(text: string, longest: number = 300): string {
  const line = text.replaceAll(UNPRINTABLE, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
