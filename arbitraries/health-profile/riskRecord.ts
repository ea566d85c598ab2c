import { record } from '../../src/index.js';
import type { RecordArbitrary } from '../../src/index.js';
import type { Risk } from '../schema/index.js';
import { genders } from '../vocabulary.js';
import type { Gender, PersonaType } from '../vocabulary.js';
import { FindingArbitraries } from './FindingArbitraries.js';
import { perPersona } from './perPersona.js';
import { requireUsableModel } from './requireUsableModel.js';
import { factsAtRisk, riskLevel, riskModel, riskScore, withFindings } from './riskModel.js';
import type { RiskFactor, RiskFacts, RiskModel } from './riskModel.js';

/** What a risk record hangs on: what the facts of the customer add, and what may be found besides. */
export interface RiskSituation {
  readonly facts: readonly RiskFactor[];
  readonly factPoints: number;
  readonly arbitraries: FindingArbitraries;
}

/** The risk of a customer by a model. */
export interface RiskRecord {
  readonly record: RecordArbitrary<Risk, RiskSituation>;
  readonly situationOf: (personaType: PersonaType, gender: Gender, facts: RiskFacts) => RiskSituation;
}

/**
 * Findings, factors, score and level by a risk model. The level follows from the score, and the score from facts and
 * findings; which level it will be is drawn first, by the persona's odds, and the findings are drawn to lead there.
 *
 * Shrinks toward: level `low`, then the first finding of each factor, as far as the level allows.
 *
 * @throws CohortCheckError `bad-risk-model` where the facts of some customer leave no findings for `low` or `moderate`.
 */
export function riskRecord(model: RiskModel = riskModel): RiskRecord {
  const tables = perPersona((_, personaType) =>
    Object.fromEntries(genders.map((gender) => [gender, new FindingArbitraries(model, personaType, gender)])),
  ) as Readonly<Record<PersonaType, Readonly<Record<Gender, FindingArbitraries>>>>;
  requireUsableModel(model, tables);
  return {
    record: record<RiskSituation>()
      .aim('level', (_, { arbitraries, factPoints }) => arbitraries.levelsFrom(factPoints))
      .field('findings', ({ level }, { arbitraries, factPoints }) => arbitraries.findingsTo(level, factPoints))
      .derived('factors', ({ findings }, { facts }) => withFindings(facts, findings, model))
      .derived('score', ({ factors }) => riskScore(factors))
      .derived('level', ({ score }) => riskLevel(score, model)),
    situationOf: (personaType, gender, given) => {
      const facts = factsAtRisk(given, model);
      return { facts, factPoints: riskScore(facts), arbitraries: tables[personaType][gender] };
    },
  };
}
