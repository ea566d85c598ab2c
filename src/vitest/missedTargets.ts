import { isRecord } from '../arbitrary/index.js';
import { parseTargets } from '../cohort/index.js';
import type { ExactMargin, Margin, MarginReader, Shares } from '../cohort/index.js';

/** Targets, and how their margins are read from a record. */
export interface Targeted<T> {
  /** Wanted shares by margin and label. */
  readonly targets: Readonly<Record<string, Shares>>;
  /** Readers by margin; a margin without one is the path of a field, such as `core.gender`. */
  readonly margins?: Readonly<Record<string, Pick<MarginReader<T>, 'of'>>>;
}

/**
 * A line for each label of which there are too many or too few records.
 *
 * A label has room for the whole numbers next to its share of the records, because which label a left-over record goes to is
 * a choice of rounding; where the share is whole there is no choice.
 */
export function missedTargets(records: readonly never[], { targets, margins = {} }: Targeted<never>): string[] {
  const wanted: Margin[] = Object.entries(targets).map(([name, shares]) => ({ name, shares }));
  if (wanted.length === 0) return [];
  return parseTargets(wanted, records.length).flatMap((margin) => {
    const reader = Object.hasOwn(margins, margin.name) ? margins[margin.name] : undefined;
    const labels = records.map((record) => reader?.of(record) ?? fieldAt(record, margin.name));
    return missedLabels(margin, labels);
  });
}

function missedLabels({ name, labels, weights, denominator }: ExactMargin, found: readonly string[]): string[] {
  const counts = new Map(labels.map((label) => [label, 0]));
  for (const label of found) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].flatMap(([label, count]) => {
    const index = labels.indexOf(label);
    if (index < 0) return [`${name} ${label}: not among the targets, ${count} there`];
    // Shares are as fine as billionths: their products with a great cohort are beyond exact doubles.
    const quota = BigInt(weights[index] ?? 0) * BigInt(found.length);
    const low = Number(quota / BigInt(denominator));
    const high = quota % BigInt(denominator) === 0n ? low : low + 1;
    if (low <= count && count <= high) return [];
    return [`${name} ${label}: ${low === high ? low : `${low} or ${high}`} of ${found.length} wanted, ${count} there`];
  });
}

function fieldAt(record: unknown, path: string): string {
  let value = record;
  for (const key of path.split('.')) value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return String(value);
}
