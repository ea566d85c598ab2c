export { runShrink } from './runShrink.js';
export type { ShrinkCommandOptions } from './ShrinkCommandOptions.js';
