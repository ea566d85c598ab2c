/*
 * The record as a hand-written loop over pure-rand: no arbitraries, no shrinking, dates written with `Date`.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
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

const HEX = '0123456789abcdef';

/** A function that makes a customer at each call. */
export function customerByPureRand(tables, seed) {
  const rng = xoroshiro128plus(seed);
  const today = Date.parse(tables.asOf);
  const int = (min, max) => uniformInt(rng, min, max);
  const pick = (list) => list[uniformInt(rng, 0, list.length - 1)];
  const share = ({ min, max }) => int(Math.round(min * 100), Math.round(max * 100)) / 100;
  const dayBefore = (min, max) => isoDay(today - int(min, max) * DAY_MS);
  const personas = weights(tables.personas.map((persona) => [persona, persona.share]));
  const educations = new Map(tables.personas.map(({ type, educations: shares }) => [type, weights(shares)]));
  const occupations = new Map(
    tables.personas.map(({ type, educations: shares }) => [
      type,
      new Map(shares.map(([education]) => [education, tables.occupationsOf(type, education)])),
    ]),
  );
  const conditions = new Map([2, 3, 4, 5].map((decade) => [decade, tables.conditionsOf(decade * 10)]));
  const kinds = weights(tables.eventKinds.map((kind) => [kind, kind.count]));

  /** So many of the items, in their order. */
  function some(items, min, max) {
    let wanted = int(min, Math.min(max, items.length));
    const taken = [];
    for (let index = 0; wanted > 0; index++) {
      if (int(1, items.length - index) <= wanted) {
        taken.push(items[index]);
        wanted--;
      }
    }
    return taken;
  }

  function chosen({ values, upTo, sum }) {
    const point = int(0, sum - 1);
    let index = 0;
    while (point >= upTo[index]) index++;
    return values[index];
  }

  function uuid() {
    let text = '';
    for (let at = 0; at < 36; at++) {
      if (at === 8 || at === 13 || at === 18 || at === 23) text += '-';
      else if (at === 14) text += '4';
      else text += HEX[at === 19 ? int(8, 11) : int(0, 15)];
    }
    return text;
  }

  function core(persona, place) {
    const gender = int(0, 999) < persona.femaleShare * 1000 ? 'female' : 'male';
    const age = int(persona.age.min, persona.age.max);
    const education = chosen(educations.get(persona.type));
    return {
      gender,
      name: `${pick(tables.names[gender])} ${pick(tables.names.family)}`,
      age,
      birth_date: isoDay(today - Math.floor(age * 365.25 + int(0, 364)) * DAY_MS),
      education,
      occupation: pick(occupations.get(persona.type).get(education)),
      marital_status: pick(tables.maritalStatuses),
      race_ethnicity: pick(tables.raceEthnicities),
      location: {
        city: place.city,
        state: place.state,
        postal_code: pick(place.postalCodes),
        area_type: place.areaType,
      },
    };
  }

  function sdoh(place) {
    const [near, far] = clinicKm[place.areaType];
    const km = int(near * 10, far * 10) / 10;
    const facilities = int(place.facilities.min, place.facilities.max);
    const insurance = pick(tables.insurances);
    return {
      census_tract: pick(place.censusTracts),
      income_category: pick(tables.incomes),
      area_deprivation_index: int(1, 100),
      insurance,
      support_network: pick(tables.supportNetworks),
      healthcare_access: {
        nearest_clinic_km: km,
        screening_facilities: facilities,
        level: accessLevelOf(km, facilities, insurance),
      },
    };
  }

  function health(persona, age, deprivation) {
    const { screening } = persona;
    const height_cm = int(148, 190);
    const weight_kg = Math.round((int(180, 380) * height_cm * height_cm) / 10_000) / 10;
    const bmi = bmiOf(height_cm, weight_kg);
    const chronic_conditions = some(conditions.get(Math.floor(age / 10)), 0, 2);
    const hasHistory = int(0, 99) < screening.share * 100;
    const findings = {};
    for (const [factor, found] of persona.findings) findings[factor] = pick(found);
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
              frequency: pick(screening.frequencies),
              last_screening: dayBefore(screening.yearsAgo.min * 365, screening.yearsAgo.max * 365),
              completion_rate: share(screening.completionRate),
            }
          : { has_history: false, frequency: 'never', last_screening: null, completion_rate: 0 },
      },
      risk: riskOf(tables, { age, bmi, conditions: chronic_conditions, hasHistory, deprivation, findings }),
    };
  }

  function events(status, { min, max }, from, to) {
    const list = [];
    for (let left = int(min, max); left > 0; left--) {
      const { type, subtype, impact, opportunities, needs } = chosen(kinds);
      list.push({
        date: dayBefore(from, to),
        type,
        subtype,
        impact,
        prevention_opportunity: pick(opportunities),
        support_needs: some(needs, 1, 3),
        status,
      });
    }
    return list.sort(byDate);
  }

  function engagement(persona) {
    const pattern = pick(persona.engagementPatterns);
    const visit_frequency = tables.frequencyOf[pattern];
    const { count, gapDays, features } = tables.visitClasses[visit_frequency];
    const visits = [];
    let day = today + DAY_MS;
    for (let left = int(count.min, count.max); left > 0; left--) {
      day -= int(gapDays.min, gapDays.max) * DAY_MS;
      visits.push({
        at: isoMinute(day + int(6 * 60, 22 * 60 + 59) * 60_000),
        minutes: int(5, 30),
        features: some(features, 1, 3),
      });
    }
    visits.reverse();
    return { pattern, visit_frequency, registered_on: dayBefore(400, 3 * 365), visits, ...visitFigures(visits) };
  }

  return () => {
    const persona = chosen(personas);
    const place = pick(tables.places);
    const aCore = core(persona, place);
    const aSdoh = sdoh(place);
    return {
      customer_id: uuid(),
      persona_type: persona.type,
      as_of: tables.asOf,
      core: aCore,
      sdoh: aSdoh,
      health: health(persona, aCore.age, aSdoh.area_deprivation_index),
      life_events: {
        past: events('completed', tables.pastCount, 1, 3650),
        anticipated: events('planned', tables.aheadCount, -730, -1),
      },
      engagement: engagement(persona),
      narrative: {
        self_description: describe(pick(persona.templates), {
          age: aCore.age,
          city: place.city,
          occupation: aCore.occupation,
        }),
        healthcare_relationship: pick(persona.relationships),
        health_goals: some(tables.goals, 1, 3),
        prevention_approach: persona.preventionApproach,
        pain_points: some(persona.painPoints, 1, 3),
        motivations: some(persona.motivations, 1, 2),
      },
    };
  };
}

/** Values with whole cumulated weights. */
function weights(pairs) {
  let sum = 0;
  const upTo = pairs.map(([, weight]) => (sum += Math.max(1, Math.round(weight * 1000))));
  return { values: pairs.map(([value]) => value), upTo, sum };
}
