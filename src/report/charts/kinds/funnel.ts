import type { CollectionFigures } from '../../../analysis/index.js';
import type { Chart } from '../Chart.js';
import { counted, grouped, percentWithin } from '../numbers.js';
import { MOST_ROWS, overlaidBars } from '../shapes/index.js';
import type { Topic } from '../Topic.js';
import { plain } from '../words.js';

/** How many journeys came to each step and how many completed it, for each kind of journey. */
export function funnel(topic: Topic): Chart[] {
  return topic.analysis.collections.flatMap(funnelOf);
}

function funnelOf({ collection, title, groups }: CollectionFigures): Chart[] {
  const steps = (groups[0]?.journey?.steps ?? []).filter(({ reached }) => reached > 0);
  const leakiest = steps.toSorted((a, b) => b.drop_off.hits - a.drop_off.hits)[0];
  if (leakiest === undefined) return [];
  return [
    {
      id: `funnel-${collection}`,
      title: `How far journeys come: ${plain(title)}`,
      summary:
        `Most are lost at ${plain(leakiest.step)}: ${grouped(leakiest.drop_off.hits)} of ` +
        `${grouped(leakiest.reached)} that came to it.`,
      section: 'journeys',
      ...overlaidBars(
        steps.slice(0, MOST_ROWS).map(({ step, reached, completed_of_reached: done, drop_off: lost }) => ({
          key: step,
          label: plain(step),
          back: {
            amount: reached,
            tip: [
              plain(step),
              `${counted(reached, 'journey')} came to it`,
              `${percentWithin(lost.share, lost.interval)} of them were lost at it: ${grouped(lost.hits)}`,
            ],
            where: { collection, reached: step },
          },
          front: {
            amount: done.hits,
            tip: [plain(step), `completed by ${percentWithin(done.share, done.interval)}: ${grouped(done.hits)}`],
            where: { collection, step: { name: step, statuses: ['completed'] } },
          },
          text: `${grouped(done.hits)} of ${grouped(reached)}, ${grouped(lost.hits)} lost`,
        })),
        { back: 'came to the step', front: 'completed it' },
        'journeys',
      ),
      table: {
        columns: [
          { title: 'step' },
          { title: 'came to it' },
          { title: 'completed it' },
          { title: 'completed of those', unit: 'share' },
          { title: 'lost at it' },
          { title: 'lost of those', unit: 'share' },
        ],
        rows: steps.map(({ step, reached, completed_of_reached: done, drop_off: lost }) => ({
          cells: [plain(step), reached, done.hits, done.share, lost.hits, lost.share],
          where: { collection, reached: step },
        })),
      },
    },
  ];
}
