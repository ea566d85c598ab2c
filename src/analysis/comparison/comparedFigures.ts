import type { AnalysisTitles, CollectionFigures, GroupFigures } from '../Analysis.js';
import { takersOf } from '../differenceOf.js';
import type { Figure } from '../differenceOf.js';
import { plain } from '../words.js';

/** A figure that two data sets may both have. */
export interface ComparedFigure {
  readonly id: string;
  readonly title: string;
  readonly figure: Figure;
  /** How many journeys the trials come from, where one journey may give several. */
  readonly journeys?: number;
}

/** The labels of a whole: one that is missing has none of the trials. */
export interface Partition {
  readonly id: string;
  readonly trials: number;
  readonly hits: ReadonlyMap<string, number>;
  readonly journeys?: number;
  title(this: void, label: string): string;
}

/** What of a collection is compared with another data set: its whole, and by group where journeys get to and where not. */
export function figuresOf(figures: CollectionFigures, { of: titles }: AnalysisTitles): readonly ComparedFigure[] {
  const { collection, title, groups } = figures;
  const titleOf = (id: string): string => titles[id] ?? plain(id);
  return groups.flatMap((group) => {
    const { grouping, label } = group;
    const isWhole = grouping === 'all';
    const place = isWhole ? '' : `/${grouping}/${label}`;
    const who = isWhole ? title : `${title} of ${titleOf(grouping)} ${plain(label)}`;
    const one = (id: string, words: string, figure: Figure, journeys?: number): ComparedFigure => ({
      id: `${collection}/${id}${place}`,
      title: `${who}: ${words}`,
      figure,
      ...(journeys !== undefined && { journeys }),
    });
    const steps = (group.journey?.steps ?? []).flatMap((step) => [
      one(`step/${step.step}/completed`, `${plain(step.step)} completed`, step.completed),
      one(`step/${step.step}/drop_off`, `lost at ${plain(step.step)}`, step.drop_off),
      ...(isWhole
        ? [
            one(`step/${step.step}/tense`, `tense at ${plain(step.step)}`, step.tense, takersOf(step)),
            one(`step/${step.step}/gap_days`, `days before ${plain(step.step)}`, step.gap_days),
          ]
        : []),
    ]);
    if (!isWhole) return steps;
    return [
      ...Object.entries(group.needs).map(([need, share]) => one(`need/${need}`, titleOf(need), share)),
      ...steps,
      ...(group.journey?.outcomes ?? []).map(({ outcome, reached }) =>
        one(`outcome/${outcome}`, `expected ${plain(outcome)} reached`, reached),
      ),
      ...(group.journey === undefined ? [] : [one('duration_days', 'days to finish', group.journey.duration_days)]),
    ];
  });
}

/** The wholes of a collection whose labels are compared. */
export function partitionsOf(figures: CollectionFigures, { of: titles }: AnalysisTitles): readonly Partition[] {
  const { collection, title, groups, targets } = figures;
  const whole = groups.find(({ grouping }) => grouping === 'all');
  if (whole === undefined) return [];
  const titleOf = (id: string): string => titles[id] ?? plain(id);
  const named = (id: string, name: string, labels: Labels): Partition => ({
    id: `${collection}/${id}`,
    ...countsOf(labels),
    title: (label) => `${title}${name === '' ? '' : `, ${name}`}: ${plain(label)}`,
  });
  const groupings = [...new Set(groups.map(({ grouping }) => grouping))].filter((id) => id !== 'all');
  // A margin of the targets that records are grouped by, or that is a fact of them, is counted there.
  const margins = [...new Set(targets.map(({ margin }) => margin))].filter(
    (id) => !groupings.includes(id) && !Object.hasOwn(whole.facts, id),
  );
  return [
    ...groupings.map((id) => named(`group/${id}`, titleOf(id), sizesOf(groups, id, whole.records))),
    ...margins.map((id) =>
      named(
        `target/${id}`,
        titleOf(id),
        targets.filter(({ margin }) => margin === id),
      ),
    ),
    ...Object.entries(whole.facts).map(([id, labels]) => named(`fact/${id}`, titleOf(id), labels)),
    ...(whole.journey === undefined ? [] : [named('ending', '', whole.journey.endings)]),
    ...(whole.journey?.steps ?? []).map((step) => ({
      ...named(`step/${step.step}/emotion`, '', step.emotions),
      title: (label: string) => `${title}: ${plain(label)} at ${plain(step.step)}`,
      journeys: takersOf(step),
    })),
  ];
}

type Labels = readonly { readonly label: string; readonly hits: number; readonly trials: number }[];

function sizesOf(groups: readonly GroupFigures[], id: string, trials: number): Labels {
  return groups.flatMap(({ grouping, label, records }) => (grouping === id ? [{ label, hits: records, trials }] : []));
}

function countsOf(labels: Labels): Pick<Partition, 'trials' | 'hits'> {
  return { trials: labels[0]?.trials ?? 0, hits: new Map(labels.map(({ label, hits }) => [label, hits])) };
}
