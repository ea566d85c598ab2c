import { narrative } from '../../../arbitraries/narrative/index.js';
import { personas } from '../../../arbitraries/personas.js';
import type { Customer, LifeEvent } from '../../../arbitraries/schema/index.js';
import * as words from '../../../arbitraries/vocabulary.js';
import { addDays, choice, Source } from '../../../src/index.js';

const AS_OF = '2025-03-31';
const ID = '3f2b8c1e-5d4a-4b6f-9a7c-0e1d2c3b4a59';
const JOBS = [
  'accountant',
  'university professor',
  'urban planner',
  'user experience designer',
  'hotel housekeeper',
  "teacher's aide",
  'program coordinator at a charity',
];
const HEALTH_PROFESSIONS = ['emergency room nurse', 'registered nurse', 'obstetrician-gynecologist', 'health educator'];
const RETIREMENT_AGE = 45;
const CITIES = ['Denver', 'St. Louis', "Coeur d'Alene", 'Winston-Salem', 'New York'];

const typeOfEvent = (subtype: words.LifeEventSubtype): words.LifeEventType =>
  subtype === 'relocation' ? 'place' : subtype === 'job_change' || subtype === 'promotion' ? 'career' : 'family';

/** A customer whose facts are plausible enough to talk about, made from a seed alone; the narrative is drawn for it. */
export function plausibleCustomer(seed: number): Customer {
  const source = Source.of(seed);
  const facts = plausibleFacts(source.child('facts'));
  return { ...facts, narrative: narrative.in(facts).draw(source.child('narrative')) };
}

/** Many of them, from seed 0 on. */
export function plausibleCustomers(count: number): Customer[] {
  return Array.from({ length: count }, (_, seed) => plausibleCustomer(seed));
}

function plausibleFacts(source: Source): Omit<Customer, 'narrative'> {
  const one = <T>(name: string, items: readonly T[]): T =>
    items[source.child(name).below(items.length)] ?? (items[0] as T);
  const within = (name: string, range: { readonly min: number; readonly max: number }): number =>
    Math.round((range.min + (range.max - range.min) * source.child(name).unit()) * 100) / 100;
  const persona_type = one('persona', words.personaTypes);
  const persona = personas[persona_type];
  const age = source.child('age').between(persona.age.min, persona.age.max);
  const hasHistory = source.child('screened').unit() < persona.screening.share;
  const height = source.child('height').between(152, 190);
  const weight = source.child('weight').between(48, 115);
  const event = (subtype: words.LifeEventSubtype, days: number): LifeEvent => ({
    date: addDays(AS_OF, days),
    type: typeOfEvent(subtype),
    subtype,
    impact: 'moderate',
    prevention_opportunity: 'Book the next check-up',
    support_needs: ['Someone to call'],
    status: days > 0 ? 'planned' : 'completed',
  });
  const isOfAge = (subtype: words.LifeEventSubtype): boolean =>
    subtype !== 'retirement_planning' || age >= RETIREMENT_AGE;
  const marital = one('marital', words.maritalStatuses);
  return {
    customer_id: ID,
    persona_type,
    as_of: AS_OF,
    core: {
      name: 'Ana Rivera',
      age,
      birth_date: `${2024 - age}-07-14`,
      gender: one('gender', words.genders),
      education: 'bachelor',
      occupation: one('occupation', persona_type === 'healthcare_professional' ? HEALTH_PROFESSIONS : JOBS),
      marital_status: marital,
      race_ethnicity: 'hispanic',
      location: {
        city: one('city', CITIES),
        state: 'CO',
        postal_code: '80202',
        area_type: one('area', words.areaTypes),
      },
    },
    sdoh: {
      census_tract: '08031001702',
      area_deprivation_index: 40,
      income_category: 'middle',
      insurance: one('insurance', words.insurances),
      support_network: one('support', words.supportNetworks),
      healthcare_access: {
        level: one('access', words.accessLevels),
        nearest_clinic_km: source.child('clinic').between(2, 600) / 10,
        screening_facilities: 4,
      },
    },
    health: {
      height_cm: height,
      weight_kg: weight,
      bmi: Math.round(weight / (height / 100) ** 2 / 0.1) / 10,
      chronic_conditions: words.conditions.filter((condition) => source.child(condition).unit() < 0.12),
      anxiety_level: within('anxiety', persona.anxiety),
      attitudes: {
        health_awareness: within('awareness', persona.healthAwareness),
        action_tendency: within('tendency', persona.actionTendency),
        prevention_completion: within('completion', persona.preventionCompletion),
        family_history_anxiety: within('family', persona.familyHistoryAnxiety),
      },
      preventive_care: {
        screening_history: hasHistory
          ? {
              has_history: true,
              frequency: one('frequency', persona.screening.frequencies),
              last_screening: addDays(
                AS_OF,
                -source
                  .child('last')
                  .between(persona.screening.yearsAgo.min * 365, persona.screening.yearsAgo.max * 365),
              ),
              completion_rate: within('rate', persona.screening.completionRate),
            }
          : { has_history: false, frequency: 'never', last_screening: null, completion_rate: 0 },
      },
      risk: { findings: {}, factors: [], score: 0, level: 'low' },
    },
    life_events: {
      past: pastSubtypes
        .filter((subtype) => source.child(subtype).unit() < 0.12 && isOfAge(subtype))
        .map((subtype) => event(subtype, -source.child(subtype).between(1, 700)))
        .sort((a, b) => (a.date < b.date ? -1 : 1)),
      anticipated: plannedSubtypes
        .filter((subtype) => source.child(`planned ${subtype}`).unit() < 0.08 && isOfAge(subtype))
        .filter((subtype) => subtype !== 'marriage' || marital !== 'married')
        .map((subtype) => event(subtype, source.child(`planned ${subtype}`).between(1, 700)))
        .sort((a, b) => (a.date < b.date ? -1 : 1)),
    },
    engagement: {
      pattern: persona.engagementPatterns[0] ?? 'rare',
      visit_frequency: 'sporadic',
      registered_on: '2024-01-10',
      visits: [],
      visit_count: 0,
      average_minutes: 0,
      average_gap_days: null,
    },
  };
}

const pastSubtypes = choice(words.lifeEventSubtypes).values;
const plannedSubtypes = pastSubtypes.filter(
  (subtype) =>
    !['diagnosis', 'treatment', 'biopsy', 'divorce', 'family_loss', 'family_cancer_diagnosis'].includes(subtype),
);
