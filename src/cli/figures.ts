/** A whole number with its digits in groups of three. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size for people: `2.1 MB`. */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  for (; value >= 999.95 && unit < UNITS.length - 1; unit++) value /= 1000;
  return `${unit === 0 ? String(value) : value.toFixed(1)} ${UNITS[unit] ?? ''}`;
}

/** A duration for people: `0.21 s`, `42 s`, `3 min 5 s`, `2 h 10 min`. */
export function duration(seconds: number): string {
  if (seconds < 9.995) return `${seconds.toFixed(2)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A number and its noun: `1 record`, `500 records`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
