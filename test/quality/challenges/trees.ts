/*
 * The two recursive challenges. Blocks hold other blocks, not promises of them, so a recursive value is built to a depth:
 * five levels, which is deeper than the simplest counterexamples need (two and three).
 */
import { constant, integer, nullable, oneOf, record, tuple } from '../../../src/index.js';
import type { KeyedArbitrary } from '../../../src/index.js';
import { challenge } from './Challenge.js';
import type { Challenge } from './Challenge.js';

const DEPTH = 5;

type Expression = number | readonly ['+' | '/', Expression, Expression];

function expression(depth: number): KeyedArbitrary<Expression> {
  if (depth === 0) return integer();
  const inner = expression(depth - 1);
  return oneOf(integer(), tuple(constant('+'), inner, inner), tuple(constant('/'), inner, inner));
}

/** What an expression comes to; undefined where it divides by zero. */
function evaluated(term: Expression): number | undefined {
  if (typeof term === 'number') return term;
  const left = evaluated(term[1]);
  const right = evaluated(term[2]);
  if (left === undefined || right === undefined) return undefined;
  if (term[0] === '+') return left + right;
  return right === 0 ? undefined : Math.floor(left / right);
}

function dividesByLiteralZero(term: Expression): boolean {
  if (typeof term === 'number') return false;
  return (term[0] === '/' && term[2] === 0) || dividesByLiteralZero(term[1]) || dividesByLiteralZero(term[2]);
}

interface Heap {
  readonly head: number;
  readonly left: Heap | null;
  readonly right: Heap | null;
}

/** Heaps whose heads are at least `least`. */
const heaps = Array.from({ length: DEPTH + 1 }, () => new Map<number, KeyedArbitrary<Heap | null>>());

function heap(least: number, depth: number): KeyedArbitrary<Heap | null> {
  const known = heaps[depth]?.get(least);
  if (known !== undefined) return known;
  const made: KeyedArbitrary<Heap | null> = nullable(
    record()
      .field('head', integer({ min: least, max: MOST }))
      .field('left', ({ head }) => (depth === 0 ? constant(null) : heap(head, depth - 1)))
      .field('right', ({ head }) => (depth === 0 ? constant(null) : heap(head, depth - 1))),
  );
  heaps[depth]?.set(least, made);
  return made;
}

const MOST = 1000;

function merged(one: Heap | null, other: Heap | null): Heap | null {
  if (one === null) return other;
  if (other === null) return one;
  const [upper, lower] = one.head <= other.head ? [one, other] : [other, one];
  return { head: upper.head, left: merged(upper.right, lower), right: upper.left };
}

/** The heads from the root on, right branches first, as the challenge lists them. */
function heads(tree: Heap | null): number[] {
  return tree === null ? [] : [tree.head, ...heads(tree.right), ...heads(tree.left)];
}

/** Only the uppermost merge is done, which is the mistake of the challenge. */
function wronglySorted(tree: Heap | null): number[] {
  return tree === null ? [] : [tree.head, ...heads(merged(tree.left, tree.right))];
}

function isSorted(elements: readonly number[]): boolean {
  return elements.every((element, index) => index === 0 || (elements[index - 1] ?? 0) <= element);
}

const leaf = (head: number): Heap => ({ head, left: null, right: null });

/** The challenges over terms and trees. */
export const treeChallenges: readonly Challenge[] = [
  challenge({
    name: 'calculator',
    arbitrary: expression(DEPTH),
    fails: (term) => !dividesByLiteralZero(term) && evaluated(term) === undefined,
    minimum: ['/', 0, ['+', 0, 0]],
    orMinimum: ['/', 0, ['/', 0, 1]],
    tries: { median: 66, p95: 90, leastShare: 0 },
  }),
  challenge({
    name: 'binary heap',
    arbitrary: heap(0, DEPTH),
    fails: (tree) => !isSorted(wronglySorted(tree)),
    minimum: { head: 0, left: null, right: { head: 0, left: leaf(0), right: leaf(1) } },
    tries: { median: 45, p95: 72, leastShare: 0.1 },
  }),
];
