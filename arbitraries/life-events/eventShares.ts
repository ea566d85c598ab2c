/*
 * How likely each kind of event is for each persona.
 *
 * Three things move the share of the kind: how often life turns for the persona (careers, places, births), which turns
 * are typical of it, and for preventive steps how readily it takes them. Losses and illnesses in the family are fate, and
 * the marital and screening histories follow from other fields.
 */
import { personas } from '../personas.js';
import type { Persona, TransitionRate } from '../personas.js';
import { lifeEventSubtypes, personaTypes } from '../vocabulary.js';
import type { LifeEventSubtype, PersonaType } from '../vocabulary.js';
import { eventKinds } from './eventKinds.js';

const rateFactors: Readonly<Record<TransitionRate, number>> = {
  seldom: 0.4,
  sometimes: 1,
  often: 1.5,
  very_often: 2.2,
};
const TYPICAL_FACTOR = 2;
const MOST = 0.9;

/** The subtypes that stand for the transitions that a persona is described by. */
const typicalSubtypes: Readonly<Record<string, readonly LifeEventSubtype[]>> = {
  job_change: ['job_change'],
  relocation: ['relocation'],
  relationship_change: ['marriage'],
  family_change: ['child_birth', 'family_loss'],
  career_change: ['career_change'],
  career_advancement: ['promotion'],
  specialisation_change: ['career_change'],
  healthcare_access_change: ['job_change', 'relocation'],
  retirement_planning: ['retirement_planning'],
};

const turns: ReadonlySet<LifeEventSubtype> = new Set([
  'job_change',
  'promotion',
  'career_change',
  'retirement_planning',
  'marriage',
  'child_birth',
  'relocation',
]);

/** Shares by the index of the subtype in the vocabulary. */
export interface EventShares {
  /** Share with at least one within the span looked at. */
  readonly past: Float64Array;
  /** Share with one ahead; 0 for what nobody plans. */
  readonly ahead: Float64Array;
}

/** The shares of each persona, worked out once. */
export const eventShares = Object.fromEntries(
  personaTypes.map((type) => [type, sharesOf(personas[type])]),
) as unknown as Readonly<Record<PersonaType, EventShares>>;

function sharesOf(persona: Persona): EventShares {
  const typical = new Set(persona.transitions.kinds.flatMap((kind) => typicalSubtypes[kind] ?? []));
  const past = Float64Array.from(lifeEventSubtypes, (subtype) => pastShare(persona, subtype, typical));
  const ahead = Float64Array.from(lifeEventSubtypes, (subtype, index) =>
    eventKinds[subtype].isPlannable === true ? aheadShare(persona, subtype, past[index] as number) : 0,
  );
  return { past, ahead };
}

function pastShare(persona: Persona, subtype: LifeEventSubtype, typical: ReadonlySet<LifeEventSubtype>): number {
  const { share } = eventKinds[subtype];
  const rate = turns.has(subtype) ? rateFactors[persona.transitions.rate] : 1;
  const readiness = subtype === 'prevention' ? 2 * middle(persona.preventionCompletion) : 1;
  return Math.min(MOST, share * rate * readiness * (typical.has(subtype) ? TYPICAL_FACTOR : 1));
}

/** Plans reach over a shorter time than the past does; who completes preventive steps also plans them. */
function aheadShare(persona: Persona, subtype: LifeEventSubtype, past: number): number {
  if (subtype === 'screening') return 0.6 * middle(persona.preventionCompletion);
  if (subtype === 'prevention') return 0.4 * middle(persona.preventionCompletion);
  return past * 0.6;
}

function middle({ min, max }: { readonly min: number; readonly max: number }): number {
  return (min + max) / 2;
}
