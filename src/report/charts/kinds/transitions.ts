import type { Chart } from '../Chart.js';
import { grouped, percent, roundPercent } from '../numbers.js';
import { heatMap, MOST_COLUMNS, MOST_ROWS } from '../shapes/index.js';
import type { Topic } from '../Topic.js';
import { plain } from '../words.js';

/** Which emotion follows which, from a step to the next, over all journeys. */
export function transitions(topic: Topic): Chart[] {
  const journey = topic.analysis.journeys[0]?.journey;
  const all = journey?.transitions ?? [];
  const commonest = all.toSorted((a, b) => b.hits - a.hits)[0];
  if (journey === undefined || commonest === undefined || commonest.hits === 0) return [];
  // In the order of all emotions, so that staying the same is the diagonal.
  const known = journey.emotions.map(({ label }) => label);
  const inOrder = (labels: readonly string[]) => [
    ...new Set([...known.filter((one) => labels.includes(one)), ...labels]),
  ];
  const froms = inOrder(all.map(({ from }) => from));
  const tos = inOrder(all.map(({ to }) => to));
  const steadiest = Math.max(...all.map(({ share }) => share ?? 0));
  return [
    {
      id: 'transitions',
      title: 'Emotional transitions from a step to the next',
      summary:
        `Most often ${plain(commonest.from)} is followed by ${plain(commonest.to)}: ${grouped(commonest.hits)} times, ` +
        `${percent(commonest.share)} of what follows it.`,
      section: 'journeys',
      ...heatMap({
        rows: froms.slice(0, MOST_ROWS),
        rowText: (label) => `from ${plain(label)}`,
        columns: tos.slice(0, MOST_COLUMNS),
        columnText: (label) => `to ${plain(label)}`,
        at(from, to) {
          const one = all.find((transition) => transition.from === from && transition.to === to);
          if (one === undefined) return undefined;
          return {
            amount: one.share,
            text: roundPercent(one.share),
            tip: [
              `from ${plain(from)} to ${plain(to)}`,
              `${percent(one.share)} of what follows, ${grouped(one.hits)} of ${grouped(one.trials)} times`,
            ],
            where: { transition: { from, to } },
          };
        },
        from: 0,
        to: steadiest,
        ramp: 'ramp',
      }),
      table: {
        columns: [
          { title: 'from' },
          { title: 'to' },
          { title: 'share', unit: 'share' },
          { title: 'times' },
          { title: 'of' },
        ],
        rows: all.map(({ from, to, share, hits, trials }) => ({
          cells: [plain(from), plain(to), share, hits, trials],
          where: { transition: { from, to } },
        })),
      },
    },
  ];
}
