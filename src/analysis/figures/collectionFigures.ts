import type { CollectionFigures, Correlations, CrossTable, TargetFigure } from '../Analysis.js';
import { shareOf } from '../shareOf.js';
import type { CollectionTally, CrossTally, Vocabulary } from '../tally/index.js';
import { frameOf, groupLabels } from './Frame.js';
import { groupsOf } from './groupFigures.js';

/** What is said of a collection. */
export function collectionFigures(tally: CollectionTally, words: Vocabulary): CollectionFigures {
  const { study, groups, records } = tally;
  const labelsOf = (grouping: number): string[] =>
    groupLabels(words, [study], words.groupings.word(grouping), groups.labelsOf(grouping));
  const groupings = groups.groupings.map((place) => ({ id: words.groupings.word(place), labels: labelsOf(place) }));
  return {
    collection: study.collection,
    title: study.title,
    records,
    targets: targetsOf(tally),
    groups: groupsOf(groups, frameOf(words, [tally], groups.all), groupings),
    crosses: tally.crosses.map((cross) => crossTable(cross, words, labelsOf)),
    correlations: correlationsOf(tally),
  };
}

function targetsOf({ collection, margins }: CollectionTally): TargetFigure[] {
  return margins.flatMap(({ margin, words, counts }) =>
    Object.entries(collection.targets[margin] ?? {}).map(([label, target]) => ({
      margin,
      target,
      label,
      ...shareOf({ hits: counts.of(words.find(label)), trials: counts.total }),
    })),
  );
}

function crossTable(
  { rows, columns, counts }: CrossTally,
  words: Vocabulary,
  labelsOf: (grouping: number) => string[],
): CrossTable {
  const [rowLabels, columnLabels] = [labelsOf(rows), labelsOf(columns)];
  const place = (grouping: number, label: string): number | undefined => words.groupLabels[grouping]!.find(label);
  return {
    rows: words.groupings.word(rows),
    columns: words.groupings.word(columns),
    row_labels: rowLabels,
    column_labels: columnLabels,
    counts: rowLabels.map((row) => columnLabels.map((column) => counts.of(place(rows, row), place(columns, column)))),
  };
}

function correlationsOf({ study, correlations }: CollectionTally): Correlations {
  const ids = study.measures.map(({ id }) => id);
  return {
    measures: ids,
    values: ids.map((_, row) => ids.map((_id, column) => correlations.correlation(row, column))),
    counts: ids.map((_, row) => ids.map((_id, column) => correlations.count(row, column))),
  };
}
