/*
 * The words that a sentence takes from the record: `{age}` in a sentence is the text that the facet of this name gives.
 *
 * A facet gives undefined where the record has no such fact; a sentence with it cannot be said then.
 */
import { wholeYears } from '../../src/index.js';
import type { Condition } from '../vocabulary.js';
import type { Facts } from './Facts.js';
import { articleFor, inWords } from './words.js';

export interface Facet {
  /** What it tells, in words for messages. */
  readonly tells: string;
  /** How any such words look: the source of a regular expression without groups. */
  readonly shape: string;
  readonly of: (facts: Facts) => string | undefined;
}

const conditionWords: Readonly<Record<Condition, string>> = {
  hypertension: 'high blood pressure',
  diabetes: 'diabetes',
  asthma: 'asthma',
  anxiety: 'anxiety',
  depression: 'depression',
  arthritis: 'arthritis',
  heart_disease: 'heart disease',
  benign_breast_condition: 'a benign breast condition',
  fibrocystic_breast_change: 'fibrocystic breast changes',
};

const someCondition = `(?:${Object.values(conditionWords).join('|')})`;
const KM_PER_MILE = 1.609344;

export const facets = {
  age: { tells: 'the age', shape: '\\d+', of: ({ core }) => String(core.age) },
  ageWords: { tells: 'the age', shape: '[a-z]+(?:[- ][a-z]+)*', of: ({ core }) => inWords(core.age) },
  anAge: { tells: 'the age', shape: 'an? \\d+-year-old', of: ({ core }) => anAge(core.age) },
  occupation: { tells: 'the occupation', shape: '[^,;.:]+', of: ({ core }) => core.occupation },
  anOccupation: { tells: 'the occupation', shape: 'an? [^,;.:]+', of: ({ core }) => anOccupation(core.occupation) },
  city: { tells: 'the place', shape: '[^,;:]+', of: ({ core }) => core.location.city },
  marital: {
    tells: 'the marital status',
    shape: '(?:single|married|divorced|widowed)',
    of: ({ core }) => core.marital_status,
  },
  conditions: {
    tells: 'the chronic conditions',
    shape: `${someCondition}(?:(?:, | and )${someCondition})*`,
    of: ({ health }) => (health.chronic_conditions.length === 0 ? undefined : listed(health.chronic_conditions)),
  },
  screeningYear: {
    tells: 'the year of the last screening',
    shape: '\\d{4}',
    of: ({ health }) => health.preventive_care.screening_history.last_screening?.slice(0, 4),
  },
  screeningAgo: {
    tells: 'the time since the last screening',
    shape: '(?:less|more) than [a-z]+(?:-[a-z]+)? years? ago',
    of: ({ health, as_of }) => ago(health.preventive_care.screening_history.last_screening, as_of),
  },
  miles: { tells: 'the distance to the nearest clinic', shape: '[\\d,]+', of: milesToClinic },
} satisfies Record<string, Facet>;

export type FacetName = keyof typeof facets;

/** Whole miles; undefined where the clinic is so close that nobody would count them. */
function milesToClinic({ sdoh }: Facts): string | undefined {
  const miles = Math.round(sdoh.healthcare_access.nearest_clinic_km / KM_PER_MILE);
  return miles < 2 ? undefined : String(miles);
}

function listed(conditions: readonly Condition[]): string {
  let text = conditionWords[conditions[0] as Condition];
  const last = conditions.length - 1;
  for (let index = 1; index <= last; index++) {
    text += (index === last ? ' and ' : ', ') + conditionWords[conditions[index] as Condition];
  }
  return text;
}

function ago(day: string | null, asOf: string): string | undefined {
  if (day === null || day > asOf) return undefined;
  const years = wholeYears(day, asOf);
  if (years === 0) return 'less than a year ago';
  return years === 1 ? 'more than a year ago' : `more than ${inWords(years)} years ago`;
}

function anAge(age: number): string {
  return `${articleFor(inWords(age))} ${age}-year-old`;
}

/** Occupations are few and asked for often; a foreign data set with more of them does not fill the memory. */
const withArticle = new Map<string, string>();
const MOST_KEPT = 2000;

function anOccupation(occupation: string): string {
  const known = withArticle.get(occupation);
  if (known !== undefined) return known;
  const text = `${articleFor(occupation)} ${occupation}`;
  if (withArticle.size < MOST_KEPT) withArticle.set(occupation, text);
  return text;
}
