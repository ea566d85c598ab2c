export { fromFaker } from './fromFaker.js';
export type { FromFakerOptions } from './fromFaker.js';
export type { Faker, FakerLocale } from './SteeredFaker.js';
export { text } from './text.js';
export type { TextOptions } from './text.js';
