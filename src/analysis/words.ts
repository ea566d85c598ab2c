/** A word of the data as people write it. */
export function plain(word: string): string {
  return word.replaceAll('_', ' ');
}

/** A count with its digits in groups of three. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share in whole percents, of which none is 0 or 100 that is not so. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return 'under 1 %';
  if (whole === 100 && share < 1) return 'over 99 %';
  return `${whole} %`;
}

/** Such as `12.3 days`. */
export function inDays(days: number): string {
  return `${oneDigit(days)} ${oneDigit(days) === '1' ? 'day' : 'days'}`;
}

/** A number with one digit behind the point, where that is not 0. */
export function oneDigit(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}
