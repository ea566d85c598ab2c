import type { Flow, JourneyFigures, OutcomeFigures, StepFigures } from '../Analysis.js';
import { shareOf } from '../shareOf.js';
import { endings } from '../Traits.js';
import { results, StepTally } from '../tally/index.js';
import type { JourneyTally, Vocabulary } from '../tally/index.js';
import { completionTime } from './completionTime.js';
import type { JourneyFrame } from './Frame.js';
import { labelShares } from './shares.js';

/** What is said of the journeys that were counted. */
export function journeyFigures(tally: JourneyTally, words: Vocabulary, frame: JourneyFrame): JourneyFigures {
  const { emotions } = frame;
  return {
    journeys: tally.journeys,
    endings: labelShares(words.endings, tally.endings, endings),
    emotions: labelShares(words.emotions, tally.emotions, emotions),
    tense: shareOf({ hits: tally.tense, trials: tally.emotions.total }),
    transitions: transitionsOf(tally, words, emotions),
    duration_days: tally.durations.distribution(),
    outcomes: frame.outcomes.map((outcome) => outcomeFigures(tally, words, outcome)),
    completion_time: completionTime(tally.days),
    steps: frame.steps.map((step) => stepFigures(tally, words, frame, step)),
    flows: flowsOf(tally, words, frame.steps),
  };
}

function transitionsOf(
  { transitions }: JourneyTally,
  { emotions: words }: Vocabulary,
  emotions: readonly string[],
): JourneyFigures['transitions'] {
  const places = emotions.map((emotion) => words.find(emotion));
  return emotions.flatMap((from, row) => {
    const trials = places.reduce((sum: number, place) => sum + transitions.of(places[row], place), 0);
    return emotions.map((to, column) => ({
      from,
      to,
      ...shareOf({ hits: transitions.of(places[row], places[column]), trials }),
    }));
  });
}

function outcomeFigures({ outcomes }: JourneyTally, words: Vocabulary, outcome: string): OutcomeFigures {
  const place = words.outcomes.find(outcome);
  const [reached, missed, beyond] = results.map((_, result) => outcomes.of(place, result)) as [number, number, number];
  const expected = reached + missed;
  return { outcome, expected, reached: shareOf({ hits: reached, trials: expected }), beyond };
}

function stepFigures(tally: JourneyTally, words: Vocabulary, frame: JourneyFrame, step: string): StepFigures {
  const place = words.steps.find(step);
  const { reached, completed, lost, statuses, emotions, tense, gaps } =
    (place === undefined ? undefined : tally.steps[place]) ?? new StepTally();
  return {
    step,
    reached,
    statuses: Object.fromEntries(frame.statuses.map((status) => [status, statuses.of(words.statuses.find(status))])),
    completed: shareOf({ hits: completed, trials: tally.journeys }),
    completed_of_reached: shareOf({ hits: completed, trials: reached }),
    drop_off: shareOf({ hits: lost, trials: reached }),
    emotions: labelShares(words.emotions, emotions, frame.emotions),
    tense: shareOf({ hits: tense, trials: emotions.total }),
    gap_days: gaps.distribution(),
  };
}

function flowsOf({ flows, exits }: JourneyTally, words: Vocabulary, steps: readonly string[]): Flow[] {
  const places = steps.map((step) => words.steps.find(step));
  return steps
    .flatMap((from, row) => [
      ...steps.map((to, column) => ({ from, to, count: flows.of(places[row], places[column]) })),
      ...endings.map((to, ending) => ({ from, to, count: exits.of(places[row], ending) })),
    ])
    .filter(({ count }) => count > 0);
}
