import type { Behind } from './Analysis.js';
import type { About, BehindKind } from './BehindOf.js';
import { slotOf } from './tally/index.js';
import type { CollectionTally, GroupTally, Vocabulary } from './tally/index.js';
import type { Where } from './Where.js';

/** The condition that the records behind a statement fulfil, beside their group. */
const conditions = {
  completion: () => ({ endings: ['abandoned', 'stopped'] }),
  'drop-off': (step) => ({ lost_at: step }),
  tense: (step, tense) => ({ step: { name: step, emotions: tense } }),
  outcome: (name) => ({ outcome: { name, results: ['missed'] } }),
  duration: () => ({ endings: ['finished'] }),
  need: (need) => ({ need }),
  group: () => ({}),
} as const satisfies Record<BehindKind, (subject: string, tense: readonly string[]) => Where>;

/** The place of a subject among the words of its kind; undefined for one that no record has. */
const places = {
  completion: () => 0,
  'drop-off': ({ steps }, step) => steps.find(step),
  tense: ({ steps }, step) => steps.find(step),
  outcome: ({ outcomes }, name) => outcomes.find(name),
  duration: () => 0,
  need: ({ needs }, need) => needs.find(need),
  group: () => 0,
} as const satisfies Record<BehindKind, (words: Vocabulary, subject: string) => number | undefined>;

/** The records that a statement is about; see `BehindOf`. */
export function recordsBehind(about: About<BehindKind>, tally: CollectionTally | undefined, words: Vocabulary): Behind {
  const { collection, grouping, label, kind, subject } = about;
  const where: Where = {
    collection,
    ...(grouping !== 'all' && { groups: { [grouping]: label } }),
    ...conditions[kind](subject, tally?.study.journey?.tense ?? []),
  };
  const examples = groupIn(tally, about, words)?.examples;
  const place = places[kind](words, subject);
  if (examples === undefined || place === undefined) return { where, count: 0, first: [] };
  const slot = slotOf(kind, place);
  return { where, count: examples.count(slot), first: examples.first(slot) };
}

function groupIn(
  tally: CollectionTally | undefined,
  { grouping, label }: About<BehindKind>,
  words: Vocabulary,
): GroupTally | undefined {
  if (grouping === 'all') return tally?.groups.all;
  const place = words.groupings.find(grouping);
  return place === undefined ? undefined : tally?.groups.of(place, words.groupLabels[place]?.find(label));
}
