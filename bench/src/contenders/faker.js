/*
 * The record as a loop over faker: `person`, `location`, `helpers`, `number`, `date`, as its guides show them. Words that
 * faker has no table of come from ours.
 */
import { Faker, base, en } from '@faker-js/faker';
import { accessLevelOf, bmiOf, byDate, clinicKm, DAY_MS, describe, riskOf, visitFigures } from '../derive.js';

/** A function that makes a customer at each call. */
export function customerByFaker(tables, seed) {
  const faker = new Faker({ locale: [en, base], seed });
  const today = new Date(tables.asOf);
  const share = ({ min, max }) => faker.number.float({ min, max, fractionDigits: 2 });
  const day = (from, to) => faker.date.between({ from, to }).toISOString().slice(0, 10);
  const daysFromNow = (days) => new Date(today.getTime() + days * DAY_MS);
  const personas = tables.personas.map((persona) => ({ value: persona, weight: persona.share }));
  const educations = new Map(
    tables.personas.map(({ type, educations: shares }) => [type, shares.map(([value, weight]) => ({ value, weight }))]),
  );
  const occupations = new Map(
    tables.personas.flatMap(({ type, educations: shares }) =>
      shares.map(([education]) => [`${type} ${education}`, tables.occupationsOf(type, education)]),
    ),
  );
  const conditions = new Map([2, 3, 4, 5].map((decade) => [decade, tables.conditionsOf(decade * 10)]));
  const kinds = tables.eventKinds.map((kind) => ({ value: kind, weight: kind.count }));

  function core(persona, areaType) {
    const gender = faker.datatype.boolean(persona.femaleShare) ? 'female' : 'male';
    const age = faker.number.int(persona.age);
    const education = faker.helpers.weightedArrayElement(educations.get(persona.type));
    return {
      gender,
      name: `${faker.person.firstName(gender)} ${faker.person.lastName()}`,
      age,
      birth_date: faker.date.birthdate({ mode: 'age', min: age, max: age, refDate: today }).toISOString().slice(0, 10),
      education,
      occupation: faker.helpers.arrayElement(occupations.get(`${persona.type} ${education}`)),
      marital_status: faker.helpers.arrayElement(tables.maritalStatuses),
      race_ethnicity: faker.helpers.arrayElement(tables.raceEthnicities),
      location: {
        city: faker.location.city(),
        state: faker.location.state({ abbreviated: true }),
        postal_code: faker.location.zipCode('#####'),
        area_type: areaType,
      },
    };
  }

  function sdoh(areaType) {
    const [min, max] = clinicKm[areaType];
    const km = faker.number.float({ min, max, fractionDigits: 1 });
    const facilities = faker.number.int({ min: 0, max: 40 });
    const insurance = faker.helpers.arrayElement(tables.insurances);
    return {
      census_tract: faker.string.numeric(11),
      income_category: faker.helpers.arrayElement(tables.incomes),
      area_deprivation_index: faker.number.int({ min: 1, max: 100 }),
      insurance,
      support_network: faker.helpers.arrayElement(tables.supportNetworks),
      healthcare_access: {
        nearest_clinic_km: km,
        screening_facilities: facilities,
        level: accessLevelOf(km, facilities, insurance),
      },
    };
  }

  function health(persona, age, deprivation) {
    const { screening } = persona;
    const height_cm = faker.number.int({ min: 148, max: 190 });
    const weight_kg = Math.round((faker.number.int({ min: 180, max: 380 }) * height_cm * height_cm) / 10_000) / 10;
    const bmi = bmiOf(height_cm, weight_kg);
    const chronic_conditions = faker.helpers.arrayElements(conditions.get(Math.floor(age / 10)), { min: 0, max: 2 });
    const hasHistory = faker.datatype.boolean(screening.share);
    const findings = {};
    for (const [factor, found] of persona.findings) findings[factor] = faker.helpers.arrayElement(found);
    return {
      height_cm,
      weight_kg,
      bmi,
      chronic_conditions,
      anxiety_level: share(persona.anxiety),
      attitudes: {
        health_awareness: share(persona.healthAwareness),
        action_tendency: share(persona.actionTendency),
        prevention_completion: share(persona.preventionCompletion),
        family_history_anxiety: share(persona.familyHistoryAnxiety),
      },
      preventive_care: {
        screening_history: hasHistory
          ? {
              has_history: true,
              frequency: faker.helpers.arrayElement(screening.frequencies),
              last_screening: day(
                daysFromNow(-365 * screening.yearsAgo.max - 1),
                daysFromNow(-365 * screening.yearsAgo.min),
              ),
              completion_rate: share(screening.completionRate),
            }
          : { has_history: false, frequency: 'never', last_screening: null, completion_rate: 0 },
      },
      risk: riskOf(tables, { age, bmi, conditions: chronic_conditions, hasHistory, deprivation, findings }),
    };
  }

  function events(status, count, from, to) {
    return faker.helpers
      .multiple(
        () => {
          const { type, subtype, impact, opportunities, needs } = faker.helpers.weightedArrayElement(kinds);
          return {
            date: day(from, to),
            type,
            subtype,
            impact,
            prevention_opportunity: faker.helpers.arrayElement(opportunities),
            support_needs: faker.helpers.arrayElements(needs, { min: 1, max: 3 }),
            status,
          };
        },
        { count },
      )
      .sort(byDate);
  }

  function engagement(persona) {
    const pattern = faker.helpers.arrayElement(persona.engagementPatterns);
    const visit_frequency = tables.frequencyOf[pattern];
    const { count, features } = tables.visitClasses[visit_frequency];
    const dates = faker.date.betweens({ from: daysFromNow(-365), to: today, count });
    const visits = dates.map((date) => ({
      at: `${date.toISOString().slice(0, 16)}:00Z`,
      minutes: faker.number.int({ min: 5, max: 30 }),
      features: faker.helpers.arrayElements(features, { min: 1, max: 3 }),
    }));
    return {
      pattern,
      visit_frequency,
      registered_on: day(daysFromNow(-3 * 365), daysFromNow(-400)),
      visits,
      ...visitFigures(visits),
    };
  }

  return () => {
    const persona = faker.helpers.weightedArrayElement(personas);
    const areaType = faker.helpers.arrayElement(['urban', 'suburban', 'rural']);
    const aCore = core(persona, areaType);
    const aSdoh = sdoh(areaType);
    return {
      customer_id: faker.string.uuid(),
      persona_type: persona.type,
      as_of: tables.asOf,
      core: aCore,
      sdoh: aSdoh,
      health: health(persona, aCore.age, aSdoh.area_deprivation_index),
      life_events: {
        past: events('completed', tables.pastCount, daysFromNow(-3650), today),
        anticipated: events('planned', tables.aheadCount, daysFromNow(1), daysFromNow(730)),
      },
      engagement: engagement(persona),
      narrative: {
        self_description: describe(faker.helpers.arrayElement(persona.templates), {
          age: aCore.age,
          city: aCore.location.city,
          occupation: aCore.occupation,
        }),
        healthcare_relationship: faker.helpers.arrayElement(persona.relationships),
        health_goals: faker.helpers.arrayElements(tables.goals, { min: 1, max: 3 }),
        prevention_approach: persona.preventionApproach,
        pain_points: faker.helpers.arrayElements(persona.painPoints, { min: 1, max: 3 }),
        motivations: faker.helpers.arrayElements(persona.motivations, { min: 1, max: 2 }),
      },
    };
  };
}
