import type { Ending, OutcomeResult, Traits } from './Traits.js';

/** Which records a figure is about, as plain data; every condition that is named must hold. */
export interface Where {
  /** Default: any. */
  readonly collection?: string;
  /** Label by grouping. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Label by fact. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Bounds by measure, both included. */
  readonly measures?: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;
  readonly need?: string;
  readonly endings?: readonly Ending[];
  /** Bounds of the journey's days, both included. */
  readonly days?: { readonly min?: number; readonly max?: number };
  readonly lost_at?: string;
  /** Some step of the journey is this one, with one of the statuses and one of the emotions where they are named. */
  readonly step?: {
    readonly name?: string;
    readonly statuses?: readonly string[];
    readonly emotions?: readonly string[];
  };
  /** Some emotion is followed by another from a step to the next. */
  readonly transition?: { readonly from: string; readonly to: string };
  /** The journey came to this step: it stands in it, or it stopped in front of it. */
  readonly reached?: string;
  /** Some step is followed by another, or is the last one of a journey with this ending. */
  readonly flow?: { readonly from: string; readonly to: string };
  readonly outcome?: { readonly name: string; readonly results: readonly OutcomeResult[] };
}

/** Whether a record is among those that a figure is about. */
export function matches(where: Where, traits: Traits): boolean {
  const { collection, groups, facts, measures, need } = where;
  return (
    (collection === undefined || collection === traits.collection) &&
    (groups === undefined || Object.entries(groups).every(([id, label]) => traits.groups[id] === label)) &&
    (facts === undefined || Object.entries(facts).every(([id, label]) => traits.facts[id] === label)) &&
    (measures === undefined ||
      Object.entries(measures).every(([id, bounds]) => isWithin(traits.measures[id], bounds))) &&
    (need === undefined || traits.needs.includes(need)) &&
    matchesJourney(where, traits)
  );
}

function matchesJourney(where: Where, { journey }: Traits): boolean {
  const { endings, days, lost_at: lostAt, step, transition, reached, flow, outcome } = where;
  if (journey === undefined) {
    return [endings, days, lostAt, step, transition, reached, flow, outcome].every((one) => one === undefined);
  }
  const { steps, outcomes } = journey;
  const result = outcome === undefined ? undefined : outcomes[outcome.name];
  return (
    (endings === undefined || endings.includes(journey.ending)) &&
    (days === undefined || isWithin(journey.days, days)) &&
    (lostAt === undefined || lostAt === journey.lost_at) &&
    (step === undefined ||
      steps.some(
        (one) =>
          (step.name === undefined || one.step === step.name) &&
          (step.statuses === undefined || step.statuses.includes(one.status)) &&
          (step.emotions === undefined || step.emotions.includes(one.emotion)),
      )) &&
    (transition === undefined ||
      steps.some(({ emotion }, index) => emotion === transition.to && steps[index - 1]?.emotion === transition.from)) &&
    (reached === undefined || reached === journey.lost_at || steps.some((one) => one.step === reached)) &&
    (flow === undefined ||
      steps.some((one, index) => one.step === flow.from && (steps[index + 1]?.step ?? journey.ending) === flow.to)) &&
    (outcome === undefined || (result !== undefined && outcome.results.includes(result)))
  );
}

function isWithin(
  value: number | null | undefined,
  { min = -Infinity, max = Infinity }: { readonly min?: number; readonly max?: number },
): boolean {
  return value !== undefined && value !== null && value >= min && value <= max;
}
