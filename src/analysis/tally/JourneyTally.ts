import type { CodedJourney } from './Coded.js';
import { DayTally } from './DayTally.js';
import { PairTally } from './PairTally.js';
import { Series } from './Series.js';
import { StepTally } from './StepTally.js';
import { Tally } from './Tally.js';

/** What is counted of journeys. */
export class JourneyTally {
  journeys = 0;
  readonly endings = new Tally();
  readonly emotions = new Tally();
  /** Visits with a tense emotion. */
  tense = 0;
  readonly transitions = new PairTally();
  readonly durations = new Series();
  /** By outcome, then result. */
  readonly outcomes = new PairTally();
  readonly days = new DayTally();
  /** By the place of a step. */
  readonly steps: (StepTally | undefined)[] = [];
  /** From a step to the next. */
  readonly flows = new PairTally();
  /** From a step to an ending. */
  readonly exits = new PairTally();
  private readonly isOfOneKind: boolean;

  /** @param isOfOneKind - whether the journeys are of one graph, so that their steps are counted too. */
  constructor(isOfOneKind: boolean) {
    this.isOfOneKind = isOfOneKind;
  }

  add(journey: CodedJourney): void {
    const { visits, ending, endingPlace, days, outcomes } = journey;
    this.journeys += 1;
    this.endings.add(endingPlace);
    let before = -1;
    for (const { emotion, isTense } of visits) {
      this.emotions.add(emotion);
      if (isTense) this.tense += 1;
      if (before >= 0) this.transitions.add(before, emotion);
      before = emotion;
    }
    if (!Number.isNaN(days)) {
      this.days.add(days, ending);
      if (ending === 'finished') this.durations.add(days);
    }
    for (const [outcome, result] of outcomes) this.outcomes.add(outcome, result);
    if (this.isOfOneKind) this.addSteps(journey);
  }

  private addSteps({ visits, steps, endingPlace, lostAt }: CodedJourney): void {
    let isLostInFront = lostAt >= 0;
    for (const { step, status, isCompleted } of steps) {
      const tally = this.step(step);
      tally.reached += 1;
      tally.statuses.add(status);
      if (isCompleted) tally.completed += 1;
      if (step === lostAt) isLostInFront = false;
    }
    if (lostAt >= 0) this.step(lostAt).lost += 1;
    if (isLostInFront) this.step(lostAt).reached += 1;
    let before = -1;
    for (const { step, emotion, isTense, gapDays } of visits) {
      const tally = this.step(step);
      tally.emotions.add(emotion);
      if (isTense) tally.tense += 1;
      if (!Number.isNaN(gapDays)) tally.gaps.add(gapDays);
      if (before >= 0) this.flows.add(before, step);
      before = step;
    }
    if (before >= 0) this.exits.add(before, endingPlace);
  }

  private step(place: number): StepTally {
    return (this.steps[place] ??= new StepTally());
  }
}
