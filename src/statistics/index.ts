export { compareDistribution } from './compareDistribution.js';
export type {
  DistributionComparison,
  DistributionMethod,
  DistributionQuestion,
  LabelComparison,
} from './compareDistribution.js';
export { compareShare } from './compareShare.js';
export type { ShareComparison, ShareQuestion } from './compareShare.js';
export { detectable, detectableEffect } from './detectable.js';
export type { DetectableEffect, DetectableShare, PowerOptions } from './detectable.js';
export { holm } from './holm.js';
export type { CountMethod } from './shareTest.js';
export { shareInterval, twoShares } from './twoShares.js';
export type { CountedShare, TwoShares, TwoSharesOptions } from './twoShares.js';
export { welch } from './welch.js';
export type { Moments, TwoMeans, WelchOptions } from './welch.js';
