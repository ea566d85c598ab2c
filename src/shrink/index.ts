export {
  besideSimplest,
  checkArgument,
  checkStored,
  CounterexampleStore,
  parametersOf,
  printCounterexamples,
  unfaithfulIn,
} from './counterexamples/index.js';
export type {
  Arbitraries,
  Arguments,
  Checked,
  CounterexampleFile,
  ListedFile,
  Parameter,
  StoredChange,
  StoredCounterexample,
  StoredTest,
  Unfaithful,
} from './counterexamples/index.js';
export { shrink } from './shrink.js';
export { shrinkData } from './shrinkData.js';
export type { BrokenRule, DataSize, Fails, Need, ShrinkOptions, ShrinkProgress, Shrunk } from './Shrunk.js';
