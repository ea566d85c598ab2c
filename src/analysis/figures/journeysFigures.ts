import type { GroupFigures } from '../Analysis.js';
import { COLLECTION } from '../tally/index.js';
import type { CollectionTally, GroupTallies, Vocabulary } from '../tally/index.js';
import { frameOf, groupLabels } from './Frame.js';
import { groupsOf } from './groupFigures.js';

/** What is said of the journeys of all kinds together; empty where there are none. */
export function journeysFigures(
  groups: GroupTallies,
  tallies: readonly CollectionTally[],
  words: Vocabulary,
): GroupFigures[] {
  if (groups.all.records === 0) return [];
  const studies = tallies.map(({ study }) => study);
  const groupings = groups.groupings.map((place) => {
    const id = words.groupings.word(place);
    const labels =
      id === COLLECTION
        ? studies.map(({ collection }) => collection)
        : groupLabels(words, studies, id, groups.labelsOf(place));
    return { id, labels };
  });
  return groupsOf(groups, { ...frameOf(words, tallies, groups.all) }, groupings).filter(({ records }) => records > 0);
}
