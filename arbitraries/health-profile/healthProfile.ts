import { record } from '../../src/index.js';
import type { RecordArbitrary } from '../../src/index.js';
import type { Customer, Health } from '../schema/index.js';
import { ageBandOf } from './ageBandOf.js';
import { anxietyOf, attitudeRange, attitudesOf, isInUpperHalf } from './attitudes.js';
import { bmiClassOf, bmiOf, heightOf, weightOf } from './body.js';
import { conditionsOf } from './conditions.js';
import { riskModel } from './riskModel.js';
import type { RiskModel } from './riskModel.js';
import { riskRecord } from './riskRecord.js';
import { screeningHistory } from './screening.js';
import type { ScreeningSituation } from './screening.js';

/** The part of a customer that health hangs on. */
export type HealthOuter = Pick<Customer, 'persona_type' | 'as_of' | 'core' | 'sdoh'>;

const preventiveCare = record<ScreeningSituation>().field('screening_history', (_, situation) =>
  screeningHistory.in(situation),
);

/**
 * Health of a customer: body, conditions, attitudes, screening, and the risk that follows from them by the given model.
 *
 * Shrinks toward: a body of average size, no conditions, the lowest attitudes of the persona, no screening, low risk.
 * Keyed by: the source, the part of the customer above, and the model.
 *
 * @throws CohortCheckError `bad-risk-model` where the model leaves some customers without a risk level.
 */
export function healthProfileWith(model: RiskModel): RecordArbitrary<Health, HealthOuter> {
  const risk = riskRecord(model);
  return record<HealthOuter>()
    .field('height_cm', (_, { core }) => heightOf(core.gender))
    .field('weight_kg', ({ height_cm }, { core }) => weightOf(ageBandOf(core.age), height_cm))
    .derived('bmi', ({ height_cm, weight_kg }) => bmiOf(height_cm, weight_kg))
    .field('chronic_conditions', ({ bmi }, { core }) => conditionsOf(ageBandOf(core.age), core.gender, bmiClassOf(bmi)))
    .field('anxiety_level', ({ chronic_conditions }, { persona_type }) =>
      anxietyOf(persona_type, chronic_conditions.includes('anxiety')),
    )
    .field('attitudes', (_, { persona_type }) => attitudesOf(persona_type))
    .field('preventive_care', ({ attitudes }, { persona_type, as_of, core }) =>
      preventiveCare.in({
        personaType: persona_type,
        asOf: as_of,
        birthDate: core.birth_date,
        age: core.age,
        isReady: isInUpperHalf(attitudes.prevention_completion, attitudeRange(persona_type, 'prevention_completion')),
      }),
    )
    .field('risk', ({ bmi, chronic_conditions, preventive_care }, { persona_type, as_of, core, sdoh }) =>
      risk.record.in(
        risk.situationOf(persona_type, core.gender, {
          asOf: as_of,
          age: core.age,
          bmi,
          conditions: chronic_conditions,
          lastScreening: preventive_care.screening_history.last_screening,
          areaDeprivationIndex: sdoh.area_deprivation_index,
        }),
      ),
    );
}

/** Health of a customer by the built-in risk model; see `healthProfileWith`. */
export const healthProfile: RecordArbitrary<Health, HealthOuter> = healthProfileWith(riskModel);
