import { holm } from '../../statistics/index.js';
import type { Finding, GroupFigures } from '../Analysis.js';
import type { About, BehindKind } from '../BehindOf.js';
import { differenceOf, leastOf } from '../differenceOf.js';
import type { Difference } from '../differenceOf.js';
import type { Judged, JudgeSettings } from './Judged.js';
import { isAdverse, kindNames, wholeOf } from './kinds.js';
import { questionsOf } from './questions.js';
import type { Question } from './questions.js';
import { statementOf } from './statementOf.js';

/** Weights that differ by less are the same one, worked out in another order. */
const SAME_WITHIN = 1e-9;

export interface Found {
  readonly findings: readonly Finding[];
  readonly comparisons: number;
}

/** A question whose answer is a finding. */
interface Answered extends Question, Difference {
  readonly adjusted: number;
  readonly adverse: boolean;
  /** The effect that is left at the end of the interval that lies next to none, in units of `SAME_WITHIN`. */
  readonly weight: number;
}

/**
 * Groups that differ from all others by more than chance and by enough to matter, the most weighty first.
 *
 * Chance: Holm's correction over all comparisons, whatever they have to do with each other. Weight: the least that the
 * difference may be, in units of effect, so that a large difference of few people does not stand before a sure one.
 */
export function findingsOf(judged: Judged, { alpha, minEffect }: JudgeSettings): Found {
  const asked = questionsOf(judged.collections, judged.studies).flatMap((question) => {
    const answer = differenceOf(question.group, question.others, alpha);
    return answer === undefined ? [] : [{ ...question, ...answer }];
  });
  const adjusted = holm(asked.map(({ p }) => p));
  const answered = asked.flatMap((one, index): Answered[] => {
    if (!(adjusted[index]! < alpha && Math.abs(one.effect) >= minEffect)) return [];
    const { difference_interval: interval } = differenceOf(one.group, one.others, alpha / asked.length)!;
    return [
      {
        ...one,
        difference_interval: interval,
        adjusted: adjusted[index]!,
        adverse: isAdverse(one.about.kind, one.difference),
        weight: Math.round((Math.abs(one.effect / one.difference) * leastOf(interval)) / SAME_WITHIN),
      },
    ];
  });
  const kept = answered.filter((one) => !restates(one, answered, judged)).sort(byWeight);
  return { findings: kept.map((one, index) => asFinding(one, index + 1, judged)), comparisons: asked.length };
}

/** What tells of somebody doing worse comes first where the weights are the same, and then the plainer kind. */
function byWeight(a: Answered, b: Answered): number {
  return (
    b.weight - a.weight ||
    Number(b.adverse) - Number(a.adverse) ||
    kindNames.indexOf(a.about.kind) - kindNames.indexOf(b.about.kind) ||
    (idOf(a.about) < idOf(b.about) ? -1 : 1)
  );
}

/**
 * Whether an outcome is nothing but a step that was done, and it was already found where the group is lost, or that it
 * finishes less often: whoever is lost comes to no outcome, so it would be the same news again. Loss at a step and the end
 * of the journey both stay, since the one says where and the other how much of it there is.
 */
function restates(one: Answered, all: readonly Answered[], { collections }: Judged): boolean {
  const { kind, collection, grouping, label, subject } = one.about;
  if (kind !== 'outcome') return false;
  const isTold = all.some(
    ({ about, adverse }) =>
      (about.kind === 'drop-off' || about.kind === 'completion') &&
      about.collection === collection &&
      about.grouping === grouping &&
      about.label === label &&
      adverse === one.adverse,
  );
  const figures = collections.find((those) => those.collection === collection);
  const whole = figures && wholeOf(figures);
  const group = figures?.groups.find((those) => those.grouping === grouping && those.label === label);
  return isTold && whole !== undefined && group !== undefined && isStep(subject, whole, group);
}

/** Whether a step has the counts of an outcome, in the whole and in the group. */
function isStep(outcome: string, whole: GroupFigures, group: GroupFigures): boolean {
  const counts = (figures: GroupFigures): readonly string[] => {
    const { journey } = figures;
    const wanted = journey?.outcomes.find((one) => one.outcome === outcome)?.reached;
    return (journey?.steps ?? []).flatMap(({ step, completed, completed_of_reached: ofReached }) =>
      [completed, ofReached].flatMap(({ hits, trials }, index) =>
        hits === wanted?.hits && trials === wanted.trials ? [`${step}/${index}`] : [],
      ),
    );
  };
  const ofGroup = counts(group);
  return counts(whole).some((one) => ofGroup.includes(one));
}

function asFinding(one: Answered, rank: number, judged: Judged): Finding {
  const { about, group, others, difference, difference_interval, effect, p, adjusted, adverse } = one;
  const { kind, grouping, label, collection, subject } = about;
  const figures = {
    group: group.figure,
    others: others.figure,
    difference,
    difference_interval,
    effect,
    p,
    adjusted_p: adjusted,
  };
  return {
    id: idOf(about),
    kind,
    rank,
    statement: statementOf(about, figures, judged),
    grouping,
    label,
    collection,
    subject,
    adverse,
    figures,
    records: judged.behind(behindOf(about, adverse)),
  };
}

/**
 * Who does worse is lost, tense or in need, and those are the records behind it. Who does better is not: behind that stand
 * those who finished, or else the whole group.
 */
function behindOf(about: Answered['about'], adverse: boolean): About<BehindKind> {
  if (adverse || about.kind === 'duration') return about;
  return { ...about, kind: about.kind === 'completion' ? 'duration' : 'group' };
}

function idOf({ kind, collection, subject, grouping, label }: About): string {
  return [kind, collection, subject, grouping, label].join('/');
}
