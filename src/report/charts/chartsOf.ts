import type { Analysis } from '../../analysis/index.js';
import type { Chart } from './Chart.js';
import {
  completion,
  completionTime,
  correlations,
  crosses,
  durations,
  emotions,
  endings,
  facts,
  funnel,
  needs,
  outcomes,
  sankey,
  targets,
  transitions,
} from './kinds/index.js';
import { Topic } from './Topic.js';

/** In the order of the page. */
const KINDS: readonly ((topic: Topic) => Chart[])[] = [
  targets,
  crosses,
  needs,
  endings,
  emotions,
  transitions,
  completion,
  funnel,
  sankey,
  outcomes,
  durations,
  completionTime,
  facts,
  correlations,
];

/**
 * The charts of an analysis, in the order in which they are shown; those that would be empty are left out.
 */
export function chartsOf(analysis: Analysis): Chart[] {
  const topic = new Topic(analysis);
  const taken = new Set<string>();
  return KINDS.flatMap((kind) => kind(topic)).map((chart) => {
    const id = unusedId(chart.id, taken);
    taken.add(id);
    return { ...chart, id };
  });
}

/** Names of the data may hold anything; a file name and an anchor may not. */
function unusedId(wanted: string, taken: ReadonlySet<string>): string {
  const safe = wanted.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 80);
  for (let number = 1; ; number++) {
    const id = number === 1 ? safe : `${safe}-${number}`;
    // On some systems names of files differ by more than case.
    if (![...taken].some((one) => one.toLowerCase() === id.toLowerCase())) return id;
  }
}
