import type { Study } from '../../domain/index.js';
import type { CollectionFigures, GroupFigures } from '../Analysis.js';
import type { About } from '../BehindOf.js';
import { isShare, valueOf } from '../differenceOf.js';
import type { Figure, Side } from '../differenceOf.js';
import { isAdverse, kindNames, kinds, wholeOf } from './kinds.js';
import type { Kind } from './kinds.js';
import { daysOfOthers, shareOfOthers } from './others.js';

/** A group has to have so many trials, and the others too, for their shares to be compared. */
const FEWEST_TRIALS = 10;

/** A group and all others of its collection, by one figure. */
export interface Question {
  readonly about: About;
  readonly group: Side;
  readonly others: Side;
}

/**
 * Every comparison that is worth making.
 *
 * What is left out, is left out without a look at how far the two sides lie apart, so that the correction for the number of
 * comparisons holds: groups that are too small, shares of which all are hits or none, needs that are made of
 * the grouping, and needs of people who were asked in an earlier collection.
 */
export function questionsOf(collections: readonly CollectionFigures[], studies: readonly Study[]): readonly Question[] {
  const asked = needsAsked(collections, studies);
  return collections.flatMap((figures) => {
    const { collection } = figures;
    const needs = studies.find((study) => study.collection === collection)?.needs ?? [];
    const whole = wholeOf(figures);
    if (whole === undefined) return [];
    return groupingsOf(figures).flatMap((groups) =>
      kindNames.flatMap((kind) =>
        kinds[kind]
          .subjects(whole, collection)
          .filter(
            (subject) =>
              kind !== 'need' || (asked.get(subject) === collection && !isDefinition(subject, groups, needs)),
          )
          .flatMap((subject) =>
            withoutMirror(groups.flatMap((group) => question({ collection, kind, subject, whole, group }))),
          ),
      ),
    );
  });
}

/** The labels of each grouping. */
function groupingsOf({ groups }: CollectionFigures): readonly (readonly GroupFigures[])[] {
  const ids = [...new Set(groups.map(({ grouping }) => grouping))].filter((id) => id !== 'all');
  return ids.map((id) => groups.filter(({ grouping }) => grouping === id));
}

/** Whether a need is made of what the groups are made of, as raised risk is of the level of risk. */
function isDefinition(need: string, groups: readonly GroupFigures[], needs: Study['needs']): boolean {
  const grouping = groups[0]?.grouping ?? '';
  return needs.some(({ id, definedBy = [] }) => id === need && definedBy.includes(grouping));
}

interface Asked extends Pick<About, 'collection' | 'kind' | 'subject'> {
  readonly whole: GroupFigures;
  readonly group: GroupFigures;
}

/** Empty where the question cannot be answered. */
function question({ collection, kind, subject, whole, group }: Asked): Question[] {
  const { read, journeys }: Kind = kinds[kind];
  const [all, own] = [read(whole, subject), read(group, subject)];
  if (all === undefined || own === undefined) return [];
  const others = othersOf(all, own);
  if (others === undefined || !isLargeEnough(own, others)) return [];
  const [ofAll, ofOwn] = [journeys?.(whole, subject), journeys?.(group, subject)];
  return [
    {
      about: { collection, grouping: group.grouping, label: group.label, kind, subject },
      group: { figure: own, journeys: ofOwn },
      others: { figure: others, journeys: ofAll === undefined || ofOwn === undefined ? undefined : ofAll - ofOwn },
    },
  ];
}

function othersOf(whole: Figure, group: Figure): Figure | undefined {
  if (isShare(whole)) return isShare(group) ? shareOfOthers(whole, group) : undefined;
  return isShare(group) ? undefined : daysOfOthers(whole, group);
}

/** Of days it is asked with the test of their means. */
function isLargeEnough(group: Figure, others: Figure): boolean {
  return !isShare(group) || !isShare(others) || Math.min(group.trials, others.trials) >= FEWEST_TRIALS;
}

/** Of two groups that are each other's others, the one that does worse: the other one would say the same again. */
function withoutMirror(questions: readonly Question[]): readonly Question[] {
  const [first, second] = questions;
  if (questions.length !== 2 || first === undefined || second === undefined) return questions;
  if (sizeOf(first.group) !== sizeOf(second.others)) return questions;
  return [
    isAdverse(second.about.kind, (valueOf(second.group.figure) ?? 0) - (valueOf(second.others.figure) ?? 0))
      ? second
      : first,
  ];
}

function sizeOf({ figure }: Side): number {
  return isShare(figure) ? figure.trials : figure.count;
}

/** Need → the first collection that has it: later ones hold the same people. */
export function needsAsked(
  collections: readonly CollectionFigures[],
  studies: readonly Study[],
): ReadonlyMap<string, string> {
  const asked = new Map<string, string>();
  const names = new Set(collections.map(({ collection }) => collection));
  for (const { collection, needs } of studies) {
    if (!names.has(collection)) continue;
    for (const { id } of needs) if (!asked.has(id)) asked.set(id, collection);
  }
  return asked;
}
