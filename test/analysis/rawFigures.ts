/*
 * The figures of a group, counted once more: from the records as they stand, one figure after another, with the deadlines of the
 * three types of scenario written down once more. Nothing of the analysis is used.
 */
import type { Customer, Scenario } from '../../arbitraries/index.js';

export type Raw = Customer | Scenario;

/** Step → the one that follows, and how many days after which step it has to be begun. */
const following: Readonly<Record<string, { readonly next: string; readonly from: string; readonly days: number }>> = {
  initial_registration: { next: 'risk_assessment', from: 'initial_registration', days: 14 },
  risk_assessment: { next: 'prevention_plan', from: 'risk_assessment', days: 30 },
  event_trigger: { next: 'support_plan', from: 'event_trigger', days: 14 },
  support_plan: { next: 'follow_up', from: 'event_trigger', days: 90 },
  risk_awareness: { next: 'barrier_identification', from: 'risk_awareness', days: 21 },
  barrier_identification: { next: 'action_planning', from: 'barrier_identification', days: 30 },
};

const seldomReached: Readonly<Record<string, readonly string[]>> = {
  'first_time_user screening_scheduling': ['structured_system_seeker', 'healthcare_professional'],
  'life_transition follow_up_completion': ['structured_system_seeker', 'healthcare_professional'],
  'prevention_conversion screening_scheduling': ['structured_system_seeker'],
};

const stepOfOutcome: Readonly<Record<string, string>> = {
  'first_time_user risk_assessment_completion': 'risk_assessment',
  'first_time_user prevention_plan_creation': 'prevention_plan',
  'first_time_user screening_scheduling': 'prevention_plan',
  'life_transition support_plan_creation': 'support_plan',
  'life_transition prevention_plan_update': 'follow_up',
  'life_transition follow_up_completion': 'follow_up',
  'prevention_conversion risk_awareness_completion': 'risk_awareness',
  'prevention_conversion barrier_identification': 'barrier_identification',
  'prevention_conversion screening_scheduling': 'action_planning',
};

export function personaOf(one: Raw): string {
  return 'user' in one ? one.user.persona_type : one.persona_type;
}

export function ageOf(one: Raw): number {
  return 'user' in one ? one.user.age : one.core.age;
}

export function riskOf(one: Raw): string {
  return 'user' in one ? one.user.risk_level : one.health.risk.level;
}

/** Whether a record is in a group of the analysis. */
export function isIn(grouping: string, label: string, one: Raw): boolean {
  if (grouping === 'all') return true;
  if (grouping === 'persona') return personaOf(one) === label;
  if (grouping === 'risk_level') return riskOf(one) === label;
  if (grouping === 'age_band') return `${String(ageOf(one))[0]}0s` === label;
  if (grouping === 'collection') return 'scenario_type' in one && one.scenario_type === label;
  throw new Error(`no such grouping: ${grouping}`);
}

const dayOf = (time: string): number => Date.parse(time) / 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.round(((Date.parse(to) - Date.parse(from)) / 86_400_000) * 1000) / 1000;

export function endOf({ journey }: Scenario, asOf: string): { ending: string; lostAt: string | null } {
  const last = journey.at(-1)!;
  if (last.completion_status === 'abandoned') return { ending: 'abandoned', lostAt: last.step };
  if (last.completion_status === 'planned' || last.completion_status === 'in_progress')
    return { ending: 'open', lostAt: null };
  const after = following[last.step];
  if (after === undefined) return { ending: 'finished', lostAt: null };
  const due = dayOf(journey.find(({ step }) => step === after.from)!.timestamp) + after.days;
  return due >= dayOf(`${asOf}T23:59:59Z`)
    ? { ending: 'open', lostAt: null }
    : { ending: 'stopped', lostAt: after.next };
}

export function daysOf({ journey }: Scenario): number {
  return daysBetween(journey[0]!.timestamp, journey.at(-1)!.timestamp);
}

/** R's default. */
export function quantile(sorted: readonly number[], part: number): number {
  const rank = part * (sorted.length - 1);
  const low = sorted[Math.floor(rank)]!;
  return low + (sorted[Math.ceil(rank)]! - low) * (rank - Math.floor(rank));
}

/** All that is said of numbers. */
export function glance(values: readonly number[]): object {
  if (values.length === 0) {
    const [min, q1, median, q3, max, mean, sd] = [null, null, null, null, null, null, null];
    return { count: 0, min, q1, median, q3, max, mean, sd, exact: true };
  }
  const sorted = [...values].sort((a, b) => a - b);
  const mean = values.reduce((a, b) => a + b) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    count: values.length,
    min: sorted[0],
    q1: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    q3: quantile(sorted, 0.75),
    max: sorted.at(-1),
    mean,
    sd: values.length < 2 ? null : Math.sqrt(squares / (values.length - 1)),
    exact: true,
  };
}

export interface RawJourneys {
  readonly journeys: number;
  readonly endings: readonly number[];
  readonly tense: number;
  readonly visits: number;
  readonly anxiousAfterEngaged: number;
  readonly afterEngaged: number;
  readonly duration: object;
  readonly outcomes: readonly object[];
  readonly steps: readonly { readonly gaps: object }[];
}

/** The journeys of a group. */
export function rawJourneys(group: readonly Scenario[], steps: readonly string[], asOf: string): RawJourneys {
  const ends = group.map((one) => endOf(one, asOf));
  const count = <T>(list: readonly T[], test: (one: T) => boolean): number => list.filter(test).length;
  const visits = group.flatMap(({ journey }) => journey);
  const isTense = (emotion: string): boolean => emotion === 'anxious' || emotion === 'concerned';
  const pairs = group.flatMap(({ journey }) => journey.slice(1).map((one, index) => [journey[index]!, one] as const));
  const outcomes = Object.keys(group[0]?.expected_outcomes ?? {});
  return {
    journeys: group.length,
    endings: ['finished', 'open', 'abandoned', 'stopped'].map((label) => count(ends, ({ ending }) => ending === label)),
    tense: count(visits, ({ emotional_state }) => isTense(emotional_state)),
    visits: visits.length,
    anxiousAfterEngaged: count(pairs, ([a, b]) => a.emotional_state === 'engaged' && b.emotional_state === 'anxious'),
    afterEngaged: count(pairs, ([a]) => a.emotional_state === 'engaged'),
    duration: glance(group.filter((_, index) => ends[index]!.ending === 'finished').map(daysOf)),
    outcomes: outcomes.map((outcome) => rawOutcome(group, outcome)),
    steps: steps.map((step) => {
      const there = group.filter(({ journey }) => journey.some((one) => one.step === step));
      const lost = count(ends, ({ lostAt }) => lostAt === step);
      const inFront = count(ends, ({ ending, lostAt }) => ending === 'stopped' && lostAt === step);
      const taken = visits.filter((one) => one.step === step);
      return {
        reached: there.length + inFront,
        lost,
        completed: count(taken, ({ completion_status }) => completion_status === 'completed'),
        skipped: count(taken, ({ completion_status }) => completion_status === 'skipped'),
        tense: count(taken, ({ emotional_state }) => isTense(emotional_state)),
        anxious: count(taken, ({ emotional_state }) => emotional_state === 'anxious'),
        gaps: glance(
          pairs
            .filter(([, b]) => b.step === step && b.completion_status !== 'planned')
            .filter(([a]) => a.completion_status !== 'planned')
            .map(([a, b]) => daysBetween(a.timestamp, b.timestamp)),
        ),
      };
    }),
  };
}

function rawOutcome(group: readonly Scenario[], outcome: string): object {
  const key = (one: Scenario): string => `${one.scenario_type} ${outcome}`;
  const isDone = (one: Scenario): boolean =>
    one.journey.some(
      ({ step, completion_status }) => step === stepOfOutcome[key(one)] && completion_status === 'completed',
    );
  const expected = group.filter(({ expected_outcomes }) => expected_outcomes[outcome] === true);
  const others = group.filter(({ expected_outcomes }) => expected_outcomes[outcome] !== true);
  return {
    outcome,
    expected: expected.length,
    reached: expected.filter(isDone).length,
    beyond: others.filter((one) => isDone(one) && seldomReached[key(one)] === undefined).length,
  };
}

/** Pearson's correlation by its definition. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((x, y) => x + y, 0) / list.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (term: (index: number) => number): number => a.reduce((total, _, index) => total + term(index), 0);
  const product = sum((index) => (a[index]! - meanA) * (b[index]! - meanB));
  return product / Math.sqrt(sum((index) => (a[index]! - meanA) ** 2) * sum((index) => (b[index]! - meanB) ** 2));
}
