export { RecordCard } from './RecordCard.js';
