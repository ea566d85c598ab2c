import type { GroupFigures } from '../Analysis.js';
import { shareOf } from '../shareOf.js';
import { Series } from '../tally/index.js';
import type { GroupTallies, GroupTally } from '../tally/index.js';
import type { Frame } from './Frame.js';
import { journeyFigures } from './journeyFigures.js';
import { labelShares } from './shares.js';

/** What is said of all records, and of every label of each grouping. */
export function groupsOf(
  tallies: GroupTallies,
  frame: Frame,
  groupings: readonly { readonly id: string; readonly labels: readonly string[] }[],
): GroupFigures[] {
  const { words } = frame;
  return [
    groupFigures('all', 'all', tallies.all, frame),
    ...groupings.flatMap(({ id, labels }) => {
      const grouping = words.grouping(id);
      return labels.map((label) =>
        groupFigures(id, label, tallies.of(grouping, words.groupLabels[grouping]!.find(label)), frame),
      );
    }),
  ];
}

function groupFigures(grouping: string, label: string, tally: GroupTally, frame: Frame): GroupFigures {
  const { words, facts, measures, needs, journey } = frame;
  return {
    grouping,
    label,
    records: tally.records,
    facts: Object.fromEntries(
      [...facts].map(([id, labels]) => {
        const place = words.fact(id);
        return [id, labelShares(words.factLabels[place]!, tally.facts[place], labels)];
      }),
    ),
    measures: Object.fromEntries(
      measures.map((id) => [id, (tally.measures[words.measures.place(id)] ?? new Series()).distribution()]),
    ),
    needs: Object.fromEntries(
      needs.map((id) => {
        const place = words.needs.find(id);
        return [id, shareOf({ hits: tally.needs.of(place), trials: tally.askedNeeds.of(place) })];
      }),
    ),
    ...(journey !== undefined && { journey: journeyFigures(tally.journey, words, journey) }),
  };
}
