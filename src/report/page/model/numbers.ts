/** A number for people: digits in groups of three, and no more decimals than tell something. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  const digits = Number.isInteger(value) || size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
  const [whole = '', decimals = ''] = size.toFixed(digits).split('.');
  const kept = decimals.replace(/0+$/, '');
  const text = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (kept === '' ? '' : `.${kept}`);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A share as a percentage: `12.4 %`. */
export function shareText(share: number): string {
  return `${numberText(Math.round(share * 1000) / 10)} %`;
}

/** A figure with its unit; shares as percentages. */
export function figureText(value: number | null | undefined, unit?: string): string {
  if (value === null || value === undefined) return '–';
  if (unit === 'share') return shareText(value);
  return unit === undefined || unit === '' ? numberText(value) : `${numberText(value)} ${unit}`;
}

/** A number and its noun: `1 record`, `500 records`. */
export function counted(count: number, noun: string): string {
  return `${numberText(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A probability; those too small to tell apart as a bound. */
export function chanceText(p: number): string {
  return p < 0.0001 ? '< 0.0001' : String(Number(p.toPrecision(2)));
}
