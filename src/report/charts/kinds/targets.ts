import type { Chart } from '../Chart.js';
import { grouped, percent, percentWithin, roundPercent } from '../numbers.js';
import { measuredBars, MOST_ROWS } from '../shapes/index.js';
import type { Topic } from '../Topic.js';
import { plain } from '../words.js';

/** What was wanted beside what there is, of the first collection that states targets. */
export function targets(topic: Topic): Chart[] {
  const found = topic.analysis.collections.find(({ targets: all }) => all.some(({ share }) => share !== null));
  if (found === undefined) return [];
  const { collection } = found;
  const figures = found.targets.flatMap((one) => (one.share === null ? [] : [{ ...one, share: one.share }]));
  const worst = figures.toSorted((a, b) => Math.abs(b.share - b.target) - Math.abs(a.share - a.target))[0]!;
  const nameOf = ({ margin, label }: { readonly margin: string; readonly label: string }) =>
    `${topic.titleOf(margin)}: ${plain(label)}`;
  return [
    {
      id: 'targets',
      title: `Targets against actual: ${plain(found.title)}`,
      summary:
        percent(worst.share) === percent(worst.target)
          ? 'Every share is as wanted, to a tenth of a percent.'
          : `Furthest from its target is ${nameOf(worst)} with ${percent(worst.share)} ` +
            `where ${percent(worst.target)} was wanted.`,
      section: 'people',
      ...measuredBars({
        bars: figures.slice(0, MOST_ROWS).map((one) => ({
          key: JSON.stringify([one.margin, one.label]),
          label: nameOf(one),
          amount: one.share,
          interval: one.interval,
          goal: one.target,
          text: `${percent(one.share)} of ${percent(one.target)}`,
          tip: [
            nameOf(one),
            `wanted ${percent(one.target)}`,
            `actual ${percentWithin(one.share, one.interval)}: ${grouped(one.hits)} of ${grouped(one.trials)}`,
          ],
          where: { collection, groups: { [one.margin]: one.label } },
        })),
        names: { amount: 'actual', interval: '95 % interval', goal: 'target' },
        axis: 'share of records',
        format: roundPercent,
        labelWidth: 260,
      }),
      table: {
        columns: [
          { title: 'margin' },
          { title: 'label' },
          { title: 'target', unit: 'share' },
          { title: 'actual', unit: 'share' },
          { title: 'low', unit: 'share' },
          { title: 'high', unit: 'share' },
          { title: 'records' },
          { title: 'of' },
        ],
        rows: figures.map((one) => ({
          cells: [
            topic.titleOf(one.margin),
            plain(one.label),
            one.target,
            one.share,
            ...one.interval,
            one.hits,
            one.trials,
          ],
          where: { collection, groups: { [one.margin]: one.label } },
        })),
      },
    },
  ];
}
