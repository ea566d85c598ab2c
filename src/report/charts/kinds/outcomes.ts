import type { CollectionFigures } from '../../../analysis/index.js';
import type { Chart } from '../Chart.js';
import { counted, grouped, percent, percentWithin } from '../numbers.js';
import { MOST_ROWS, overlaidBars } from '../shapes/index.js';
import type { Topic } from '../Topic.js';
import { plain } from '../words.js';

/** What was expected of journeys and what they came to, for each kind of journey. */
export function outcomes(topic: Topic): Chart[] {
  return topic.analysis.collections.flatMap(outcomesOf);
}

function outcomesOf({ collection, title, groups }: CollectionFigures): Chart[] {
  const all = (groups[0]?.journey?.outcomes ?? []).filter(({ expected, beyond }) => expected > 0 || beyond > 0);
  const rarest = all
    .filter(({ expected }) => expected > 0)
    .toSorted((a, b) => (a.reached.share ?? 0) - (b.reached.share ?? 0))[0];
  if (all.length === 0) return [];
  return [
    {
      id: `outcomes-${collection}`,
      title: `Expected and reached outcomes: ${plain(title)}`,
      summary:
        rarest === undefined
          ? 'No outcome was expected.'
          : `Reached least often is ${plain(rarest.outcome)}: ${percent(rarest.reached.share)} ` +
            `of the ${counted(rarest.expected, 'journey')} that it was expected of.`,
      section: 'journeys',
      ...overlaidBars(
        all.slice(0, MOST_ROWS).map(({ outcome, expected, reached, beyond }) => ({
          key: outcome,
          label: plain(outcome),
          back: {
            amount: expected,
            tip: [plain(outcome), `expected of ${counted(expected, 'journey')}`, ...beyondText(beyond)],
            where: { collection, outcome: { name: outcome, results: ['reached', 'missed'] } },
          },
          front: {
            amount: reached.hits,
            tip: [
              plain(outcome),
              `reached by ${percentWithin(reached.share, reached.interval)} of those that it was expected of: ` +
                grouped(reached.hits),
            ],
            where: { collection, outcome: { name: outcome, results: ['reached'] } },
          },
          text: `${grouped(reached.hits)} of ${grouped(expected)} (${percent(reached.share)})`,
        })),
        { back: 'expected', front: 'expected and reached' },
        'journeys',
      ),
      table: {
        columns: [
          { title: 'outcome' },
          { title: 'expected' },
          { title: 'reached of those' },
          { title: 'share', unit: 'share' },
          { title: 'low', unit: 'share' },
          { title: 'high', unit: 'share' },
          { title: 'reached unexpectedly' },
        ],
        rows: all.map(({ outcome, expected, reached, beyond }) => ({
          cells: [plain(outcome), expected, reached.hits, reached.share, ...reached.interval, beyond],
          where: { collection, outcome: { name: outcome, results: ['reached', 'missed'] } },
        })),
      },
    },
  ];
}

function beyondText(beyond: number): readonly string[] {
  return beyond === 0 ? [] : [`${grouped(beyond)} more came to it unexpectedly`];
}
