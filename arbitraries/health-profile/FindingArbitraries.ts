/*
 * The findings of one persona and gender, drawn so that a score is reached.
 *
 * What depends on the points of the facts is made when it is first asked for, and kept: there are at most (points of all
 * facts) × (levels) of them, and they share one table.
 */
import { scored } from '../../src/index.js';
import type { KeyedArbitrary, ScoredArbitrary, ScoredOption } from '../../src/index.js';
import { personas } from '../personas.js';
import { riskLevels } from '../vocabulary.js';
import type { Gender, PersonaType, RiskLevel } from '../vocabulary.js';
import { LevelAim } from './LevelAim.js';
import { scoresOf } from './riskModel.js';
import type { Findings, FindingTable, RiskModel } from './riskModel.js';

export class FindingArbitraries {
  private readonly model: RiskModel;
  private readonly lowShare: number;
  private readonly free: ScoredArbitrary<Findings>;
  private readonly totals: ReadonlySet<number>;
  private readonly levels: (LevelAim | undefined)[] = [];
  private readonly reaching: Readonly<Record<RiskLevel, (ScoredArbitrary<Findings> | undefined)[]>> = {
    low: [],
    moderate: [],
    high: [],
  };

  constructor(model: RiskModel, personaType: PersonaType, gender: Gender) {
    this.model = model;
    this.lowShare = personas[personaType].lowRiskPrior;
    const parts = Object.fromEntries(
      askedFactors(model, personaType, gender).map((factor) => [factor, optionsOf(model, personaType, factor)]),
    );
    this.free = scored<Findings>(parts);
    this.totals = possibleTotals(Object.values(parts));
  }

  /** The level to aim at, when facts bring so many points: only what some findings reach from there. */
  levelsFrom(factPoints: number): KeyedArbitrary<RiskLevel> {
    return (this.levels[factPoints] ??= this.aimFrom(factPoints));
  }

  /** Findings that lead from the points of the facts to the level. */
  findingsTo(level: RiskLevel, factPoints: number): KeyedArbitrary<Findings> {
    return (this.reaching[level][factPoints] ??= this.free.within(this.bounds(level, factPoints)));
  }

  canReach(level: RiskLevel, factPoints: number): boolean {
    const { min, max } = this.bounds(level, factPoints);
    return [...this.totals].some((total) => total >= min && total <= max);
  }

  private bounds(level: RiskLevel, factPoints: number): { readonly min: number; readonly max: number } {
    const { min, max } = scoresOf(level, this.model);
    return { min: Math.max(0, min - factPoints), max: max - factPoints };
  }

  private aimFrom(factPoints: number): LevelAim {
    const weights: Readonly<Record<RiskLevel, number>> = { low: this.lowShare, moderate: 1 - this.lowShare, high: 0 };
    const levels = riskLevels.filter((level) => this.canReach(level, factPoints));
    return new LevelAim(
      levels,
      levels.map((level) => weights[level]),
    );
  }
}

/** The factors that a customer of this kind is asked for, in the order of the model. */
export function askedFactors(model: RiskModel, personaType: PersonaType, gender: Gender): string[] {
  return Object.entries(model.findings)
    .filter(
      ([factor, table]) =>
        (table.gender === undefined || table.gender === gender) &&
        (table.isAskedOfAll || personas[personaType].riskFactors.includes(factor)),
    )
    .map(([factor]) => factor);
}

function optionsOf(model: RiskModel, personaType: PersonaType, factor: string): ScoredOption<string>[] {
  const isTypical = personas[personaType].riskFactors.includes(factor);
  return (model.findings[factor] as FindingTable).options.map(({ finding, points, weight, typicalWeight }) => ({
    value: finding,
    points,
    weight: isTypical ? (typicalWeight ?? weight) : weight,
  }));
}

function possibleTotals(parts: readonly (readonly ScoredOption<string>[])[]): ReadonlySet<number> {
  let totals: ReadonlySet<number> = new Set([0]);
  for (const options of parts) {
    const next = new Set<number>();
    for (const total of totals) for (const { points, weight } of options) if (weight > 0) next.add(total + points);
    totals = next;
  }
  return totals;
}
