export { judge } from './judge.js';
export type { Judged, Judgement, JudgeSettings } from './Judged.js';
