import {
  choice,
  constant,
  calendarDays,
  daysFromCivil,
  integer,
  isoToDay,
  nullable,
  record,
  subset,
} from '../../../src/index.js';
import type { KeyedArbitrary } from '../../../src/index.js';
import { engagement } from '../../../arbitraries/engagement/index.js';
import { lifeEvents } from '../../../arbitraries/life-events/index.js';
import { personas } from '../../../arbitraries/personas.js';
import type { Core, Customer, Health } from '../../../arbitraries/schema/index.js';
import { conditions, genders, maritalStatuses, personaTypes } from '../../../arbitraries/vocabulary.js';
import type { MaritalStatus, ScreeningFrequency } from '../../../arbitraries/vocabulary.js';

/** The ages from which each status can have come about. */
const statusAges: Readonly<Record<MaritalStatus, number>> = { single: 0, married: 21, divorced: 24, widowed: 28 };

function yearsBack(date: string, years: number): number {
  return daysFromCivil(Number(date.slice(0, 4)) - years, Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

const person = record<Pick<Customer, 'persona_type' | 'as_of'>>()
  .field('name', constant('Ann Hill'))
  .field('age', (_, { persona_type }) => integer({ ...personas[persona_type].age }))
  .field('birth_date', ({ age }, { as_of }) => calendarDays(yearsBack(as_of, age + 1) + 1, yearsBack(as_of, age)))
  .field('gender', choice(genders))
  .field('education', constant('bachelor'))
  .field('occupation', constant('teacher'))
  .field('marital_status', ({ age }) => choice(maritalStatuses.filter((status) => statusAges[status] <= age)))
  .field('race_ethnicity', constant('black'))
  .field('location', constant({ city: 'Austin', state: 'TX', postal_code: '78701', area_type: 'urban' })) satisfies {
  accepts(value: unknown): value is Core;
};

const screening = record<Pick<Customer, 'persona_type' | 'as_of' | 'core'>>()
  .field('has_history', choice([false, true]))
  .field('frequency', ({ has_history }, { persona_type }): KeyedArbitrary<ScreeningFrequency> =>
    has_history ? choice(personas[persona_type].screening.frequencies) : constant('never'),
  )
  .field('last_screening', ({ has_history }, { as_of, core }): KeyedArbitrary<string | null> => {
    if (!has_history) return constant(null);
    const adult = yearsBack(core.birth_date, -18);
    const today = isoToDay(as_of) ?? 0;
    return nullable(calendarDays(Math.max(adult, today - 3900), today), { presentShare: 1 });
  })
  .field('completion_rate', ({ has_history }) => constant(has_history ? 0.5 : 0));

const profile = record<Pick<Customer, 'persona_type' | 'as_of' | 'core'>>()
  .field('height_cm', constant(170))
  .field('weight_kg', constant(70))
  .field('bmi', constant(24.2))
  .field('chronic_conditions', subset(conditions, { maxLength: 3 }))
  .field('anxiety_level', constant(0.5))
  .field(
    'attitudes',
    constant({ health_awareness: 0.5, action_tendency: 0.5, prevention_completion: 0.5, family_history_anxiety: 0.5 }),
  )
  .field('preventive_care', (_, above) => record().field('screening_history', screening.in(above)))
  .field('risk', (): KeyedArbitrary<Health['risk']> =>
    record()
      .field(
        'findings',
        record()
          .field('family_history', choice(['none', 'first_degree_relative']))
          .field('genetic', choice(['none', 'high_risk_variant'])),
      )
      .field('factors', constant<Health['risk']['factors']>([]))
      .field('score', constant(0))
      .field('level', constant('low')),
  );

/** Customers whose life events and engagement are real; what these hang on is drawn widely, the rest is constant. */
export const lives = record()
  .field('customer_id', constant('00000000-0000-4000-8000-000000000000'))
  .field('persona_type', choice(personaTypes))
  .field('as_of', choice(['2025-03-31', '2024-02-29', '2031-12-31']))
  .field('core', (above) => person.in(above))
  .field(
    'sdoh',
    constant<Customer['sdoh']>({
      census_tract: '48453001100',
      area_deprivation_index: 40,
      income_category: 'middle',
      insurance: 'employer',
      support_network: 'strong',
      healthcare_access: { level: 'good', nearest_clinic_km: 1, screening_facilities: 9 },
    }),
  )
  .field('health', (above) => profile.in(above))
  .field('life_events', (above) => lifeEvents.in(above))
  .field('engagement', (above) => engagement.in(above))
  .field(
    'narrative',
    constant<Customer['narrative']>({
      self_description: 'I teach.',
      healthcare_relationship: 'steady',
      health_goals: ['sleep'],
      prevention_approach: 'lifestyle_focused',
      pain_points: ['time'],
      motivations: ['efficiency'],
    }),
  ) as unknown as KeyedArbitrary<Customer>;
