import { findingsOf } from './findingsOf.js';
import { headlinesOf } from './headlinesOf.js';
import type { Judged, Judgement, JudgeSettings } from './Judged.js';
import { recommend } from './recommend.js';

/** What the figures say: of everybody, of groups that differ from the others, and what may help them. */
export function judge(judged: Judged, settings: JudgeSettings): Judgement {
  const { findings, comparisons } = findingsOf(judged, settings);
  return {
    headlines: headlinesOf(judged),
    findings,
    comparisons,
    recommendations: recommend(findings, judged.studies),
  };
}
