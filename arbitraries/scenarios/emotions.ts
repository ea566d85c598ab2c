import type { EmotionRow, TransitionRow } from '../../src/index.js';
import { personaTypes } from '../vocabulary.js';
import type { PersonaType } from '../vocabulary.js';

/** Every emotion that a journey on the platform knows, calmest first. */
export const emotions = [
  'stable',
  'neutral',
  'reflective',
  'attentive',
  'engaged',
  'motivated',
  'concerned',
  'anxious',
] as const;

export type Emotion = (typeof emotions)[number];

type Weighted = Readonly<Partial<Record<Emotion, number>>>;

/** What may follow an emotion, with a factor on how likely the next step makes it; what is left out may not follow. */
type Table = Readonly<Partial<Record<Emotion, Weighted>>>;

/*
 * Whoever avoids health care goes from anxiety to worry or to a first engagement, never straight to calm; planners and
 * integrators come to rest quickly; professionals are never anxious; the overlooked fall back into worry from anywhere.
 */
const tables: Readonly<Record<PersonaType, Table>> = {
  health_aware_avoider: {
    stable: { stable: 1, neutral: 1, reflective: 1, attentive: 1, concerned: 1 },
    neutral: { neutral: 1, reflective: 1, attentive: 1, engaged: 1, concerned: 1, anxious: 2 },
    reflective: { reflective: 1, engaged: 1, motivated: 1, concerned: 1, anxious: 1 },
    attentive: { attentive: 1, reflective: 1, engaged: 1, concerned: 1, anxious: 1 },
    engaged: { engaged: 2, stable: 1, reflective: 1, motivated: 1, concerned: 1 },
    motivated: { motivated: 1, stable: 1, engaged: 1, concerned: 1 },
    concerned: { concerned: 1, stable: 1, reflective: 1, engaged: 1, motivated: 1, anxious: 1 },
    anxious: { anxious: 1, reflective: 1, engaged: 1, concerned: 1 },
  },
  structured_system_seeker: {
    stable: { stable: 1, neutral: 1, attentive: 1, engaged: 1, motivated: 1 },
    neutral: { neutral: 1, reflective: 1, attentive: 1, engaged: 1, concerned: 1 },
    reflective: { reflective: 1, stable: 1, attentive: 1, engaged: 1, motivated: 1 },
    attentive: { attentive: 1, stable: 1, reflective: 1, engaged: 2, motivated: 1, concerned: 1 },
    engaged: { engaged: 2, stable: 1, reflective: 1, attentive: 1, motivated: 1 },
    motivated: { motivated: 1, stable: 1, engaged: 1 },
    concerned: { concerned: 1, reflective: 1, attentive: 1, engaged: 1 },
    anxious: { reflective: 1, attentive: 1, engaged: 1, concerned: 1 },
  },
  balanced_life_integrator: {
    stable: { stable: 2, neutral: 1, reflective: 1, attentive: 1, engaged: 1 },
    neutral: { neutral: 1, stable: 1, reflective: 1, attentive: 1, engaged: 1 },
    reflective: { reflective: 1, stable: 1, engaged: 1, motivated: 1, concerned: 1 },
    attentive: { attentive: 1, neutral: 1, reflective: 1, engaged: 1 },
    engaged: { engaged: 2, stable: 1, reflective: 1, motivated: 1 },
    motivated: { motivated: 1, stable: 1, engaged: 1 },
    concerned: { concerned: 1, reflective: 2, attentive: 1, engaged: 1 },
    anxious: { anxious: 1, reflective: 1, engaged: 1, concerned: 1 },
  },
  healthcare_professional: {
    stable: { stable: 1, neutral: 1, attentive: 1, engaged: 1 },
    neutral: { neutral: 1, attentive: 1, engaged: 2, concerned: 1 },
    reflective: { reflective: 1, attentive: 1, engaged: 1, motivated: 1 },
    attentive: { attentive: 1, stable: 1, reflective: 1, engaged: 2 },
    engaged: { engaged: 2, stable: 1, reflective: 1, attentive: 1, motivated: 1 },
    motivated: { motivated: 1, stable: 1, engaged: 1 },
    concerned: { concerned: 1, reflective: 1, attentive: 1, engaged: 1 },
  },
  overlooked_risk_group: {
    stable: { stable: 1, neutral: 1, attentive: 1, concerned: 1 },
    neutral: { neutral: 1, attentive: 1, engaged: 1, concerned: 1, anxious: 1 },
    reflective: { reflective: 1, engaged: 1, motivated: 1, concerned: 1 },
    attentive: { attentive: 1, reflective: 1, engaged: 1, concerned: 1 },
    engaged: { engaged: 1, stable: 1, neutral: 1, reflective: 1, motivated: 1, concerned: 1 },
    motivated: { motivated: 1, stable: 1, engaged: 1, concerned: 1 },
    concerned: { concerned: 1, stable: 1, neutral: 1, reflective: 1, engaged: 1, anxious: 1 },
    anxious: { anxious: 1, reflective: 1, engaged: 1, concerned: 1 },
  },
};

/** Which emotion may follow which, persona by persona; the same on every journey. */
export const transitions: readonly TransitionRow[] = personaTypes.map((persona) => ({
  persona,
  table: tables[persona],
}));

/** Emotions at a step by persona, for the impacts named. */
export function feltBy(rows: Readonly<Record<PersonaType, Weighted>>, impact?: string): readonly EmotionRow[] {
  return personaTypes.map((persona) => ({
    persona,
    ...(impact !== undefined && { impact }),
    weights: rows[persona],
  }));
}
