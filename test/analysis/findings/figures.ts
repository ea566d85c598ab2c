import type {
  CollectionFigures,
  Distribution,
  Ending,
  GroupFigures,
  JourneyFigures,
  LabelShare,
  Share,
  StepFigures,
} from '../../../src/analysis/index.js';
import type { Judged } from '../../../src/analysis/findings/index.js';
import type { Study } from '../../../src/index.js';
import type { Source } from '../../../src/source/index.js';
import { shareInterval } from '../../../src/statistics/index.js';

/** A record as the tests tell it: its figures are counted here one by one, apart from the code under test. */
export interface Told {
  readonly groups: Readonly<Record<string, string>>;
  readonly needs?: readonly string[];
  readonly ending?: Ending;
  /** Steps that it took, and whether somebody was tense there. */
  readonly steps?: Readonly<Record<string, boolean>>;
  readonly lostAt?: string;
  readonly days?: number;
  /** Expected outcome → whether it was reached. */
  readonly outcomes?: Readonly<Record<string, boolean>>;
}

export interface Layout {
  readonly collection: string;
  readonly title?: string;
  readonly steps?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly needs?: readonly string[];
  /** Need → the groupings that it is made of. */
  readonly definedBy?: Readonly<Record<string, readonly string[]>>;
}

export function times(count: number, told: Told): Told[] {
  return Array.from({ length: count }, () => told);
}

export function share(hits: number, trials: number): Share {
  return { hits, trials, share: trials === 0 ? null : hits / trials, interval: shareInterval(hits, trials) };
}

export function daysOf(values: readonly number[]): Distribution {
  const count = values.length;
  const sorted = [...values].sort((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const at = (part: number): number | null => sorted[Math.floor((count - 1) * part)] ?? null;
  return {
    count,
    min: at(0),
    q1: at(0.25),
    median: at(0.5),
    q3: at(0.75),
    max: at(1),
    mean: count === 0 ? null : mean,
    sd: count < 2 ? null : Math.sqrt(squares / (count - 1)),
    exact: true,
  };
}

export function collectionOf(layout: Layout, records: readonly Told[]): CollectionFigures {
  const groupings = [...new Set(records.flatMap(({ groups }) => Object.keys(groups)))];
  return {
    collection: layout.collection,
    title: layout.title ?? layout.collection,
    records: records.length,
    targets: [],
    groups: [
      groupOf(layout, 'all', 'all', records),
      ...groupings.flatMap((id) =>
        [...new Set(records.flatMap(({ groups }) => groups[id] ?? []))].sort().map((label) =>
          groupOf(
            layout,
            id,
            label,
            records.filter(({ groups }) => groups[id] === label),
          ),
        ),
      ),
    ],
    crosses: [],
    correlations: { measures: [], values: [], counts: [] },
  };
}

function groupOf(
  { steps, outcomes = [], needs = [] }: Layout,
  grouping: string,
  label: string,
  records: readonly Told[],
): GroupFigures {
  return {
    grouping,
    label,
    records: records.length,
    facts: {},
    measures: {},
    needs: Object.fromEntries(
      needs.map((need) => [
        need,
        share(
          count(records, (one) => one.needs?.includes(need)),
          records.length,
        ),
      ]),
    ),
    ...(steps !== undefined && { journey: journeyOf(steps, outcomes, records) }),
  };
}

function journeyOf(steps: readonly string[], outcomes: readonly string[], records: readonly Told[]): JourneyFigures {
  const endings = (['finished', 'open', 'abandoned', 'stopped'] as const).map((label): LabelShare => ({
    label,
    ...share(
      count(records, ({ ending }) => ending === label),
      records.length,
    ),
  }));
  return {
    journeys: records.length,
    endings,
    emotions: [],
    tense: share(0, 0),
    transitions: [],
    duration_days: daysOf(
      records.flatMap(({ ending, days }) => (ending === 'finished' && days !== undefined ? [days] : [])),
    ),
    outcomes: outcomes.map((outcome) => {
      const expected = records.filter((one) => one.outcomes?.[outcome] !== undefined);
      const reached = count(expected, (one) => one.outcomes?.[outcome]);
      return { outcome, expected: expected.length, reached: share(reached, expected.length), beyond: 0 };
    }),
    completion_time: { journeys: records.length, median_days: null, points: [] },
    steps: steps.map((step) => stepOf(step, records)),
    flows: [],
  };
}

function stepOf(step: string, records: readonly Told[]): StepFigures {
  const takers = records.filter(({ steps = {} }) => step in steps);
  const reached = count(records, ({ steps = {}, lostAt }) => step in steps || lostAt === step);
  const completed = count(takers, ({ lostAt }) => lostAt !== step);
  const tense = count(takers, ({ steps }) => steps?.[step]);
  return {
    step,
    reached,
    statuses: { completed, abandoned: takers.length - completed },
    completed: share(completed, records.length),
    completed_of_reached: share(completed, reached),
    drop_off: share(
      count(records, ({ lostAt }) => lostAt === step),
      reached,
    ),
    emotions: [
      { label: 'calm', ...share(takers.length - tense, takers.length) },
      { label: 'anxious', ...share(tense, takers.length) },
    ],
    tense: share(tense, takers.length),
    gap_days: daysOf([]),
  };
}

function count(records: readonly Told[], holds: (one: Told) => boolean | undefined): number {
  return records.filter((one) => holds(one) === true).length;
}

/** A study that says no more than its judge asks for. */
export function studyOf(layout: Layout, advise?: Study['advise'], groupings: readonly string[] = []): Study {
  const { collection, title = collection, needs = [], steps, definedBy = {} } = layout;
  return {
    collection,
    title,
    personOf: () => '',
    nameOf: () => '',
    groupings: groupings.map((id) => ({ id, title: id, of: () => undefined })),
    facts: [],
    measures: [],
    needs: needs.map((id) => ({ id, title: id, definedBy: definedBy[id] ?? [], of: () => false })),
    ...(steps !== undefined && {
      journey: { tense: ['anxious', 'worn_out'] } as unknown as NonNullable<Study['journey']>,
    }),
    momentsOf: () => [],
    ...(advise !== undefined && { advise }),
  };
}

/** What is judged; the records behind a statement say what they were asked for. */
export function judgedOf(
  collections: readonly CollectionFigures[],
  studies: readonly Study[],
  titles: Readonly<Record<string, string>> = {},
): Judged {
  return {
    collections,
    journeys: [],
    titles: { of: titles, units: {} },
    studies,
    behind: ({ collection, grouping, label, kind, subject }) => ({
      where: { collection, groups: { [grouping]: label }, need: `${kind} ${subject}` },
      count: 0,
      first: [],
    }),
  };
}

export interface Chances {
  /** Chance of being lost at each step. */
  readonly lost?: (groups: Told['groups'], step: string) => number;
  readonly tense?: (groups: Told['groups'], step: string) => number;
  readonly days?: (groups: Told['groups'], source: Source) => number;
  readonly needs?: (groups: Told['groups'], need: string) => number;
}

/** A journey through the steps of a layout, by chance; every tenth is open where it stands. */
export function drawTold(source: Source, groups: Told['groups'], layout: Layout, chances: Chances = {}): Told {
  const {
    lost = () => 0.15,
    tense = () => 0.3,
    days = (_, from) => -10 * Math.log(1 - from.unit()),
    needs = () => 0.3,
  } = chances;
  const taken: Record<string, boolean> = {};
  let ending: Ending = 'finished';
  let lostAt: string | undefined;
  for (const step of layout.steps ?? []) {
    if (source.unit() < lost(groups, step)) {
      [ending, lostAt] = ['stopped', step];
      break;
    }
    taken[step] = source.unit() < tense(groups, step);
    if (source.unit() < 0.03) {
      ending = 'open';
      break;
    }
  }
  return {
    groups,
    ending,
    steps: taken,
    ...(lostAt !== undefined && { lostAt }),
    days: days(groups, source),
    needs: (layout.needs ?? []).filter((need) => source.unit() < needs(groups, need)),
    outcomes: Object.fromEntries((layout.outcomes ?? []).map((outcome) => [outcome, source.unit() < 0.6])),
  };
}
