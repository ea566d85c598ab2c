import type { FindingFigures, Share } from '../Analysis.js';
import type { About } from '../BehindOf.js';
import { isShare, leastOf, valueOf } from '../differenceOf.js';
import { grouped, inDays, percent, plain } from '../words.js';
import type { Judged } from './Judged.js';
import { kinds } from './kinds.js';

/** A finding in one sentence: `Customers of age band 50s: 41 % of 90 are never screened, against 12 % of 280 others, …`. */
export function statementOf(about: About, figures: FindingFigures, judged: Judged): string {
  const { collection, grouping, label, kind, subject } = about;
  const { titles, collections, studies } = judged;
  const { title } = collections.find((one) => one.collection === collection) ?? { title: plain(collection) };
  const tense = studies.find((one) => one.collection === collection)?.journey?.tense ?? [];
  const claim = kinds[kind].claim(subject, { titles: titles.of, tense });
  const who = `${title} of ${titles.of[grouping] ?? plain(grouping)} ${plain(label)}`;
  const { group, others } = figures;
  if (isShare(group) && isShare(others)) {
    const [own, theirs] = [
      `${shareText(group)} of ${grouped(group.trials)}`,
      `${shareText(others)} of ${grouped(others.trials)}`,
    ];
    return `${who}: ${own} ${claim}, against ${theirs} others, ${pointsApart(group, others, figures)}.`;
  }
  const [own, theirs] = [group, others].map((days) => inDays(valueOf(days) ?? 0));
  const [count, countOfOthers] = [group, others].map((days) => ('count' in days ? grouped(days.count) : ''));
  return `${who}: ${own} on average ${claim} (${count} journeys), against ${theirs} (${countOfOthers} others), ${daysApart(figures)}.`;
}

function shareText({ share }: Share): string {
  return percent(share ?? 0);
}

/**
 * `29 points more (at least 14)`: as far as the two percentages lie apart as they are printed, so that the sentence adds up.
 * What is sure is rounded down, so that it stays sure.
 */
function pointsApart(
  group: Share,
  others: Share,
  { difference, difference_interval: interval }: FindingFigures,
): string {
  const points = Math.abs(Math.round((group.share ?? 0) * 100) - Math.round((others.share ?? 0) * 100));
  const least = Math.floor(leastOf(interval) * 100);
  return `${points} ${points === 1 ? 'point' : 'points'} ${moreOrLess(difference)}${atLeast(least)}`;
}

function daysApart({ difference, difference_interval: interval }: FindingFigures): string {
  const least = Math.floor(leastOf(interval) * 10) / 10;
  return `${inDays(Math.abs(difference))} ${moreOrLess(difference)}${atLeast(least)}`;
}

function moreOrLess(difference: number): string {
  return difference > 0 ? 'more' : 'less';
}

function atLeast(least: number): string {
  return least > 0 ? ` (at least ${least})` : '';
}
