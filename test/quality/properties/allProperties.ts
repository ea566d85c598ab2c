import { cohortProperties } from './cohorts.js';
import { customerProperties } from './customers.js';
import { foreignProperties } from './foreign.js';
import { journeyProperties } from './journeys.js';
import type { Property } from './Property.js';
import { smallProperties } from './small.js';

/** Every property whose shrinking is measured, in the order of the table. */
export const allProperties: readonly Property[] = [
  ...customerProperties,
  ...smallProperties,
  ...journeyProperties,
  ...cohortProperties,
  ...foreignProperties,
];
