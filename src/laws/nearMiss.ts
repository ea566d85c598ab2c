import { isRecord } from '../arbitrary/index.js';
import type { Source } from '../source/index.js';

/** A copy of a value with one thing wrong somewhere in it: what hand edits, other programs and old files bring. */
export function nearMiss(value: unknown, source: Source): unknown {
  const isDeeper = source.below(3) > 0;
  if (Array.isArray(value) && value.length > 0 && isDeeper) {
    const place = source.below(value.length);
    return value.with(place, nearMiss(value[place], source.child('in')));
  }
  if (isRecord(value) && Object.keys(value).length > 0 && isDeeper) {
    const key = pick(Object.keys(value), source);
    return { ...value, [key]: nearMiss(value[key], source.child('in')) };
  }
  return pick(mistakesIn(value), source)(source.child('mistake'));
}

type Mistake = (source: Source) => unknown;

function mistakesIn(value: unknown): readonly Mistake[] {
  if (typeof value === 'number') return [...mistakesInNumber(value), ...wrongTypes(value)];
  if (typeof value === 'string') return [...mistakesInText(value), ...wrongTypes(value)];
  if (Array.isArray(value)) return [...mistakesInList(value), ...wrongTypes(value)];
  if (isRecord(value)) return [...mistakesInRecord(value), ...wrongTypes(value)];
  return wrongTypes(value);
}

function wrongTypes(value: unknown): Mistake[] {
  return [
    () => null,
    () => undefined,
    () => [value],
    () => ({ value }),
    () => '',
    () => 0,
    () => true,
    () => JSON.stringify(value) ?? '',
  ];
}

function mistakesInNumber(value: number): Mistake[] {
  return [
    () => value + 1,
    () => value - 1,
    () => -value,
    () => value + 0.5,
    () => value * 1e9,
    (source) => value + source.between(-1000, 1000),
    () => Number.NaN,
    () => Infinity,
    () => -Infinity,
  ];
}

function mistakesInText(value: string): Mistake[] {
  return [
    () => value.slice(0, -1),
    () => `${value} `,
    () => value.toUpperCase(),
    () => value.toLowerCase(),
    () => `${value}\ud800`,
    () => value.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    () => value.replaceAll('0', '9'),
    () => value.split('').reverse().join(''),
  ];
}

function mistakesInList(value: readonly unknown[]): Mistake[] {
  return [
    () => [],
    () => value.slice(1),
    () => value.slice(0, -1),
    () => value.toReversed(),
    () => [...value, ...value],
    () => [...value, null],
    () => Object.fromEntries(value.entries()),
  ];
}

function mistakesInRecord(value: Readonly<Record<string, unknown>>): Mistake[] {
  const keys = Object.keys(value);
  return [
    () => ({}),
    () => ({ ...value, 'a key that nobody declared': 1 }),
    () => Object.values(value),
    (source) =>
      Object.fromEntries(Object.entries(value).filter(([key], _, { length }) => key !== keys[source.below(length)])),
    (source) => (keys.length === 0 ? {} : { ...value, [pick(keys, source)]: value[pick(keys, source)] }),
  ];
}

function pick<T>(values: readonly T[], source: Source): T {
  return values[source.below(values.length)] as T;
}
