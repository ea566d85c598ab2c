/*
 * The record as somebody who knows fast-check well would write it: `chain` where a part hangs on what was drawn above,
 * `record` for what does not, `map` for what follows. Arbitraries that hang on a few values are made once, by persona.
 */
import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import {
  accessLevelOf,
  bmiOf,
  byDate,
  clinicKm,
  DAY_MS,
  describe,
  isoDay,
  isoMinute,
  riskOf,
  visitFigures,
} from '../derive.js';

const plain = { noNullPrototype: true };
const record = (fields) => fc.record(fields, plain);
const share = ({ min, max }) => fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map(hundredths);
const hundredths = (n) => n / 100;
const tenths = (n) => n / 10;
const weighted = (pairs) =>
  fc.oneof(
    ...pairs.map(([value, weight]) => ({
      weight: Math.max(1, Math.round(weight * 1000)),
      arbitrary: fc.constant(value),
    })),
  );
const daysBefore = (today, min, max) => fc.integer({ min, max }).map((days) => isoDay(today - days * DAY_MS));

/** The arbitrary of a customer. */
export function customerByFastCheck(tables) {
  const today = Date.parse(tables.asOf);
  return weighted(tables.personas.map((persona) => [persona, persona.share])).chain(
    memoised((persona) => ofPersona(tables, persona, today)),
  );
}

function ofPersona(tables, persona, today) {
  const coreOf = core(tables, persona, today);
  const sdohOf = memoised((place) => sdoh(tables, place));
  const healthOf = memoised((age) => health(tables, persona, today, age));
  const lifeEventsOf = lifeEvents(tables, today);
  const engagementOf = engagement(tables, persona, today);
  const narrativeOf = narrative(tables, persona);
  return coreOf.chain(({ place, ...core }) =>
    record({
      customer_id: fc.uuid({ version: 4 }),
      core: fc.constant(core),
      sdoh: sdohOf(place),
      health: healthOf(core.age),
      life_events: lifeEventsOf,
      engagement: engagementOf,
      narrative: narrativeOf,
    }).map(({ customer_id, core, sdoh, health, life_events, engagement, narrative }) => ({
      customer_id,
      persona_type: persona.type,
      as_of: tables.asOf,
      core,
      sdoh,
      health: {
        ...health,
        risk: riskOf(tables, {
          age: core.age,
          bmi: health.bmi,
          conditions: health.chronic_conditions,
          hasHistory: health.preventive_care.screening_history.has_history,
          deprivation: sdoh.area_deprivation_index,
          findings: health.risk,
        }),
      },
      life_events,
      engagement,
      narrative: {
        ...narrative,
        self_description: describe(narrative.self_description, {
          age: core.age,
          city: core.location.city,
          occupation: core.occupation,
        }),
      },
    })),
  );
}

function core(tables, persona, today) {
  const { names, places } = tables;
  const nameOf = memoised((gender) =>
    fc
      .tuple(fc.constantFrom(...names[gender]), fc.constantFrom(...names.family))
      .map(([given, family]) => `${given} ${family}`),
  );
  const occupationOf = memoised((education) => fc.constantFrom(...tables.occupationsOf(persona.type, education)));
  const location = fc
    .constantFrom(...places)
    .chain(
      memoised((place) => record({ place: fc.constant(place), postal_code: fc.constantFrom(...place.postalCodes) })),
    );
  return record({
    gender: weighted([
      ['female', persona.femaleShare],
      ['male', 1 - persona.femaleShare],
    ]),
    age: fc.integer({ min: persona.age.min, max: persona.age.max }),
    dayOfYear: fc.nat({ max: 364 }),
    education: weighted(persona.educations),
    marital_status: fc.constantFrom(...tables.maritalStatuses),
    race_ethnicity: fc.constantFrom(...tables.raceEthnicities),
    location,
  }).chain(({ gender, age, dayOfYear, education, marital_status, race_ethnicity, location: { place, postal_code } }) =>
    record({ name: nameOf(gender), occupation: occupationOf(education) }).map(({ name, occupation }) => ({
      place,
      gender,
      name,
      age,
      birth_date: isoDay(today - Math.floor(age * 365.25 + dayOfYear) * DAY_MS),
      education,
      occupation,
      marital_status,
      race_ethnicity,
      location: { city: place.city, state: place.state, postal_code, area_type: place.areaType },
    })),
  );
}

function sdoh(tables, place) {
  const [near, far] = clinicKm[place.areaType];
  return record({
    census_tract: fc.constantFrom(...place.censusTracts),
    income_category: fc.constantFrom(...tables.incomes),
    area_deprivation_index: fc.integer({ min: 1, max: 100 }),
    insurance: fc.constantFrom(...tables.insurances),
    support_network: fc.constantFrom(...tables.supportNetworks),
    km: fc.integer({ min: near * 10, max: far * 10 }).map(tenths),
    facilities: fc.integer(place.facilities),
  }).map(({ km, facilities, ...rest }) => ({
    ...rest,
    healthcare_access: {
      nearest_clinic_km: km,
      screening_facilities: facilities,
      level: accessLevelOf(km, facilities, rest.insurance),
    },
  }));
}

function health(tables, persona, today, age) {
  const { screening } = persona;
  const never = fc.constant({ has_history: false, frequency: 'never', last_screening: null, completion_rate: 0 });
  const screened = record({
    has_history: fc.constant(true),
    frequency: fc.constantFrom(...screening.frequencies),
    last_screening: daysBefore(today, screening.yearsAgo.min * 365, screening.yearsAgo.max * 365),
    completion_rate: share(screening.completionRate),
  });
  return record({
    height_cm: fc.integer({ min: 148, max: 190 }),
    bmi: fc.integer({ min: 180, max: 380 }),
    chronic_conditions: fc.subarray(tables.conditionsOf(age), { maxLength: 2 }),
    anxiety_level: share(persona.anxiety),
    attitudes: record({
      health_awareness: share(persona.healthAwareness),
      action_tendency: share(persona.actionTendency),
      prevention_completion: share(persona.preventionCompletion),
      family_history_anxiety: share(persona.familyHistoryAnxiety),
    }),
    screening_history: fc.oneof(
      { weight: Math.round(screening.share * 100), arbitrary: screened },
      { weight: 100 - Math.round(screening.share * 100), arbitrary: never },
    ),
    risk: record(Object.fromEntries(persona.findings.map(([factor, found]) => [factor, fc.constantFrom(...found)]))),
  }).map(({ height_cm, bmi, chronic_conditions, anxiety_level, attitudes, screening_history, risk }) => {
    const weight_kg = Math.round((bmi * height_cm * height_cm) / 10_000) / 10;
    return {
      height_cm,
      weight_kg,
      bmi: bmiOf(height_cm, weight_kg),
      chronic_conditions,
      anxiety_level,
      attitudes,
      preventive_care: { screening_history },
      risk,
    };
  });
}

function lifeEvents(tables, today) {
  const event = (status, day) =>
    fc.oneof(
      ...tables.eventKinds.map(({ type, subtype, impact, count, opportunities, needs }) => ({
        weight: count,
        arbitrary: record({
          date: day,
          type: fc.constant(type),
          subtype: fc.constant(subtype),
          impact: fc.constant(impact),
          prevention_opportunity: fc.constantFrom(...opportunities),
          support_needs: fc.subarray(needs, { minLength: 1, maxLength: Math.min(3, needs.length) }),
          status: fc.constant(status),
        }),
      })),
    );
  const events = (one, { min, max }) =>
    fc.array(one, { minLength: min, maxLength: max }).map((list) => list.toSorted(byDate));
  return record({
    past: events(event('completed', daysBefore(today, 1, 3650)), tables.pastCount),
    anticipated: events(event('planned', daysBefore(today, -730, -1)), tables.aheadCount),
  });
}

function engagement(tables, persona, today) {
  const visitsOf = memoised((frequency) => {
    const { count, gapDays, features } = tables.visitClasses[frequency];
    return fc.array(
      record({
        gap: fc.integer(gapDays),
        minuteOfDay: fc.integer({ min: 6 * 60, max: 22 * 60 + 59 }),
        minutes: fc.integer({ min: 5, max: 30 }),
        features: fc.subarray(features, { minLength: 1, maxLength: Math.min(3, features.length) }),
      }),
      { minLength: count.min, maxLength: count.max },
    );
  });
  return fc.constantFrom(...persona.engagementPatterns).chain((pattern) => {
    const visit_frequency = tables.frequencyOf[pattern];
    return record({ registered: daysBefore(today, 400, 3 * 365), drawn: visitsOf(visit_frequency) }).map(
      ({ registered, drawn }) => {
        let day = today + DAY_MS;
        const visits = drawn
          .map(({ gap, minuteOfDay, minutes, features }) => {
            day -= gap * DAY_MS;
            return { at: isoMinute(day + minuteOfDay * 60_000), minutes, features };
          })
          .toReversed();
        return { pattern, visit_frequency, registered_on: registered, visits, ...visitFigures(visits) };
      },
    );
  });
}

function narrative(tables, persona) {
  return record({
    self_description: fc.constantFrom(...persona.templates),
    healthcare_relationship: fc.constantFrom(...persona.relationships),
    health_goals: fc.uniqueArray(fc.constantFrom(...tables.goals), { minLength: 1, maxLength: 3 }),
    prevention_approach: fc.constant(persona.preventionApproach),
    pain_points: fc.subarray([...persona.painPoints], { minLength: 1, maxLength: 3 }),
    motivations: fc.subarray([...persona.motivations], { minLength: 1, maxLength: 2 }),
  });
}

function memoised(make) {
  const made = new Map();
  return (key) => {
    let known = made.get(key);
    if (known === undefined) made.set(key, (known = make(key)));
    return known;
  };
}

/** Draws one after the other, unbiased, from one generator: the fastest way in which fast-check gives plain values. */
export function generatedByFastCheck(tables, seed) {
  const customer = customerByFastCheck(tables);
  const random = new fc.Random(xoroshiro128plus(seed));
  return () => customer.generate(random, undefined).value;
}

/** `fc.sample`, as its documentation shows it: biased, and all at once. */
export function sampledByFastCheck(tables, seed) {
  const customer = customerByFastCheck(tables);
  let round = seed;
  return (count) => fc.sample(customer, { numRuns: count, seed: round++ });
}
