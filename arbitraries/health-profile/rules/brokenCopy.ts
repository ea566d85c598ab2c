/* What breakers share: copies in which what hangs on the broken field is kept in step, so that one rule alone is broken. */
import { daysBetween, wholeYears } from '../../../src/index.js';
import { retold } from '../../narrative/index.js';
import type { Customer, Health, ScreeningHistory } from '../../schema/index.js';
import { riskFactors, riskLevel, riskScore } from '../riskModel.js';
import type { RiskFacts, RiskModel } from '../riskModel.js';
import { ADULT_AGE } from '../screening.js';

/** Fewest days between two screenings that a careful reader would believe. */
const APART_DAYS = 183;

/** A copy with its health changed, and with words that are true of it. */
export function broken(customer: Customer, change: (health: Health, copy: Customer) => void): Customer {
  const copy = structuredClone(customer);
  change(copy.health, copy);
  return retold(copy, customer);
}

/** `broken`, with the risk recomputed; undefined where that would change the level, on which other things hang. */
export function brokenAtSameLevel(
  model: RiskModel,
  customer: Customer,
  change: (health: Health, copy: Customer) => void,
): Customer | undefined {
  const copy = broken(customer, (health, whole) => {
    change(health, whole);
    const { risk } = health;
    risk.factors = riskFactors(factsOf(whole), risk.findings, model);
    risk.score = riskScore(risk.factors);
  });
  const { level, score } = copy.health.risk;
  return riskLevel(score, model) === level ? copy : undefined;
}

/** What the risk model reads of a customer. */
export function factsOf({ as_of, core, sdoh, health }: Customer): RiskFacts {
  return {
    asOf: as_of,
    age: core.age,
    bmi: health.bmi,
    conditions: health.chronic_conditions,
    lastScreening: health.preventive_care.screening_history.last_screening,
    areaDeprivationIndex: sdoh.area_deprivation_index,
  };
}

export function screeningOf({ health }: Customer): ScreeningHistory {
  return health.preventive_care.screening_history;
}

/**
 * Another last screening, with the event of that day moved along, unless no event can lie there: after the reference date,
 * in childhood. Undefined where the move would bring it too near to another screening, or change the level of risk.
 */
export function withLastScreening(model: RiskModel, customer: Customer, date: string): Customer | undefined {
  const isPlausible = date <= customer.as_of && wholeYears(customer.core.birth_date, date) >= ADULT_AGE;
  const { past } = customer.life_events;
  const old = past.findLastIndex((event) => event.subtype === 'screening');
  const others = past.filter((event, index) => index !== old && event.subtype === 'screening');
  if (isPlausible && others.some((event) => daysBetween(event.date, date) < APART_DAYS)) return undefined;
  return brokenAtSameLevel(model, customer, (health, { life_events }) => {
    health.preventive_care.screening_history.last_screening = date;
    const moved = life_events.past[old];
    if (!isPlausible || moved === undefined) return;
    moved.date = date;
    life_events.past.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  });
}
