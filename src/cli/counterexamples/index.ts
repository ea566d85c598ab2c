export { runList } from './runList.js';
export { runPrune } from './runPrune.js';
export { runReplay } from './runReplay.js';
export { storedIn } from './stored.js';
