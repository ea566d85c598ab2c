/*
 * The risk model: what adds points to a customer's score, and from which score on a level begins.
 *
 * Two kinds of factors. Facts stand elsewhere in the record (age, body mass, conditions, screening, neighbourhood).
 * Findings stand nowhere else: they are drawn, and stored in `risk.findings`. The facts together stay below the
 * threshold of `moderate`, and the findings alone can reach that of `high`: so whatever the facts of a customer are,
 * every level is possible, and the findings explain it.
 *
 * To weigh risk otherwise, copy `riskModel`, change it, and build with `healthProfileWith`.
 */
import { wholeYears } from '../../src/index.js';
import type { Risk } from '../schema/index.js';
import { conditions } from '../vocabulary.js';
import type { AgeBand, Condition, Gender, RiskLevel } from '../vocabulary.js';
import { ageBandOf } from './ageBandOf.js';
import { bmiClassOf } from './body.js';
import type { BmiClass } from './body.js';

export type RiskFactor = Risk['factors'][number];
export type Findings = Risk['findings'];

/** One thing that may be found of a factor. The first one of a list is the absence of risk. */
export interface FindingOption {
  readonly finding: string;
  readonly points: number;
  /** How common it is, beside the others. */
  readonly weight: number;
  /** How common it is among personas that the factor is typical of; default `weight`. */
  readonly typicalWeight?: number;
}

/** A factor that no other field of the record shows. */
export interface FindingTable {
  /** Whether every persona is asked for it, or only those that it is typical of. */
  readonly isAskedOfAll: boolean;
  /** Where it concerns one gender alone. */
  readonly gender?: Gender;
  readonly options: readonly FindingOption[];
}

export interface RiskModel {
  /** The lowest score of each level above `low`. */
  readonly thresholds: { readonly moderate: number; readonly high: number };
  readonly ageBand: Readonly<Record<AgeBand, number>>;
  readonly bmi: Readonly<Record<BmiClass, number>>;
  /** Points for each condition; together never more than `most`. */
  readonly conditions: { readonly points: Readonly<Partial<Record<Condition, number>>>; readonly most: number };
  /** A last screening is overdue after `overdueYears` whole years. */
  readonly screening: { readonly overdueYears: number; readonly overdue: number; readonly never: number };
  /** Points from this percentile of area deprivation on. */
  readonly deprivation: { readonly fromIndex: number; readonly points: number };
  /** By name of the factor, in the order in which they are listed and shrunk. */
  readonly findings: Readonly<Record<string, FindingTable>>;
}

export const riskModel: RiskModel = {
  thresholds: { moderate: 15, high: 25 },
  ageBand: { '20s': 0, '30s': 2, '40s': 3, '50s': 4 },
  bmi: { underweight: 1, normal: 0, overweight: 1, obese: 3 },
  conditions: {
    points: {
      hypertension: 2,
      diabetes: 3,
      depression: 1,
      heart_disease: 4,
      benign_breast_condition: 2,
      fibrocystic_breast_change: 1,
    },
    most: 4,
  },
  screening: { overdueYears: 3, overdue: 1, never: 2 },
  deprivation: { fromIndex: 80, points: 1 },
  findings: {
    family_history: {
      isAskedOfAll: true,
      options: [
        { finding: 'none', points: 0, weight: 68, typicalWeight: 50 },
        { finding: 'second_degree_relative', points: 3, weight: 19, typicalWeight: 24 },
        { finding: 'first_degree_relative', points: 7, weight: 10, typicalWeight: 19 },
        { finding: 'several_first_degree_relatives', points: 14, weight: 3, typicalWeight: 7 },
      ],
    },
    hormonal: {
      isAskedOfAll: false,
      gender: 'female',
      options: [
        { finding: 'none', points: 0, weight: 52 },
        { finding: 'hormonal_contraception', points: 1, weight: 25 },
        { finding: 'early_menarche', points: 3, weight: 15 },
        { finding: 'polycystic_ovary_syndrome', points: 4, weight: 8 },
      ],
    },
    lifestyle: {
      isAskedOfAll: true,
      options: [
        { finding: 'none', points: 0, weight: 50, typicalWeight: 36 },
        { finding: 'low_activity', points: 2, weight: 27, typicalWeight: 31 },
        { finding: 'heavy_alcohol_use', points: 4, weight: 8, typicalWeight: 10 },
        { finding: 'smoking', points: 6, weight: 12, typicalWeight: 17 },
        { finding: 'smoking_and_heavy_alcohol_use', points: 11, weight: 3, typicalWeight: 6 },
      ],
    },
    environmental: {
      isAskedOfAll: false,
      options: [
        { finding: 'none', points: 0, weight: 62 },
        { finding: 'secondhand_smoke', points: 2, weight: 20 },
        { finding: 'radon_at_home', points: 4, weight: 11 },
        { finding: 'contaminated_drinking_water', points: 5, weight: 7 },
      ],
    },
    genetic: {
      isAskedOfAll: false,
      options: [
        { finding: 'none', points: 0, weight: 82 },
        { finding: 'variant_of_uncertain_significance', points: 2, weight: 11 },
        { finding: 'moderate_risk_variant', points: 8, weight: 5 },
        { finding: 'high_risk_variant', points: 15, weight: 2 },
      ],
    },
    occupational_exposure: {
      isAskedOfAll: false,
      options: [
        { finding: 'none', points: 0, weight: 48 },
        { finding: 'night_shift_work', points: 3, weight: 32 },
        { finding: 'ionising_radiation', points: 5, weight: 12 },
        { finding: 'hazardous_drugs', points: 6, weight: 8 },
      ],
    },
  },
};

/** The fields of a customer that the model reads besides the findings. */
export interface RiskFacts {
  readonly asOf: string;
  readonly age: number;
  readonly bmi: number;
  readonly conditions: readonly Condition[];
  readonly lastScreening: string | null;
  readonly areaDeprivationIndex: number;
}

/** Every factor that adds to the score: facts first, then findings, each in the order of the model. */
export function riskFactors(facts: RiskFacts, findings: Findings, model: RiskModel = riskModel): RiskFactor[] {
  return withFindings(factsAtRisk(facts, model), findings, model);
}

/** The factors that follow from facts. */
export function factsAtRisk(facts: RiskFacts, model: RiskModel = riskModel): RiskFactor[] {
  const factors: RiskFactor[] = [];
  const ageBand = ageBandOf(facts.age);
  add(factors, 'age', ageBand, model.ageBand[ageBand]);
  const bmiClass = bmiClassOf(facts.bmi);
  add(factors, 'bmi', bmiClass, model.bmi[bmiClass]);
  if (facts.conditions.length > 0) addConditions(factors, facts.conditions, model);
  const { overdueYears, overdue, never } = model.screening;
  if (facts.lastScreening === null) add(factors, 'screening_history', 'never', never);
  else if (wholeYears(facts.lastScreening, facts.asOf) >= overdueYears)
    add(factors, 'screening_history', 'overdue', overdue);
  if (facts.areaDeprivationIndex >= model.deprivation.fromIndex)
    add(factors, 'socioeconomic', 'deprived_area', model.deprivation.points);
  return factors;
}

/** These factors, followed by those that the findings add. A finding that the model does not know adds nothing. */
export function withFindings(facts: readonly RiskFactor[], findings: Findings, model: RiskModel): RiskFactor[] {
  const factors = [...facts];
  for (const factor in model.findings) {
    const finding = findings[factor];
    if (finding === undefined) continue;
    add(factors, factor, finding, pointsOf(model, factor, finding));
  }
  return factors;
}

export function riskScore(factors: readonly RiskFactor[]): number {
  let score = 0;
  for (const { points } of factors) score += points;
  return score;
}

export function riskLevel(score: number, { thresholds }: RiskModel = riskModel): RiskLevel {
  if (score < thresholds.moderate) return 'low';
  return score < thresholds.high ? 'moderate' : 'high';
}

/** The scores of a level, both ends included. */
export function scoresOf(level: RiskLevel, { thresholds }: RiskModel): { readonly min: number; readonly max: number } {
  const { moderate, high } = thresholds;
  if (level === 'low') return { min: 0, max: moderate - 1 };
  return level === 'moderate' ? { min: moderate, max: high - 1 } : { min: high, max: Infinity };
}

function addConditions(factors: RiskFactor[], given: readonly Condition[], model: RiskModel): void {
  let finding = '';
  let sum = 0;
  // Walks the vocabulary, so that neither the order nor a repetition in the list changes the score.
  for (const condition of conditions) {
    const points = model.conditions.points[condition] ?? 0;
    if (points === 0 || !given.includes(condition)) continue;
    finding = finding === '' ? condition : `${finding}, ${condition}`;
    sum += points;
  }
  add(factors, 'chronic_conditions', finding, Math.min(model.conditions.most, sum));
}

function add(factors: RiskFactor[], factor: string, finding: string, points: number): void {
  if (points > 0) factors.push({ factor, finding, points });
}

function pointsOf(model: RiskModel, factor: string, finding: string): number {
  for (const option of model.findings[factor]?.options ?? []) if (option.finding === finding) return option.points;
  return 0;
}
