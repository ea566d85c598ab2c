export { defineDomain } from './defineDomain.js';
export type { Card, Collection, Domain, Population, PopulationOptions, TargetShares } from './defineDomain.js';
export { defineModel } from './defineModel.js';
export type { Model } from './defineModel.js';
