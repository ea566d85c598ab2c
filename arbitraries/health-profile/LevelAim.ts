import { allows, KeyedArbitrary } from '../../src/index.js';
import type { Constraint, Source } from '../../src/index.js';
import type { RiskLevel } from '../vocabulary.js';

/**
 * The risk level to aim at. Unlike a choice, it accepts levels that it never draws: an unusual customer is legal, and a
 * constraint can ask for one.
 *
 * Shrinks toward: the first level.
 * Keyed by: the source, the levels and their weights.
 */
export class LevelAim extends KeyedArbitrary<RiskLevel> {
  private readonly levels: readonly RiskLevel[];
  private readonly weights: readonly number[];

  /** @param weights - one a level; where all of them are 0, the levels are equally likely. */
  constructor(levels: readonly RiskLevel[], weights: readonly number[]) {
    super();
    this.levels = levels;
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    this.weights = weights.map((weight) => (all === 0 ? 1 / levels.length : weight / all));
  }

  override draw(source: Source): RiskLevel {
    let point = source.unit();
    let drawn = this.levels[0] as RiskLevel;
    for (let index = 0; index < this.weights.length; index++) {
      const weight = this.weights[index] as number;
      if (weight === 0) continue;
      drawn = this.levels[index] as RiskLevel;
      point -= weight;
      if (point < 0) break;
    }
    return drawn;
  }

  override accepts(value: unknown): value is RiskLevel {
    return this.levels.some((level) => level === value);
  }

  override smaller(value: RiskLevel): Iterable<RiskLevel> {
    return this.levels.slice(0, this.levels.indexOf(value));
  }

  override mend(value: unknown): RiskLevel {
    return this.accepts(value) ? value : (this.levels[0] as RiskLevel);
  }

  override compare(a: RiskLevel, b: RiskLevel): number {
    return this.levels.indexOf(a) - this.levels.indexOf(b);
  }

  override narrow(constraint: Constraint): LevelAim | undefined {
    const kept = this.levels.filter((level) => allows(constraint, level));
    if (kept.length === 0) return undefined;
    return new LevelAim(
      kept,
      kept.map((level) => this.weights[this.levels.indexOf(level)] ?? 0),
    );
  }

  override describe(): string {
    return this.levels.join(' or ');
  }
}
