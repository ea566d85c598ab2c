/** `45.7 %`; `–` where there is none. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}

/** `46 %`, for where room is short. */
export function roundPercent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

/** `45.7 % (43.1 to 48.2 %)`. */
export function percentWithin(share: number | null, [low, high]: readonly [number, number]): string {
  return share === null ? '–' : `${percent(share)} (${(low * 100).toFixed(1)} to ${percent(high)})`;
}

/** A whole number with its digits in groups of three. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number and its noun: `1 record`, `500 records`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A number with as many digits as are worth reading: `0.27`, `12.4`, `1,250`. */
export function brief(value: number | null): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  if (size >= 1000) return `${value < 0 ? '-' : ''}${grouped(size)}`;
  return String(Number(value.toFixed(size >= 10 ? 1 : 2)));
}

/** Sets off more than other signs do in small print. */
export function signed(value: number | null): string {
  return value === null
    ? '–'
    : value
        .toFixed(2)
        .replace(/^-(?=.*[1-9])/, '−')
        .replace(/^-/, '');
}
