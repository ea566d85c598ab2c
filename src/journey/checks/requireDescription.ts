import { CohortCheckError } from '../../errors/index.js';
import type { JourneyDescription } from '../JourneyDescription.js';
import { emotionMistakes } from './emotionMistakes.js';
import { gapMistakes } from './gapMistakes.js';
import { loopMistakes } from './loopMistakes.js';
import { memberAt, pathText } from './Path.js';
import type { Mistake } from './Mistake.js';
import { nameMistakes } from './nameMistakes.js';
import { rangeMistakes } from './rangeMistakes.js';
import { shapeMistakes } from './shapeMistakes.js';
import { shareMistakes } from './shareMistakes.js';
import { deadEndMistakes, unreachableMistakes } from './wayMistakes.js';
import { cut } from './wording.js';

/** Each may rely on what those before it have found in order, and finds mistakes as the description is read. */
const checks: readonly ((description: JourneyDescription) => Iterable<Mistake>)[] = [
  shapeMistakes,
  nameMistakes,
  rangeMistakes,
  shareMistakes,
  unreachableMistakes,
  deadEndMistakes,
  loopMistakes,
  emotionMistakes,
  gapMistakes,
];

/** @throws CohortCheckError for the first mistake of a description. */
export function requireDescription(given: unknown): asserts given is JourneyDescription {
  const found = firstMistake(given);
  if (found === undefined) return;
  const { code, path, said, why } = found.mistake;
  const place = pathText(path);
  const next = nextStep(given, found);
  const shortPlace = cut(place, 160);
  throw new CohortCheckError({
    code,
    what: `${nameOf(given)}: ${place === '' ? '' : `${shortPlace}: `}${said}`,
    where: place === '' ? 'defineJourney(…)' : shortPlace,
    why,
    ...(next !== undefined && { try: next }),
  });
}

interface Found {
  readonly mistake: Mistake;
  /** How many checks passed before. */
  readonly passed: number;
}

function firstMistake(given: unknown): Found | undefined {
  for (const [passed, check] of checks.entries()) {
    const [mistake] = check(given as JourneyDescription);
    if (mistake !== undefined) return { mistake, passed };
  }
  return undefined;
}

/** The first remedy after which nothing is wrong; where other mistakes are left, the one that gets furthest. */
function nextStep(given: unknown, { mistake }: Found): string | undefined {
  let furthest: { readonly say: string; readonly passed: number } | undefined;
  for (const { say, apply } of mistake.remedies()) {
    const left = firstMistake(apply(given));
    if (left === undefined) return say;
    const isMended = left.mistake.said !== mistake.said || pathText(left.mistake.path) !== pathText(mistake.path);
    const passed = isMended ? left.passed : -1;
    if (furthest === undefined || passed > furthest.passed) furthest = { say, passed };
  }
  return furthest?.say;
}

function nameOf(given: unknown): string {
  const name = memberAt(given, ['name']);
  return typeof name === 'string' && name !== '' ? `journey ${cut(name, 40)}` : 'defineJourney(…)';
}
