import type { Ending } from '../../../analysis/index.js';
import type { Chart } from '../Chart.js';
import { grouped, percent } from '../numbers.js';
import { paletteOf } from '../palette.js';
import { whereOf } from '../Topic.js';
import type { Topic } from '../Topic.js';
import { sharesChart } from './shares.js';

/** How journeys stand, by group. */
export function endings(topic: Topic): Chart[] {
  const { journeys } = topic.analysis;
  const division = topic.division(journeys);
  const whole = journeys[0]?.journey;
  if (division === undefined || whole === undefined || whole.journeys === 0) return [];
  const finished = whole.endings.find(({ label }) => label === 'finished');
  return [
    {
      id: `endings-by-${division.grouping}`,
      title: `How journeys end, by ${division.title}`,
      summary: `${percent(finished?.share ?? null)} of ${grouped(whole.journeys)} journeys are finished.`,
      section: 'journeys',
      ...sharesChart({
        division,
        of: ({ journey }) => journey?.endings ?? [],
        where: (group, label) => ({ ...whereOf(group), endings: [label as Ending] }),
        title: 'ending',
        axis: 'share of journeys',
        colours: (theme, labels) => labels.map((label) => paletteOf(theme).endings[label as Ending]),
      }),
    },
  ];
}
