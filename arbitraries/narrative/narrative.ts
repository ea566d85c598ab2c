import { record, subset } from '../../src/index.js';
import { personas } from '../personas.js';
import { attitudes } from './attitudes.js';
import { ownDisclosures, sharedDisclosures } from './disclosures.js';
import type { Facts } from './Facts.js';
import { GoalsArbitrary } from './GoalsArbitrary.js';
import { ownOpenings, sharedOpenings } from './openings.js';
import { ownRelationships, sharedRelationships } from './relationships.js';
import { SentencesArbitrary } from './SentencesArbitrary.js';
import { byPersona, placeOf, placeOfTopics } from './topics.js';

/** How often somebody tells more of themself than who they are and how they think. */
const DISCLOSING = 0.8;
export const MOST_PAIN_POINTS = 3;
export const MOST_MOTIVATIONS = 2;

export const descriptionPlaces = byPersona((persona) => [
  placeOf('opening', [...sharedOpenings, ...ownOpenings[persona]]),
  placeOfTopics('disclosure', DISCLOSING, [...sharedDisclosures, ...ownDisclosures[persona]]),
  placeOf('attitude', attitudes[persona]),
]);

export const relationshipPlaces = byPersona((persona) => [
  placeOf('relationship', [...ownRelationships[persona], ...sharedRelationships]),
]);

const painPoints = byPersona((persona) =>
  subset(personas[persona].painPoints, { minLength: 1, maxLength: MOST_PAIN_POINTS }),
);
const motivations = byPersona((persona) =>
  subset(personas[persona].motivations, { minLength: 1, maxLength: MOST_MOTIVATIONS }),
);

/**
 * What customers say of themselves: every statement is true of the record above it.
 *
 * Shrinks toward: the plainest opening and attitude of the persona, one goal, one pain point, one motivation.
 * Keyed by: the source and, field by field, its name; within a text, the place of the sentence. A fact that no chosen
 * sentence depends on changes nothing.
 */
export const narrative = record<Facts>()
  .field('self_description', (_, facts) => new SentencesArbitrary(descriptionPlaces[facts.persona_type], facts))
  .field('healthcare_relationship', (_, facts) => new SentencesArbitrary(relationshipPlaces[facts.persona_type], facts))
  .field('health_goals', (_, facts) => new GoalsArbitrary(facts))
  .derived('prevention_approach', (_, facts) => personas[facts.persona_type].preventionApproach)
  .field('pain_points', (_, facts) => painPoints[facts.persona_type])
  .field('motivations', (_, facts) => motivations[facts.persona_type]);
