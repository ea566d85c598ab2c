import { describe, it } from 'vitest';
import { daysBetween, isoToSecond } from '../../src/arbitrary/index.js';
import { journey } from '../../src/journey/index.js';
import type { CompletionStatus, Journey, JourneyConstraints, JourneyStep } from '../../src/journey/index.js';
import { onboarding, onboardingDescription } from '../journey/onboarding.js';
import { expectMinimum, foreignFailure } from './minimum.js';
import type { Case } from './minimum.js';

type Told = readonly [
  step: keyof typeof onboardingDescription.steps,
  timestamp: string,
  emotion: string,
  status?: CompletionStatus,
];

function told(...steps: readonly Told[]): Journey {
  return steps.map(([step, timestamp, emotional_state, completion_status = 'completed']) => ({
    step,
    timestamp,
    actions: [...onboardingDescription.steps[step].actions],
    emotional_state,
    completion_status,
  }));
}

function some(
  test: (step: JourneyStep, before: JourneyStep | undefined, journey: Journey) => boolean,
): (journey: Journey) => boolean {
  return (steps) => steps.some((step, index) => test(step, steps[index - 1], steps));
}

const seconds = ({ timestamp }: JourneyStep): number => isoToSecond(timestamp) ?? Number.NaN;

interface JourneyCase {
  readonly title: string;
  readonly constraints?: JourneyConstraints;
  readonly fails: (journey: Journey) => boolean;
  readonly minimum: Journey;
  readonly tries: Case<Journey>['tries'];
}

const START = '2024-09-12T00:00:00Z';
const SOON = '2024-09-12T00:05:00Z';

const cases: readonly JourneyCase[] = [
  {
    title: 'a step that follows an anxious one and is not completed',
    fails: some((step, before) => before?.emotional_state === 'anxious' && step.completion_status !== 'completed'),
    minimum: told(['register', START, 'anxious'], ['assess', SOON, 'tense', 'skipped']),
    tries: { median: 30, max: 70 },
  },
  {
    title: 'the same of somebody who is anxious later: the shortest legal prefix that contains the two',
    constraints: { persona: 'doubter', impact: 'strong' },
    fails: some((step, before) => before?.emotional_state === 'anxious' && step.completion_status === 'abandoned'),
    minimum: told(
      ['register', START, 'calm'],
      ['assess', SOON, 'anxious'],
      ['call', '2024-09-12T01:05:00Z', 'tense', 'abandoned'],
    ),
    tries: { median: 30, max: 50 },
  },
  {
    title: 'two tense steps',
    fails: (steps) => steps.filter((step) => step.emotional_state === 'tense').length >= 2,
    minimum: told(['register', START, 'tense'], ['assess', SOON, 'tense']),
    tries: { median: 20, max: 45 },
  },
  {
    title: 'more than five days between two steps',
    fails: some((step, before) => before !== undefined && seconds(step) - seconds(before) > 5 * 86400),
    minimum: told(['register', START, 'calm'], ['assess', '2024-09-17T00:00:01Z', 'calm']),
    tries: { median: 25, max: 45 },
  },
  {
    title: 'more than twenty days from the first step to the last',
    fails: (steps) => daysBetween(steps[0]!.timestamp, steps.at(-1)!.timestamp) > 20,
    minimum: told(
      ['register', START, 'calm'],
      ['assess', '2024-09-23T00:00:00Z', 'calm'],
      ['call', '2024-10-03T00:00:00Z', 'calm'],
    ),
    tries: { median: 65, max: 125 },
  },
  {
    title: 'a planned step',
    fails: some((step) => step.completion_status === 'planned'),
    minimum: told(['register', '2025-03-18T00:00:00Z', 'calm'], ['assess', '2025-04-01T00:00:00Z', 'calm', 'planned']),
    tries: { median: 16, max: 25 },
  },
  {
    title: 'a step that is still in progress',
    fails: some((step) => step.completion_status === 'in_progress'),
    minimum: told(['register', '2025-03-01T23:59:59Z', 'calm', 'in_progress']),
    tries: { median: 8, max: 12 },
  },
  {
    title: 'two reminders',
    fails: (steps) => steps.filter(({ step }) => step === 'remind').length >= 2,
    minimum: told(
      ['register', START, 'calm'],
      ['assess', SOON, 'calm'],
      ['plan', '2024-09-13T00:00:00Z', 'calm'],
      ['remind', '2024-09-20T00:00:00Z', 'calm'],
      ['remind', '2024-09-27T00:00:00Z', 'calm'],
    ),
    tries: { median: 65, max: 160 },
  },
  {
    title: 'a step in March',
    fails: some((step) => step.timestamp >= '2025-03'),
    minimum: told(['register', '2025-03-01T00:00:00Z', 'calm']),
    tries: { median: 30, max: 35 },
  },
  {
    title: 'more than some odd time between two steps',
    fails: some((step, before) => before !== undefined && seconds(step) - seconds(before) > 123_456),
    minimum: told(['register', START, 'calm'], ['assess', '2024-09-13T10:17:37Z', 'calm']),
    tries: { median: 60, max: 85 },
  },
  {
    title: 'two odd times between three steps',
    fails: some(
      (step, before, [first, second]) =>
        before !== undefined &&
        before === second &&
        seconds(before) - seconds(first!) > 123_456 &&
        seconds(step) - seconds(before) > 234_567,
    ),
    minimum: told(
      ['register', START, 'calm'],
      ['assess', '2024-09-13T10:17:37Z', 'calm'],
      ['call', '2024-09-16T03:27:05Z', 'calm'],
    ),
    tries: { median: 165, max: 230 },
  },
  {
    title: 'a step that is not completed after an anxious one, where planned ones cannot come soon',
    constraints: { cause: '2025-03-10' },
    fails: some((step, before) => before?.emotional_state === 'anxious' && step.completion_status !== 'completed'),
    minimum: told(
      ['register', '2025-03-10T00:00:00Z', 'anxious'],
      ['assess', '2025-03-10T00:05:00Z', 'tense', 'skipped'],
    ),
    tries: { median: 35, max: 80 },
  },
  {
    title: 'anything at all',
    fails: () => true,
    minimum: told(['register', START, 'calm']),
    tries: { median: 5, max: 6 },
  },
];

describe('the smallest failing journey', { timeout: 120_000 }, () => {
  for (const { title, constraints, fails, minimum, tries } of cases) {
    const held: Case<Journey> = { arbitrary: journey(onboarding, constraints), fails, minimum, tries };
    it(`is the simplest with ${title}, from every seed`, () => expectMinimum(held));
    it(`is the simplest with ${title}, from JSON`, () => expectMinimum(held, (seed) => foreignFailure(held, seed)));
  }
});
