import { isoToDay, isoToSecond, looseIsoToSecond, SECONDS_A_DAY } from '../arbitrary/index.js';
import type { JourneyOutcome, JourneyStudy, Study } from '../domain/index.js';
import type { Journey, JourneyGraph, JourneyStep } from '../journey/index.js';
import type { Ending, JourneyTraits, OutcomeResult, StepTraits, Traits } from './Traits.js';

const DONE: ReadonlySet<string> = new Set(['completed', 'skipped']);

/**
 * What an analysis sees of a record whose shape is right.
 *
 * @param asOf - reference date, `YYYY-MM-DD`: what is open was watched up to its end.
 */
export function traitsOf(study: Study, record: object, asOf: string): Traits {
  const { collection, groupings, facts, measures, needs, journey } = study;
  return {
    collection,
    person: study.personOf(record),
    name: study.nameOf(record),
    groups: labelsOf(groupings, record),
    facts: labelsOf(facts, record),
    measures: numbersOf(measures, record),
    needs: needs.filter(({ of }) => of(record)).map(({ id }) => id),
    ...(journey !== undefined && { journey: journeyTraits(journey, record, asOf) }),
  };
}

function labelsOf(groupings: Study['groupings'], record: object): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { id, of } of groupings) {
    const label = of(record);
    if (label !== undefined) labels[id] = label;
  }
  return labels;
}

/** What is no number, such as a quotient by nothing, is left out. */
function numbersOf(measures: Study['measures'], record: object): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const { id, of } of measures) {
    const value = of(record);
    if (value !== undefined && Number.isFinite(value)) numbers[id] = value;
  }
  return numbers;
}

function journeyTraits(study: JourneyStudy<object>, record: object, asOf: string): JourneyTraits {
  const journey = study.of(record);
  const until = (isoToDay(asOf) ?? NaN) * SECONDS_A_DAY + SECONDS_A_DAY - 1;
  const { ending, lostAt } = endOf(study.graph, journey, until);
  return {
    steps: journey.map((step, index) => stepTraits(step, journey[index - 1])),
    ending,
    lost_at: lostAt,
    days: daysOf(journey, ending, until),
    outcomes: Object.fromEntries(Object.entries(study.outcomesOf(record)).map(([name, one]) => [name, resultOf(one)])),
  };
}

function stepTraits(
  { step, timestamp, emotional_state, completion_status }: JourneyStep,
  before?: JourneyStep,
): StepTraits {
  const isPlan = completion_status === 'planned' || before?.completion_status === 'planned';
  return {
    step,
    status: completion_status,
    emotion: emotional_state,
    gap_days: before === undefined || isPlan ? null : daysBetween(secondsOf(before.timestamp), secondsOf(timestamp)),
  };
}

function resultOf({ expected, reached }: JourneyOutcome): OutcomeResult {
  if (expected) return reached ? 'reached' : 'missed';
  return reached ? 'beyond' : 'none';
}

interface End {
  readonly ending: Ending;
  readonly lostAt: string | null;
}

function endOf(graph: JourneyGraph, journey: Journey, until: number): End {
  const last = journey.at(-1);
  if (last === undefined) return { ending: 'stopped', lostAt: null };
  const { step, completion_status: status } = last;
  if (status === 'abandoned') return { ending: 'abandoned', lostAt: step };
  if (!DONE.has(status)) return { ending: 'open', lostAt: null };
  const node = graph.steps.get(step);
  if (node === undefined || node.edges.length === 0 || node.endShare > 0) return { ending: 'finished', lostAt: null };
  const next = node.edges.map(({ to }) => to);
  if (next.some((to) => lastStart(graph, journey, to) >= until)) return { ending: 'open', lostAt: null };
  return { ending: 'stopped', lostAt: next.length === 1 ? next[0]! : step };
}

/** When a step has to be begun at the latest, as far as the journey tells: gaps from its cause do not count. */
function lastStart(graph: JourneyGraph, journey: Journey, to: string): number {
  const limits = (graph.steps.get(to)?.gaps ?? []).flatMap(({ from, max }) => {
    const place = from === 'previous' ? journey.at(-1) : journey.findLast(({ step }) => step === from);
    return place === undefined || from === 'cause' ? [] : [secondsOf(place.timestamp) + max];
  });
  return Math.min(...limits, Infinity) === Infinity
    ? secondsOf(journey.at(-1)!.timestamp) + graph.openSeconds
    : Math.min(...limits);
}

function daysOf(journey: Journey, ending: Ending, until: number): number | null {
  const first = journey[0];
  const last = journey.at(-1);
  if (first === undefined || last === undefined) return null;
  let before = -Infinity;
  for (const { completion_status: status, timestamp } of journey) {
    if (status === 'planned') continue;
    const time = secondsOf(timestamp);
    if (!(time >= before)) return null;
    before = time;
  }
  // A journey of planned steps alone has not begun.
  return daysBetween(secondsOf(first.timestamp), ending === 'open' ? until : secondsOf(last.timestamp));
}

/** To a thousandth; null where the second is earlier, or one of them is no time. */
function daysBetween(from: number, to: number): number | null {
  return to >= from ? Math.round(((to - from) / SECONDS_A_DAY) * 1000) / 1000 : null;
}

/** A time without a zone is read as UTC, whatever the zone of the machine. */
function secondsOf(timestamp: string): number {
  return isoToSecond(timestamp) ?? looseIsoToSecond(timestamp) ?? NaN;
}
