import type { Grouping, Measure, Study, StudyNeed } from '../../domain/index.js';
import { completionStatuses } from '../../journey/index.js';
import type { CollectionTally, GroupTally, Vocabulary } from '../tally/index.js';
import { labelOrder } from './shares.js';

/** What is shown of every group of some records, and in which order: the same for all of them, so that they can be compared. */
export interface Frame {
  readonly words: Vocabulary;
  /** Fact → its labels. */
  readonly facts: ReadonlyMap<string, readonly string[]>;
  readonly measures: readonly string[];
  readonly needs: readonly string[];
  /** Undefined where the records hold no journeys. */
  readonly journey: JourneyFrame | undefined;
}

export interface JourneyFrame {
  readonly emotions: readonly string[];
  readonly outcomes: readonly string[];
  readonly statuses: readonly string[];
  /** Empty for journeys of several kinds. */
  readonly steps: readonly string[];
}

/** The frame of the records of some collections; `whole` is what was counted of all of them. */
export function frameOf(words: Vocabulary, tallies: readonly CollectionTally[], whole: GroupTally): Frame {
  const studies = tallies.map(({ study }) => study);
  const facts = byId(studies.flatMap((study) => study.facts));
  return {
    words,
    facts: new Map(
      [...facts].map(([id, same]) => {
        const place = words.fact(id);
        return [id, labelOrder(declaredOf(same), words.factLabels[place]!, whole.facts[place]?.places() ?? [])];
      }),
    ),
    measures: [...byId<Measure<object>>(studies.flatMap((study) => study.measures)).keys()],
    needs: [...byId<StudyNeed<object>>(studies.flatMap((study) => study.needs)).keys()],
    journey: studies.some(({ journey }) => journey !== undefined) ? journeyFrame(words, tallies, whole) : undefined,
  };
}

/** The labels of a grouping in the order in which they are shown; `places` are those of the labels that records have. */
export function groupLabels(
  words: Vocabulary,
  studies: readonly Study[],
  id: string,
  places: readonly number[],
): string[] {
  const same = studies.flatMap(({ groupings }) => groupings.filter((one) => one.id === id));
  return labelOrder(declaredOf(same), words.groupLabels[words.grouping(id)]!, places);
}

function journeyFrame(
  { emotions, outcomes, statuses, steps }: Vocabulary,
  tallies: readonly CollectionTally[],
  { journey }: GroupTally,
): JourneyFrame {
  const graphs = tallies.flatMap(({ study }) => (study.journey === undefined ? [] : [study.journey.graph]));
  const places = journey.steps.flatMap((tally, place) => (tally === undefined ? [] : [place]));
  const met = places.flatMap((place) => journey.steps[place]?.statuses.places() ?? []);
  return {
    emotions: labelOrder(
      graphs.flatMap((graph) => graph.emotions),
      emotions,
      journey.emotions.places(),
    ),
    outcomes: [...new Set(tallies.flatMap((tally) => outcomePlaces(tally, outcomes)))],
    statuses: labelOrder(completionStatuses, statuses, met),
    steps: graphs.length === 1 ? labelOrder([...graphs[0]!.steps.keys()], steps, places) : [],
  };
}

function outcomePlaces({ outcomePlaces: first }: CollectionTally, words: Vocabulary['outcomes']): string[] {
  const placed = [...first].map(([outcome, place]) => ({ name: words.word(outcome), place }));
  return placed.sort((a, b) => a.place - b.place || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
}

function declaredOf(same: readonly Grouping<object>[]): readonly string[] {
  return same.flatMap(({ labels = [] }) => labels);
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of list) found.set(one.id, [...(found.get(one.id) ?? []), one]);
  return found;
}
