/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};
const FOREIGN = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu');

/** A text as it is searched and sorted: without case and accents. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(FOREIGN, (letter) => PLAIN_LETTERS[letter]!);
}

/** A word of the data as people write it: `overlooked risk group`. */
export function plain(word: string): string {
  return word.replaceAll('_', ' ');
}

/** With a capital at its beginning. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
