/** Control characters, ends of lines, marks that turn the direction of a text, halves of a character and no-characters. */
const UNSHOWABLE = /[\s\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]+/gu;

/** Of the size of the font: a character of most scripts, and one of those that fill a square. */
const NARROW = 0.58;
const WIDE = 1.05;

/**
 * A label of the data as people read it: on one line, with spaces for underscores, and nothing in it that an SVG file
 * cannot hold.
 */
export function plain(label: string): string {
  return label.replaceAll('_', ' ').replaceAll(UNSHOWABLE, ' ').trim() || '(none)';
}

/** A label at the start of a sentence. */
export function capital(label: string): string {
  const text = plain(label);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text that fits into so many pixels; a longer one is cut and ends in `…`. */
export function cut(text: string, width: number, fontSize: number): string {
  return wrap(text, { width, fontSize, lines: 1 });
}

/**
 * A text in at most so many lines that fit into so many pixels; what is left over is cut and ends in `…`. Lines break at
 * spaces where they can.
 */
export function wrap(
  text: string,
  { width, fontSize, lines }: { readonly width: number; readonly fontSize: number; readonly lines: number },
): string {
  const done: string[] = [];
  let rest = Array.from(text);
  while (rest.length > 0) {
    const fitting = fittingOf(rest, width, fontSize);
    if (fitting >= rest.length) return [...done, rest.join('')].join('\n');
    if (done.length === lines - 1) {
      const kept = rest.slice(0, fittingOf(rest, width - fontSize * NARROW, fontSize));
      return [...done, `${kept.join('').trimEnd()}…`].join('\n');
    }
    const space = rest.lastIndexOf(' ', fitting);
    const end = space > 0 ? space : fitting;
    done.push(rest.slice(0, end).join(''));
    rest = rest.slice(space > 0 ? end + 1 : end);
  }
  return done.join('\n');
}

/** How many characters fit; one at least, so that a text always gets on. */
function fittingOf(characters: readonly string[], width: number, fontSize: number): number {
  let used = 0;
  for (const [index, character] of characters.entries()) {
    used += emOf(character) * fontSize;
    if (used > width) return Math.max(index, 1);
  }
  return characters.length;
}

/** About how wide the longest line of a text is, in pixels, whatever the font. */
export function widthOf(text: string, fontSize: number): number {
  const widths = text.split('\n').map((line) => Array.from(line, emOf).reduce((sum, em) => sum + em, 0));
  return Math.max(0, ...widths) * fontSize;
}

/** Scripts from Hangul on, and pictures, fill a square. */
function emOf(character: string): number {
  return (character.codePointAt(0) ?? 0) >= 0x1100 && character !== '…' ? WIDE : NARROW;
}

/** A text in which HTML and XML see no mark-up. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
