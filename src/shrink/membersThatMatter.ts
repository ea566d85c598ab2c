/*
 * On which members does a failure hang?
 *
 * Idea: change a member alone and ask. A member that holds others is changed with all of them first, then to the simplest
 * that it could be; where the failure survives both, none of them is asked for. So the price is a few questions for each
 * member that matters, not one for each member there is. One change is not enough: where two members disagree, and both of
 * them are changed, they may well disagree again.
 *
 * The trap: what a member is changed to may fail as well, by chance. Every leaf therefore gets another value than it has, the
 * simplest one where that differs, since a smallest value that is not the simplest could not become it.
 */
import { isRecord, sameJson } from '../arbitrary/index.js';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import { Source } from '../source/index.js';
import { ABSENT, memberOf } from './Patch.js';
import { pointerOf } from './needs.js';
import { isHolder, simplestHolder, simplestOf } from './simplestMembers.js';

/** Drawn records in which another value is looked for. */
const EXAMPLES = 8;

type StillFails = (value: unknown) => Promise<boolean>;

/** The pointers of the members that matter, each as deep as the question goes. */
export async function membersThatMatter<T>(
  value: unknown,
  twin: T,
  arbitrary: KeyedArbitrary<T>,
  fails: StillFails,
): Promise<string[]> {
  const source = Source.of(0).child('other values');
  const others: readonly unknown[] = [
    simplestOf(arbitrary, twin),
    ...Array.from({ length: EXAMPLES }, (_, index) => arbitrary.draw(source.childAt(index))),
  ];
  if (!isHolder(value)) return (await survives(value, others, fails)) ? [] : [''];
  return inside(value, others, [], {
    ask: (path, changed) => fails(withMember(value, path, changed)),
    plainestList: (path) => simplestHolder(arbitrary, twin, path),
  });
}

interface Questions {
  readonly ask: (path: readonly string[], changed: unknown) => Promise<boolean>;
  /** The plainest list that is not empty, which the simplest record may have. */
  readonly plainestList: (path: readonly string[]) => unknown;
}

async function inside(
  holder: object,
  others: readonly unknown[],
  path: readonly string[],
  questions: Questions,
): Promise<string[]> {
  const { ask, plainestList } = questions;
  const found: string[] = [];
  for (const [key, member] of Object.entries(holder)) {
    if (member === undefined) continue;
    const at = [...path, key];
    const there = others.flatMap((other) => present(memberLike(holder, other, key)));
    if (!isHolder(member)) {
      if (!(await survives(member, there, (changed) => ask(at, changed)))) found.push(pointerOf(at));
      continue;
    }
    const plainest = there.slice(0, 1).filter((one) => !sameJson(one, member));
    if (await survivesAll([changedAll(member, there), ...plainest], (changed) => ask(at, changed))) continue;
    const like = Array.isArray(member) ? [...present(plainestList(at)), ...there] : there;
    const deeper = await inside(member, like, at, questions);
    found.push(...(deeper.length > 0 ? deeper : [pointerOf(at)]));
  }
  return found;
}

/** A few other values, one after another: a leaf matters where one of them makes the failure go. */
const MOST_OTHERS = 2;

async function survives(leaf: unknown, others: readonly unknown[], fails: StillFails): Promise<boolean> {
  return survivesAll(otherLeaves(leaf, others).slice(0, MOST_OTHERS), fails);
}

async function survivesAll(changes: readonly unknown[], fails: StillFails): Promise<boolean> {
  for (const changed of changes) if (!(await fails(changed))) return false;
  return true;
}

/** Other values for a leaf: those of other records, or plain ones where they all agree. */
function otherLeaves(leaf: unknown, others: readonly unknown[]): unknown[] {
  const found: unknown[] = [];
  for (const other of [...others, ...plainOthers(leaf)]) {
    if (!sameJson(other, leaf) && !found.some((one) => sameJson(one, other))) found.push(other);
  }
  return found;
}

function plainOthers(leaf: unknown): unknown[] {
  if (typeof leaf === 'number') return [leaf === 0 ? 1 : 0];
  if (typeof leaf === 'string') return [leaf === '' ? '?' : ''];
  if (typeof leaf === 'boolean') return [!leaf];
  return leaf === null ? [0] : [null];
}

/** A value with each of its leaves changed; lists are emptied. */
function changedAll(value: unknown, others: readonly unknown[]): unknown {
  if (Array.isArray(value) && value.length > 0) return [];
  if (!isRecord(value) || !isHolder(value)) return otherLeaves(value, others)[0];
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      changedAll(
        member,
        others.flatMap((other) => present(memberOf(other, key))),
      ),
    ]),
  );
}

/** What another record has in the same place; of lists, in any place: their lengths differ. */
function memberLike(holder: object, other: unknown, key: string): unknown {
  if (!Array.isArray(holder) || !Array.isArray(other)) return memberOf(other, key);
  return other.length === 0 ? ABSENT : (other[Number(key) % other.length] as unknown);
}

function present(value: unknown): unknown[] {
  return value === ABSENT ? [] : [value];
}

function withMember(value: unknown, path: readonly string[], changed: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return changed;
  const inner = withMember(memberOf(value, key), rest, changed);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return Object.fromEntries(Object.entries(value as object).map(([name, was]) => [name, name === key ? inner : was]));
}
