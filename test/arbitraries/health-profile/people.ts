/* Customers with everything that health hangs on: the parts above are stubs, legal but plain. */
import {
  choice,
  constant,
  daysFromCivil,
  dayToIso,
  integer,
  isoToDay,
  record,
  wholeYears,
} from '../../../src/index.js';
import type { KeyedArbitrary, RecordArbitrary } from '../../../src/index.js';
import { healthProfile } from '../../../arbitraries/health-profile/index.js';
import type { HealthOuter } from '../../../arbitraries/health-profile/index.js';
import { narrative } from '../../../arbitraries/narrative/index.js';
import { personas } from '../../../arbitraries/personas.js';
import type { Customer, Health } from '../../../arbitraries/schema/index.js';
import { genders, personaTypes } from '../../../arbitraries/vocabulary.js';

type Person = HealthOuter & { readonly health: Health };

const plainCore = {
  name: 'Ann Lee',
  education: 'bachelor',
  occupation: 'teacher',
  marital_status: 'single',
  race_ethnicity: 'black',
  location: { city: 'Boston', state: 'MA', postal_code: '02118', area_type: 'urban' },
} as const;

const ages = Object.fromEntries(personaTypes.map((type) => [type, integer({ ...personas[type].age, toward: 30 })]));

const core = record<Pick<Customer, 'persona_type' | 'as_of'>>()
  .field('name', constant(plainCore.name))
  .field('age', (_, { persona_type }) => ages[persona_type] as KeyedArbitrary<number>)
  .field('birth_date', ({ age }, { as_of }) => constant(bornBefore(as_of, age)))
  .field('gender', choice(genders))
  .field('education', constant(plainCore.education))
  .field('occupation', constant(plainCore.occupation))
  .field('marital_status', constant(plainCore.marital_status))
  .field('race_ethnicity', constant(plainCore.race_ethnicity))
  .field('location', constant(plainCore.location));

const sdoh = record()
  .field('census_tract', constant('25025070500'))
  .field('area_deprivation_index', integer({ min: 1, max: 100 }))
  .field('income_category', constant('middle'))
  .field('insurance', constant('employer'))
  .field('support_network', constant('strong'))
  .field('healthcare_access', constant({ level: 'good', nearest_clinic_km: 1, screening_facilities: 9 } as const));

/** People with this kind of health. */
export function peopleWith(health: RecordArbitrary<Health, HealthOuter>): RecordArbitrary<Person> {
  return record()
    .field('persona_type', choice(personaTypes))
    .field('as_of', choice(['2025-06-30', '2024-02-29', '2026-01-01', '2025-12-31']))
    .field('core', (above) => core.in(above))
    .field('sdoh', sdoh)
    .field('health', (above) => health.in(above));
}

export const people = peopleWith(healthProfile);

/** The person as a customer whose other parts are plain: the event of the last screening, and the simplest words. */
export function asCustomer(person: Person): Customer {
  const { last_screening } = person.health.preventive_care.screening_history;
  const customer: Omit<Customer, 'narrative'> = {
    ...person,
    customer_id: '00000000-0000-4000-8000-000000000000',
    life_events: {
      past: last_screening === null ? [] : [screeningOn(last_screening)],
      anticipated: [],
    },
    engagement: {
      pattern: 'rare',
      visit_frequency: 'sporadic',
      registered_on: person.as_of,
      visits: [],
      visit_count: 0,
      average_minutes: 0,
      average_gap_days: null,
    },
  };
  return { ...customer, narrative: narrative.in(customer).mend({}) };
}

function screeningOn(date: string): Customer['life_events']['past'][number] {
  return {
    date,
    type: 'health',
    subtype: 'screening',
    impact: 'moderate',
    prevention_opportunity: 'None.',
    support_needs: ['None.'],
    status: 'completed',
  };
}

/** A birth date in the middle of the year of life, or on the very birthday for even ages. */
function bornBefore(asOf: string, age: number): string {
  const year = Number(asOf.slice(0, 4)) - age;
  const birthday = dayToIso(daysFromCivil(year, Number(asOf.slice(5, 7)), Number(asOf.slice(8))));
  const early = dayToIso((isoToDay(birthday) ?? 0) - 180);
  return age % 2 === 0 && wholeYears(birthday, asOf) === age ? birthday : early;
}
