import type { CollectionFigures } from '../../../analysis/index.js';
import type { Chart } from '../Chart.js';
import { percent } from '../numbers.js';
import { whereOf } from '../Topic.js';
import type { Division, Topic } from '../Topic.js';
import { capital, plain } from '../words.js';
import { sharesChart } from './shares.js';

/** What has more labels than these is no word but a text. */
const MOST_LABELS = 24;

/** The words of the records by group, of the first collection that has both. */
export function facts(topic: Topic): Chart[] {
  for (const figures of topic.analysis.collections) {
    const division = topic.division(figures.groups);
    const [whole] = figures.groups;
    if (division === undefined || whole === undefined) continue;
    const charts = Object.entries(whole.facts)
      .filter(([, labels]) => labels.length > 0 && labels.length <= MOST_LABELS)
      .map(([fact]) => factChart(topic, figures, division, fact));
    if (charts.length > 0) return charts;
  }
  return [];
}

function factChart(
  topic: Topic,
  { collection, title, groups }: CollectionFigures,
  division: Division,
  fact: string,
): Chart {
  const whole = groups[0]!.facts[fact]!.toSorted((a, b) => b.hits - a.hits)[0]!;
  return {
    id: `${fact}-by-${division.grouping}`,
    title: `${capital(topic.titleOf(fact))} by ${division.title}: ${plain(title)}`,
    summary: `Most common is ${plain(whole.label)} with ${percent(whole.share)} of all.`,
    section: 'profile',
    ...sharesChart({
      division,
      of: (group) => (Object.hasOwn(group.facts, fact) ? group.facts[fact]! : []),
      where: (group, label) => ({ ...whereOf(group, collection), facts: { [fact]: label } }),
      title: topic.titleOf(fact),
      axis: 'share of records',
    }),
  };
}
