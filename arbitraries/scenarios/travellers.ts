import { isRecord } from '../../src/index.js';
import { personas } from '../personas.js';
import { personaTypes } from '../vocabulary.js';
import type { PersonaType } from '../vocabulary.js';
import type { ScenarioType } from './ScenarioType.js';

/** Whether the users of a type may have a screening history. */
export function mayHaveHistory({ user }: Pick<ScenarioType, 'user'>): boolean {
  const wanted: unknown = user;
  const screening = isRecord(wanted) ? wanted['screening_history'] : undefined;
  return !(isRecord(screening) && screening['has_history'] === false);
}

/** The personas that take a type: a persona that is always screened takes none whose users never were. */
export function personasOf(type: Pick<ScenarioType, 'user' | 'personas'>): readonly PersonaType[] {
  const { personas: named = personaTypes } = type;
  return mayHaveHistory(type) ? named : named.filter((persona) => personas[persona].screening.share < 1);
}
