import { holm } from '../../statistics/index.js';
import type { Analysis, AnalysisTitles, Change, CollectionFigures, Comparison } from '../Analysis.js';
import { differenceOf } from '../differenceOf.js';
import type { Difference } from '../differenceOf.js';
import { shareOf } from '../shareOf.js';
import { figuresOf, partitionsOf } from './comparedFigures.js';
import type { ComparedFigure, Partition } from './comparedFigures.js';

type Figures = Omit<Analysis, 'against'>;

/** A figure of both data sets. */
interface Pair {
  readonly id: string;
  readonly title: string;
  readonly before: ComparedFigure;
  readonly after: ComparedFigure;
}

/**
 * What changed from one data set to another, and whether it is more than chance.
 *
 * Every figure that both have is compared, and Holm's correction holds for all of them together: of two data sets that are
 * drawn alike a change is found with a chance of at most `alpha`. What is all or none on both sides is left out, as are days
 * of too few journeys: nothing could be said of them.
 *
 * A change need not matter to be one: `effect` says how large it is.
 */
export function compareFigures(before: Figures, after: Figures, settings: { readonly alpha: number }): Comparison {
  const namesBefore = before.collections.map(({ collection }) => collection);
  const namesAfter = after.collections.map(({ collection }) => collection);
  return {
    files: before.files,
    records: before.records,
    changes: changesOf(pairsOf(before, after), settings.alpha),
    only_before: namesBefore.filter((name) => !namesAfter.includes(name)),
    only_after: namesAfter.filter((name) => !namesBefore.includes(name)),
  };
}

function pairsOf(before: Figures, after: Figures): readonly Pair[] {
  return after.collections.flatMap((late) => {
    const early = before.collections.find(({ collection }) => collection === late.collection);
    return early === undefined
      ? []
      : [...partitionPairs(early, late, after.titles), ...figurePairs(early, late, after.titles)];
  });
}

function figurePairs(early: CollectionFigures, late: CollectionFigures, titles: AnalysisTitles): readonly Pair[] {
  const earlyFigures = new Map(figuresOf(early, titles).map((one) => [one.id, one]));
  return figuresOf(late, titles).flatMap((after) => {
    const { id, title } = after;
    const before = earlyFigures.get(id);
    return before === undefined ? [] : [{ id, title, before, after }];
  });
}

function partitionPairs(early: CollectionFigures, late: CollectionFigures, titles: AnalysisTitles): readonly Pair[] {
  const earlyOnes = new Map(partitionsOf(early, titles).map((one) => [one.id, one]));
  return partitionsOf(late, titles).flatMap((after) => {
    const before = earlyOnes.get(after.id);
    if (before === undefined) return [];
    const labels = [...new Set([...after.hits.keys(), ...before.hits.keys()])].filter(
      (label) => (after.hits.get(label) ?? 0) + (before.hits.get(label) ?? 0) > 0,
    );
    // Of two labels the second is what the first is not.
    return labels.slice(0, labels.length === 2 && isWhole(before) && isWhole(after) ? 1 : undefined).map((label) => ({
      id: `${after.id}/${label}`,
      title: after.title(label),
      before: labelOf(before, label),
      after: labelOf(after, label),
    }));
  });
}

/** Whether every trial has a label. */
function isWhole({ trials, hits }: Partition): boolean {
  return [...hits.values()].reduce((sum, count) => sum + count, 0) === trials;
}

function labelOf({ id, trials, hits, journeys, title }: Partition, label: string): ComparedFigure {
  const figure = shareOf({ hits: hits.get(label) ?? 0, trials });
  return { id, title: title(label), figure, ...(journeys !== undefined && { journeys }) };
}

function changesOf(pairs: readonly Pair[], alpha: number): readonly Change[] {
  const judged = pairs.flatMap((pair) => {
    const answer = differenceOf(pair.after, pair.before, alpha);
    return answer === undefined ? [] : [{ ...pair, answer }];
  });
  const adjusted = holm(judged.map(({ answer }) => answer.p));
  return judged
    .map(({ id, title, before, after, answer }, index): Change => {
      const { difference, effect, p } = answer;
      const { difference_interval }: Difference = differenceOf(after, before, alpha / judged.length)!;
      return {
        id,
        title,
        before: before.figure,
        after: after.figure,
        difference,
        difference_interval,
        effect,
        p,
        adjusted_p: adjusted[index]!,
        is_change: adjusted[index]! < alpha,
      };
    })
    .sort((a, b) => a.adjusted_p - b.adjusted_p || Math.abs(b.effect) - Math.abs(a.effect) || (a.id < b.id ? -1 : 1));
}
