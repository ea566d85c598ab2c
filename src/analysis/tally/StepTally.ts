import { Series } from './Series.js';
import { Tally } from './Tally.js';

/** What is counted at a step. */
export class StepTally {
  /** Journeys in which it stands, or that stopped in front of it. */
  reached = 0;
  completed = 0;
  lost = 0;
  readonly statuses = new Tally();
  readonly emotions = new Tally();
  /** Visits with a tense emotion. */
  tense = 0;
  readonly gaps = new Series();
}
