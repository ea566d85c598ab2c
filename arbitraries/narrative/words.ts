const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

/** A whole number from 0 to 999 in English words: 34 is `thirty-four`. */
export function inWords(count: number): string {
  return small[count] ?? written(count);
}

function written(count: number): string {
  if (count < 20) return ONES[count] ?? String(count);
  if (count < 100) {
    const tens = TENS[Math.floor(count / 10)] ?? '';
    return count % 10 === 0 ? tens : `${tens}-${ONES[count % 10]}`;
  }
  if (count > 999) return String(count);
  const hundreds = `${ONES[Math.floor(count / 100)]} hundred`;
  return count % 100 === 0 ? hundreds : `${hundreds} and ${written(count % 100)}`;
}

const small: readonly string[] = Array.from({ length: 121 }, (_, count) => written(count));

/** Spelled with a vowel, spoken with a consonant: "a university lecturer", "a European buyer", "a UX designer". */
const CONSONANT_SOUND = /^(?:uni(?!n|m)|us(?:e|er|u)|uti|uro|u[kxvs]\b|eu|ewe|one|once)/i;
/** The other way round: a silent h, and abbreviations whose first letter is named with a vowel: "an MRI technologist". */
const VOWEL_SOUND = /^(?:hour|hono|heir|mri\b|x-|[fhlmnrsx][bcdfghjklmnpqrstvwxz]{1,3}\b|[fhlmnrsx]\d|[fhlmnrsx]\b)/i;

/** `a` or `an`, by how the phrase is spoken. */
export function articleFor(phrase: string): 'a' | 'an' {
  if (VOWEL_SOUND.test(phrase)) return 'an';
  return /^[aeiou]/i.test(phrase) && !CONSONANT_SOUND.test(phrase) ? 'an' : 'a';
}
