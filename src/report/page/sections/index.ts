export { changes } from './changes.js';
export { chartSections } from './chartSections.js';
export { checks } from './checks.js';
export { findings } from './findings.js';
export { overview } from './overview.js';
export { section } from './section.js';
export type { Section } from './section.js';
export { valueText } from './violationsTable.js';
