import type { EdgeDescription, EmotionRow, GapDescription, StepDescription } from '../JourneyDescription.js';
import { anyStep, calmest, someSteps } from './examples.js';
import { leaveOut, put } from './Mistake.js';
import type { Mistake, Remedy } from './Mistake.js';
import { amount, ratio, share, skipShare, times } from './numbers.js';
import { memberAt } from './Path.js';
import type { Path } from './Path.js';
import { dictionary, either, fields, flag, list, text } from './shape.js';
import type { Part, Parts, Place, Shape } from './shape.js';
import { nearestFirst } from './wording.js';

/** Whom a row is for. */
export const whose: Part = {
  shape: either({ text, list: list(text) }, 'a name or a list of names'),
  means: 'the name or names of whom the row is for, left out where it is for everybody',
  optional: true,
};

const emotionRow: Parts<EmotionRow> = {
  persona: whose,
  impact: whose,
  weights: { shape: dictionary(ratio), means: 'how likely each emotion is', example: calmest },
};

const bound: Part = { shape: amount, means: 'a bound of the gap', optional: true };

const gapParts: Parts<GapDescription> = {
  from: { shape: text, means: 'the step that the gap counts from, or previous, or cause', optional: true },
  minMinutes: bound,
  minHours: bound,
  minDays: bound,
  maxMinutes: bound,
  maxHours: bound,
  maxDays: bound,
};

const edgeParts: Parts<EdgeDescription> = {
  to: { shape: text, means: 'the step that follows', example: (whole) => someSteps(whole).at(-1) },
  weight: {
    shape: share,
    means: 'the share that goes this way',
    example: (whole, path) => siblingShare(whole, path.slice(0, -2)),
  },
  max: { shape: times, means: 'how often a journey may go this way', optional: true },
};

const stepParts: Parts<StepDescription> = {
  actions: {
    shape: list(text),
    means: 'what is done in the step, in order',
    example: (_, path) => [String(path.at(-2))],
  },
  emotions: {
    shape: list(fields(emotionRow), (_, { whole }) => ({ weights: calmest(whole) })),
    means: 'a list of rows that say how likely each emotion is, for whom',
    example: (whole) => [{ weights: calmest(whole) }],
  },
  gap: {
    shape: either({ list: list(fields(gapParts)), object: fields(gapParts) }, 'a gap or a list of gaps'),
    means: 'how long after an earlier step, such as { minDays: 1, maxDays: 14 }',
    optional: true,
  },
  next: {
    shape: either(
      { text, list: list(fields(edgeParts), edgeExample), object: dictionary(share) },
      'a step, shares by step or a list of edges',
    ),
    means: 'what follows: one step, shares by step, or edges',
    optional: true,
  },
  ends: {
    shape: either({ flag, number: share }, 'true, false or a share'),
    means: 'whether journeys end here, or the share of those that do',
    optional: true,
  },
  optional: { shape: skipShare, means: 'the share that skips the step', optional: true },
};

/** The steps by name. */
export function* steps(value: unknown, place: Place): Generator<Mistake> {
  const step: Shape = (each, { path, ...rest }) => {
    const instead = (): Remedy[] => [
      put(path, anyStep(place.whole, String(path.at(-1)), undefined)),
      put(path, anyStep(place.whole, String(path.at(-1)), followerOf(place.whole, path))),
      leaveOut(path),
    ];
    return fields(stepParts)(each, {
      ...rest,
      path,
      means: 'a step: its actions, its emotions, what follows',
      instead,
    });
  };
  yield* dictionary(step)(value, place);
}

/** An edge for what stands in its place: often the bare name of a step. */
function edgeExample(value: unknown, { whole, path }: Place): object | undefined {
  const known = someSteps(whole);
  const to = typeof value === 'string' ? nearestFirst(value, known)[0] : known.at(-1);
  return to === undefined ? undefined : { to, weight: siblingShare(whole, path.slice(0, -1)) };
}

function siblingShare(whole: unknown, edges: Path): number {
  const list = memberAt(whole, edges);
  return 1 / Math.max(1, Array.isArray(list) ? list.length : 1);
}

function followerOf(whole: unknown, path: Path): string | undefined {
  const all = someSteps(whole);
  return all[all.indexOf(String(path.at(-1))) + 1];
}
