import { KeyedArbitrary, subset } from '../../src/index.js';
import type { Constraint, Source, SubsetArbitrary } from '../../src/index.js';
import type { Facts } from './Facts.js';
import { goalsOf } from './goals.js';
import type { Goal } from './goals.js';
import { meets, Situation } from './Situation.js';

export const MOST_GOALS = 3;
const MOST_TRIES = 64;

/** One goal in a quarter of cases, two in a half. */
const counts = [1, 2, 2, MOST_GOALS] as const;

/** Whether somebody of this persona, with these facts, may have the goal. */
export function isOpen({ when }: Goal, situation: Situation): boolean {
  return when === undefined || meets(situation, when);
}

/**
 * One to three goals that fit the persona and the facts, in the order of the table.
 *
 * It is the subset of the goals that are open to the customer. Only drawing differs: it tries goals until enough of
 * them are open, so that another fact opens or closes a goal without moving the others, and no subset is
 * built for each customer.
 */
export class GoalsArbitrary extends KeyedArbitrary<string[]> {
  private readonly situation: Situation;

  constructor(facts: Facts) {
    super();
    this.situation = new Situation(facts);
  }

  override draw(source: Source, bias?: number): string[] {
    const isEdge = bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0;
    const wanted = isEdge ? (source.below(2) === 0 ? 1 : MOST_GOALS) : (counts[source.below(counts.length)] as number);
    const goals = goalsOf[this.situation.facts.persona_type];
    const drawn: number[] = [];
    for (let attempt = 0; attempt < MOST_TRIES && drawn.length < wanted; attempt++) {
      const index = source.below(goals.length);
      if (!drawn.includes(index) && isOpen(goals[index] as Goal, this.situation)) insert(drawn, index);
    }
    if (drawn.length === 0) drawn.push(0);
    return drawn.map((index) => (goals[index] as Goal).text);
  }

  override accepts(value: unknown): value is string[] {
    return this.open().accepts(value);
  }

  override smaller(value: string[]): Iterable<string[]> {
    return this.open().smaller(value);
  }

  override mend(value: unknown): string[] {
    return this.open().mend(value);
  }

  override compare(a: string[], b: string[]): number {
    return this.open().compare(a, b);
  }

  override narrow(constraint: Constraint): KeyedArbitrary<string[]> | undefined {
    return this.open().narrow(constraint);
  }

  override describe(): string {
    return this.open().describe();
  }

  private open(): SubsetArbitrary<string> {
    const texts = goalsOf[this.situation.facts.persona_type]
      .filter((goal) => isOpen(goal, this.situation))
      .map(({ text }) => text);
    return subset<string>(texts, { minLength: 1, maxLength: MOST_GOALS });
  }
}

function insert(sorted: number[], value: number): void {
  let at = sorted.length;
  for (; at > 0 && (sorted[at - 1] as number) > value; at--) sorted[at] = sorted[at - 1] as number;
  sorted[at] = value;
}
