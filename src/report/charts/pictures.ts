import type { Analysis } from '../../analysis/index.js';
import type { Chart } from './Chart.js';
import { completion, crosses, durations, emotions, outcomes } from './kinds/index.js';
import { Topic } from './Topic.js';

/**
 * The few charts that show at first sight what the data are like: who is in them, what they feel, how far they come, how
 * long it takes and what comes of it.
 *
 * For all charts take `chartsOf`, of which these are a part.
 */
export function pictures(analysis: Analysis): Chart[] {
  const topic = new Topic(analysis);
  return [
    ...crosses(topic).slice(0, 2),
    ...emotions(topic).slice(0, 1),
    ...completion(topic).slice(1, 2),
    ...durations(topic).slice(0, 1),
    ...outcomes(topic).slice(0, 1),
  ];
}
