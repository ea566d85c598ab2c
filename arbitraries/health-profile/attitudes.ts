import { decimal, record } from '../../src/index.js';
import type { GridArbitrary, KeyedArbitrary } from '../../src/index.js';
import { personas } from '../personas.js';
import type { Persona, Range } from '../personas.js';
import type { Health } from '../schema/index.js';
import type { PersonaType } from '../vocabulary.js';
import { perPersona } from './perPersona.js';
import { falling, rising } from './Shape.js';
import type { Shape } from './Shape.js';
import { shaped } from './shaped.js';

export type Attitudes = Health['attitudes'];

/** Where the range of each attitude stands in a persona. */
export const attitudeRanges = {
  health_awareness: 'healthAwareness',
  action_tendency: 'actionTendency',
  prevention_completion: 'preventionCompletion',
  family_history_anxiety: 'familyHistoryAnxiety',
} as const satisfies Record<keyof Attitudes, keyof Persona>;

const attitudes = perPersona((persona): KeyedArbitrary<Attitudes> => {
  const within = (name: keyof Attitudes): GridArbitrary<number> => decimal({ ...persona[attitudeRanges[name]] });
  return record()
    .field('health_awareness', within('health_awareness'))
    .field('action_tendency', within('action_tendency'))
    .field('prevention_completion', within('prevention_completion'))
    .field('family_history_anxiety', within('family_history_anxiety'));
});

const anxiety = perPersona(({ anxiety: range }) => ({
  any: decimal({ ...range }),
  diagnosed: leaning(rising, range),
}));

export function attitudesOf(personaType: PersonaType): KeyedArbitrary<Attitudes> {
  return attitudes[personaType];
}

/** Anxiety within the range of the persona; with an anxiety disorder, more often in its upper part. */
export function anxietyOf(personaType: PersonaType, isDiagnosed: boolean): GridArbitrary<number> {
  return isDiagnosed ? anxiety[personaType].diagnosed : anxiety[personaType].any;
}

/** A share within a range that lies more often at the upper end (`up`) or at the lower one. */
export function shareWithin(range: Range, lean: 'up' | 'down'): GridArbitrary<number> {
  return leaning(lean === 'up' ? rising : falling, range);
}

/** Whether an attitude lies in the upper half of the range that its persona has. */
export function isInUpperHalf(value: number, { min, max }: Range): boolean {
  return value * 2 > min + max;
}

function leaning(shape: Shape, { min, max }: Range): GridArbitrary<number> {
  // Half a step more at both ends gives the outermost points their full width.
  return shaped(shape, { min, max, digits: 2, toward: 0, offset: min - 0.005, stretch: max - min + 0.01 });
}

/** The range of an attitude in a persona. */
export function attitudeRange(personaType: PersonaType, name: keyof Attitudes): Range {
  return personas[personaType][attitudeRanges[name]];
}
