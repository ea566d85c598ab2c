export { healthValidations } from './healthValidations.js';
