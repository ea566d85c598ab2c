import type { Distribution, JourneyFigures, Share } from '../Analysis.js';
import { shareOf } from '../shareOf.js';

/** A sum of squares that is so small a part of the one it was taken from is what rounding left of 0. */
const ROUNDED = 1e-9;

/** Of the journeys that are over, those that finished: whether an open one will is not known yet. */
export function endedOf({ journeys, endings }: JourneyFigures): Share {
  return shareOf({ hits: hitsOf(endings, 'finished'), trials: journeys - hitsOf(endings, 'open') });
}

export function hitsOf(labels: readonly { readonly label: string; readonly hits: number }[], wanted: string): number {
  return labels.find(({ label }) => label === wanted)?.hits ?? 0;
}

/** What is left of a whole without a group of it. */
export function shareOfOthers(whole: Share, group: Share): Share {
  return shareOf({ hits: whole.hits - group.hits, trials: whole.trials - group.trials });
}

/** What is left of a whole without a group of it: as far as it can be told without the numbers themselves. */
export function daysOfOthers(whole: Distribution, group: Distribution): Distribution {
  const count = whole.count - group.count;
  const mean = count === 0 ? null : ((whole.mean ?? 0) * whole.count - (group.mean ?? 0) * group.count) / count;
  return {
    count,
    min: null,
    q1: null,
    median: null,
    q3: null,
    max: null,
    mean,
    sd: count < 2 || mean === null ? null : Math.sqrt(squaresOfOthers(whole, group, mean) / (count - 1)),
    exact: false,
  };
}

/** Squared distances from the mean add up over two parts, with what the means themselves are apart. */
function squaresOfOthers(whole: Distribution, group: Distribution, mean: number): number {
  const squares = squaresOf(whole);
  const apart = ((mean - (group.mean ?? mean)) ** 2 * group.count * (whole.count - group.count)) / whole.count;
  const left = squares - squaresOf(group) - apart;
  return left > squares * ROUNDED ? left : 0;
}

function squaresOf({ count, sd }: Distribution): number {
  return (sd ?? 0) ** 2 * Math.max(0, count - 1);
}
