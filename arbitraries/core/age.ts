import { calendarDays, daysFromCivil, integer } from '../../src/index.js';
import type { GridArbitrary } from '../../src/index.js';
import { personas } from '../personas.js';
import { personaTypes } from '../vocabulary.js';
import type { PersonaType } from '../vocabulary.js';

const ages = Object.fromEntries(
  personaTypes.map((type) => [type, integer({ ...personas[type].age, toward: personas[type].age.min })]),
) as Readonly<Record<PersonaType, GridArbitrary<number>>>;

/** The ages of a persona, in whole years. */
export function ageOf(persona: PersonaType): GridArbitrary<number> {
  return ages[persona];
}

/** The arbitraries of the reference date that was asked for last: a run has one, so older ones are not kept. */
let latest: { readonly asOf: string; readonly byAge: (GridArbitrary<string> | undefined)[] } = { asOf: '', byAge: [] };

/**
 * The birth dates of those who are exactly this old on the reference date, as `wholeYears` counts.
 *
 * Shrinks toward: 1 January of the later of the two years.
 */
export function birthDateOf(asOf: string, age: number): GridArbitrary<string> {
  if (latest.asOf !== asOf) latest = { asOf, byAge: [] };
  return (latest.byAge[age] ??= bornBetween(asOf, age));
}

function bornBetween(asOf: string, age: number): GridArbitrary<string> {
  const year = Number(asOf.slice(0, 4)) - age;
  return calendarDays(lastBirthday(year - 1, asOf) + 1, lastBirthday(year, asOf), daysFromCivil(year, 1, 1));
}

/** The last day of a year whose month and day are not after those of `asOf`; 28 February where the year has no 29th. */
function lastBirthday(year: number, asOf: string): number {
  const month = Number(asOf.slice(5, 7));
  const day = Number(asOf.slice(8, 10));
  return month === 2 && day === 29 ? daysFromCivil(year, 3, 1) - 1 : daysFromCivil(year, month, day);
}
