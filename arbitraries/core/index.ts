export { core } from './core.js';
export { coreInvariants } from './coreInvariants.js';
export { minimumAgeOfDegree } from './education.js';
export { minimumAgeOfMaritalStatus } from './maritalStatus.js';
export { familyNames, givenNames } from './names.js';
export { occupationNamed, occupations } from './occupations.js';
export type { Occupation, PayLevel } from './occupations.js';
export { listedPlace, placeOf, places } from './places.js';
export type { Place } from './places.js';
