import { text } from '../../src/index.js';
import { genders } from '../vocabulary.js';
import type { Gender } from '../vocabulary.js';
import { FullName } from './FullName.js';

/** Words in faker's tables that a reader takes for a title or a slip rather than for a name. */
const ODD = new Set(['Brain', 'Christ', 'Dock', 'General', 'Judge', 'Name', 'Prince', 'Princess', 'Queen', 'Sister']);

const tables: Readonly<Record<Gender, readonly string[]>> = {
  female: text('person.first_name.female').values,
  male: text('person.first_name.male').values,
};

const known: Readonly<Record<Gender, ReadonlySet<string>>> = {
  female: new Set(tables.female),
  male: new Set(tables.male),
};

/** Given names by gender; names that stand in both tables say nothing, and are left out. */
export const givenNames: Readonly<Record<Gender, readonly string[]>> = {
  female: tables.female.filter((name) => !known.male.has(name) && !ODD.has(name)),
  male: tables.male.filter((name) => !known.female.has(name) && !ODD.has(name)),
};

export const familyNames: readonly string[] = text('person.last_name').values;

const fullNames: Readonly<Record<Gender, FullName>> = {
  female: new FullName(givenNames.female, familyNames),
  male: new FullName(givenNames.male, familyNames),
};

/** Names whose given name fits the gender. */
export function nameOf(gender: Gender): FullName {
  return fullNames[gender];
}

/** The gender whose names this full name belongs to; undefined where the tables do not have it. */
export function genderOfName(name: string): Gender | undefined {
  return genders.find((gender) => fullNames[gender].accepts(name));
}
