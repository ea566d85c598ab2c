import { CohortCheckError } from '../../src/index.js';
import { personas } from '../personas.js';
import { ageBands, genders, personaTypes } from '../vocabulary.js';
import type { Gender, PersonaType } from '../vocabulary.js';
import { ageBandOf } from './ageBandOf.js';
import type { FindingArbitraries } from './FindingArbitraries.js';
import type { RiskModel } from './riskModel.js';

type Tables = Readonly<Record<PersonaType, Readonly<Record<Gender, FindingArbitraries>>>>;

/**
 * Makes sure that customers of every persona, whatever their facts, can be at low and at moderate risk: shares over risk
 * levels could not be met otherwise, and would be missed in silence.
 *
 * @throws CohortCheckError `bad-risk-model` that names the persona, the points of its facts and the level.
 */
export function requireUsableModel(model: RiskModel, tables: Tables): void {
  const { moderate, high } = model.thresholds;
  const points = allPoints(model);
  const odd = points.find((one) => !Number.isSafeInteger(one) || one < 0 || one > 100);
  if (odd !== undefined || !(moderate > 0 && high > moderate)) {
    throw bad(
      odd === undefined ? `thresholds: moderate ${moderate}, high ${high}` : `points: ${odd}`,
      'points are whole numbers from 0 to 100, and 0 < moderate < high',
      'round the points, or move the thresholds apart',
    );
  }
  const mostOf = mostFactPoints(model);
  for (const personaType of personaTypes) {
    const { min, max } = personas[personaType].age;
    const bands = ageBands.slice(ageBands.indexOf(ageBandOf(min)), ageBands.indexOf(ageBandOf(max)) + 1);
    const ages = bands.map((band) => model.ageBand[band]);
    const [least, most] = [Math.min(...ages), Math.max(...ages) + mostOf];
    for (const gender of genders) {
      for (let facts = least; facts <= most; facts++) {
        for (const level of ['low', 'moderate'] as const) {
          if (tables[personaType][gender].canReach(level, facts)) continue;
          throw bad(
            `${personaType}, ${gender}: no findings lead from ${facts} points of facts to level ${level}`,
            `${level} begins at ${level === 'low' ? 0 : moderate} and ends before ${level === 'low' ? moderate : high}`,
            level === 'low' ? 'raise thresholds.moderate' : 'give findings of this persona more points',
          );
        }
      }
    }
  }
}

/** The most points that facts bring besides the age. */
function mostFactPoints({ bmi, conditions, screening, deprivation }: RiskModel): number {
  const inConditions = Object.values(conditions.points).reduce((sum, one) => sum + one, 0);
  return (
    Math.max(...Object.values(bmi)) +
    Math.min(conditions.most, inConditions) +
    Math.max(screening.never, screening.overdue) +
    deprivation.points
  );
}

function allPoints({ ageBand, bmi, conditions, screening, deprivation, findings }: RiskModel): number[] {
  return [
    ...Object.values(ageBand),
    ...Object.values(bmi),
    ...Object.values(conditions.points),
    conditions.most,
    screening.overdue,
    screening.never,
    deprivation.points,
    ...Object.values(findings).flatMap(({ options }) => options.map((option) => option.points)),
  ];
}

function bad(what: string, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-risk-model', what, where: 'riskRecord(model)', why, try: next });
}
