import { cloneMethod } from 'fast-check';
import type { AsyncCommand } from 'fast-check';
import { CohortCheckError, shown } from '../errors/index.js';
import type { Attempt, Round } from './Attempt.js';
import type { JourneyGraph } from './JourneyGraph.js';
import type { JourneyState, Outcome } from './JourneyState.js';

/** How a test reaches the system under test. `Real` is what one journey needs: a session, a client, an object. */
export interface JourneyDriver<Real> {
  /**
   * Tries a step. True: the system accepted it; false: it refused. A throw fails the test.
   *
   * @param actions - the actions of the step in the graph.
   */
  readonly take: (real: Real, step: string, actions: readonly string[]) => boolean | Promise<boolean>;
  /** The step that the system says was taken last; undefined before the first. Asked after every attempt. */
  readonly position?: (real: Real) => string | undefined | Promise<string | undefined>;
}

/** An attempt on a system, compared with what the graph says. */
export class AttemptCommand<Real> implements AsyncCommand<JourneyState, Real> {
  private readonly graph: JourneyGraph;
  private readonly driver: JourneyDriver<Real>;
  private readonly attempt: Attempt;
  /** What was tried, which an attempt only knows when its turn has come. */
  private tried: readonly Round[] = [];

  constructor(graph: JourneyGraph, driver: JourneyDriver<Real>, attempt: Attempt) {
    this.graph = graph;
    this.driver = driver;
    this.attempt = attempt;
  }

  check(state: JourneyState): boolean {
    return this.attempt.roundsAt(state).length > 0;
  }

  async run(state: JourneyState, real: Real): Promise<void> {
    const rounds = this.attempt.roundsAt(state);
    for (const [index, round] of rounds.entries()) {
      this.tried = rounds.slice(0, index + 1);
      await this.try(round, state, real);
    }
  }

  private async try(round: Round, state: JourneyState, real: Real): Promise<void> {
    const accepted = await this.takeAtOnce(real, round);
    const possible = state.outcomes(round);
    const fitting = possible.filter((outcome) => outcome.accepted.every((one, index) => one === accepted[index]));
    const [first] = fitting;
    if (first === undefined) {
      throw this.failure(
        round,
        `${whereAt(state)}, ${answerText(round, accepted)}, ${graphText(round, possible, state)}`,
        `${whereAt(state)} the graph lets follow: ${state.next().join(', ') || 'nothing'}`,
      );
    }
    if (this.driver.position === undefined) {
      state.become(first.after);
      return;
    }
    const position = await this.driver.position(real);
    const now = fitting.find(({ after }) => after.last === position);
    if (now === undefined) {
      throw this.failure(
        round,
        `${whereAt(state)} and then ${roundText(round)}, the system says that ${positionText(position)}`,
        `${answerText(round, accepted)}, so ${fitting.map(({ after }) => positionText(after.last)).join(', or ')}`,
      );
    }
    state.become(now.after);
  }

  toString(): string {
    return this.tried.length === 0 ? `${this.attempt.kind}()` : this.tried.map(roundText).join(',');
  }

  /** fast-check runs a copy of a command in each list that it tries; each is to remember what it tried itself. */
  [cloneMethod](): AttemptCommand<Real> {
    return new AttemptCommand(this.graph, this.driver, this.attempt);
  }

  /** All are begun before the first is awaited, and all have ended before anything is thrown. */
  private async takeAtOnce(real: Real, steps: Round): Promise<readonly boolean[]> {
    const answers = await Promise.allSettled(
      steps.map(async (step) => this.driver.take(real, step, this.graph.steps.get(step)?.actions ?? [])),
    );
    return answers.map((answer, index): boolean => {
      if (answer.status === 'rejected') throw answer.reason;
      if (typeof answer.value === 'boolean') return answer.value;
      throw new CohortCheckError({
        code: 'journey-driver',
        what: `driver.take(…, ${shown(steps[index])}) returned ${shown(answer.value)}`,
        why: 'it says whether the system accepted the step: true or false',
        try: 'return response.ok',
      });
    });
  }

  private failure(round: Round, what: string, why: string): CohortCheckError {
    return new CohortCheckError({
      code: 'journey-system',
      what: `${this.graph.name}: ${what}`,
      where: roundText(round),
      why,
      try: 'mend the system, or the graph where the system is right',
    });
  }
}

function whereAt({ last }: JourneyState): string {
  return last === undefined ? 'at the start' : `after ${last}`;
}

function roundText([step, other]: Round): string {
  if (other === undefined) return `take(${step})`;
  return step === other ? `race(${step})` : `race(${step}, ${other})`;
}

function positionText(step: unknown): string {
  if (step === undefined) return 'no step was taken';
  return `${typeof step === 'string' ? step : shown(step)} was taken last`;
}

function answerText(steps: Round, accepted: readonly boolean[]): string {
  const [step] = steps;
  if (steps.length === 1) return `the system ${accepted[0] === true ? 'accepted' : 'refused'} ${step}`;
  return `the system accepted ${amountText(steps, accepted)} of ${steps.join(' and ')} at once`;
}

function graphText(steps: Round, possible: readonly Outcome[], state: JourneyState): string {
  if (steps.length === 1) {
    const lets = possible[0]?.accepted[0] === true ? 'lets' : 'does not let';
    return `which the graph ${lets} ${state.last === undefined ? 'come first' : 'follow'}`;
  }
  const amounts = [...new Set(possible.map(({ accepted }) => amountText(steps, accepted)))];
  return `of which the graph lets ${amounts.join(', or ')} follow`;
}

/** How many of two that are the same, or which of two that differ. */
function amountText(steps: Round, accepted: readonly boolean[]): string {
  const taken = steps.filter((_, index) => accepted[index]);
  if (taken.length !== 1) return taken.length === 0 ? 'neither' : 'both';
  return steps[0] === steps[1] ? 'one' : `only ${taken[0]}`;
}
