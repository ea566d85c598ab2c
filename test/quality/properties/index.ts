export { allProperties } from './allProperties.js';
export { contenderNames } from './Property.js';
export type { ContenderName, Property } from './Property.js';
