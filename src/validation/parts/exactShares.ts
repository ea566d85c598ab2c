import { blockSize, parseTargets } from '../../cohort/index.js';
import type { ExactMargin, Shares } from '../../cohort/index.js';
import type { SetViolation } from '../../domain/index.js';
import type { Part } from './Part.js';

export interface ExactSharesOptions {
  /** Name of the collection. */
  readonly collection: string;
  /** Name of the margin, such as `persona`: the rule is called `persona-shares`. */
  readonly margin: string;
  readonly shares: Shares;
  /** The label of a record; undefined for one that is not counted. */
  readonly of: (record: never) => string | undefined;
  /** What the figures and messages call it; default: the margin. */
  readonly name?: string;
  /** The rule that is broken; default: the margin's name and `-shares`, such as `risk-level-shares`. */
  readonly rule?: string;
}

/** Up to this share of the records, broken ones are isolated faults. */
const ISOLATED = 0.01;

/**
 * Shares that records of a collection must have exactly: each label the whole numbers next to its share. Where a share is no
 * whole number of the records, which label a left-over one goes to is a choice of rounding. A few records that
 * break rules may have had any label before, so they are no evidence against the shares; where many do, the shares are
 * compared as they stand, or a file that is wrong throughout could not miss them.
 */
export function exactShares(options: ExactSharesOptions): Part {
  const { collection, margin, shares, of, name = margin, rule = `${margin.replaceAll('_', '-')}-shares` } = options;
  return () => {
    const counts = new Map(Object.keys(shares).map((label) => [label, 0]));
    let total = 0;
    let broken = 0;
    let file: string | null = null;
    return {
      see(seen) {
        if (seen.collection !== collection) return;
        if (seen.broken.size > 0) broken += 1;
        const label = seen.record === undefined ? undefined : of(seen.record as never);
        if (label === undefined) return;
        file ??= seen.file;
        total += 1;
        counts.set(label, (counts.get(label) ?? 0) + 1);
      },
      finish() {
        if (total === 0) return {};
        const [wanted] = parseTargets([{ name: margin, shares }], 0) as [ExactMargin];
        const rows = [...counts].map(([label, count]) => ({
          label,
          count,
          share: count / total,
          ...room(wanted, label, total),
        }));
        const spare = broken <= Math.max(1, total * ISOLATED) ? broken : 0;
        const wrong = rows.filter(({ count, least, most }) => count < least - spare || count > most + spare);
        return {
          figures: { [`${collection} ${name}`]: { records: total, labels: rows } },
          violations: wrong.map(({ label, count, least, most }): SetViolation => {
            const room = least === most ? String(least) : `${least} or ${most}`;
            return {
              rule,
              severity: 'error',
              file,
              record: null,
              pointer: '',
              message: `${name} ${label}: ${count} of ${total} ${collection}, where ${room} are wanted`,
              actual: count,
              expected: least === most ? least : [least, most],
            };
          }),
        };
      },
    };
  };
}

/** The whole numbers next to a label's share. Shares are as fine as billionths: products with a great total need BigInt. */
function room(
  { labels, weights, denominator }: ExactMargin,
  label: string,
  total: number,
): { readonly wanted: number; readonly least: number; readonly most: number } {
  const weight = weights[labels.indexOf(label)] ?? 0;
  const quota = BigInt(weight) * BigInt(total);
  const least = Number(quota / BigInt(denominator));
  return { wanted: weight / denominator, least, most: quota % BigInt(denominator) === 0n ? least : least + 1 };
}

/**
 * How many records a collection has: the promised number, or, where nobody promised one, a multiple of the block in which
 * all targets are whole numbers of records.
 */
export function recordCount(collection: string, targets: Readonly<Record<string, Shares>>): Part {
  return ({ promised }) => {
    let total = 0;
    let file: string | null = null;
    return {
      see(seen) {
        if (seen.collection !== collection) return;
        file ??= seen.file;
        total += 1;
      },
      finish() {
        const wanted = promised(collection);
        if (total === 0 || wanted === 'any')
          return total === 0 ? {} : { figures: { [`${collection} records`]: total } };
        const margins = parseTargets(
          Object.entries(targets).map(([name, shares]) => ({ name, shares })),
          0,
        );
        const block = wanted === undefined ? blockSize(margins) : undefined;
        const isRight = wanted === undefined ? block === undefined || total % block === 0 : total === wanted;
        const expected = wanted ?? (block === undefined ? total : nearestMultiples(total, block));
        const violation: SetViolation = {
          rule: 'record-count',
          severity: 'error',
          file,
          record: null,
          pointer: '',
          message:
            wanted === undefined
              ? `${total} ${collection}: the targets are whole only in multiples of ${block ?? 0}; --count ${total} says that it is meant`
              : `${total} ${collection}, where ${wanted} were promised`,
          actual: total,
          expected,
        };
        return { figures: { [`${collection} records`]: total }, violations: isRight ? [] : [violation] };
      },
    };
  };
}

function nearestMultiples(total: number, block: number): number | readonly number[] {
  const below = Math.floor(total / block) * block;
  return below === 0 ? block : [below, below + block];
}
