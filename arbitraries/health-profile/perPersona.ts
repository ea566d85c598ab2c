import { personas } from '../personas.js';
import type { Persona } from '../personas.js';
import { personaTypes } from '../vocabulary.js';
import type { PersonaType } from '../vocabulary.js';

/** A table with one entry for each persona, made at once. */
export function perPersona<T>(
  make: (persona: Persona, personaType: PersonaType) => T,
): Readonly<Record<PersonaType, T>> {
  return Object.fromEntries(personaTypes.map((type) => [type, make(personas[type], type)])) as Record<PersonaType, T>;
}
