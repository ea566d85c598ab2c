import type { Customer } from './schema/index.js';

type Row = readonly [label: string, text: string];

/** A customer as a few labelled lines for people. */
export function customerCard(customer: Customer): { readonly title: string; readonly rows: readonly Row[] } {
  const { core, sdoh, health, life_events: life, engagement, narrative } = customer;
  const { screening_history: screening } = health.preventive_care;
  const { location } = core;
  return {
    title: `${core.name}, ${core.age}, ${plain(core.gender)} · ${plain(customer.persona_type)}`,
    rows: [
      ['id', customer.customer_id],
      ['born', core.birth_date],
      ['work', `${core.occupation}; ${plain(core.education)}`],
      [
        'home',
        `${location.city}, ${location.state} ${location.postal_code} (${location.area_type}), ${plain(core.marital_status)}`,
      ],
      [
        'means',
        `${plain(sdoh.income_category)} income, insurance: ${plain(sdoh.insurance)}, ${sdoh.support_network} support`,
      ],
      ['access', `${sdoh.healthcare_access.level}: clinic at ${sdoh.healthcare_access.nearest_clinic_km} km`],
      ['body', `${health.height_cm} cm, ${health.weight_kg} kg, BMI ${health.bmi}`],
      ['conditions', health.chronic_conditions.map(plain).join(', ') || 'none'],
      [
        'screening',
        screening.last_screening === null ? 'never' : `${screening.frequency}, last on ${screening.last_screening}`,
      ],
      [
        'risk',
        `${health.risk.level} (${health.risk.score} points: ${health.risk.factors.map(({ factor, points }) => `${plain(factor)} ${points}`).join(', ')})`,
      ],
      ['life', life.past.map(({ date, subtype }) => `${date} ${plain(subtype)}`).join('; ') || 'no events'],
      [
        'ahead',
        life.anticipated.map(({ date, subtype }) => `${date} ${plain(subtype)}`).join('; ') || 'nothing planned',
      ],
      [
        'visits',
        `${engagement.visit_count} in the last year (${engagement.pattern}), ${engagement.average_minutes} minutes each`,
      ],
      ['says', narrative.self_description],
    ],
  };
}

function plain(word: string): string {
  return word.replaceAll('_', ' ');
}
