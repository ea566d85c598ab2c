import type { Analysis } from './Analysis.js';

/** An analysis with what has changed since another one; the same where there is none. */
export async function besideBefore(analysis: Analysis, before: Analysis | undefined): Promise<Analysis> {
  if (before === undefined) return analysis;
  // Loads statistics, which nobody needs who compares nothing.
  const { compareFigures } = await import('./comparison/index.js');
  return { ...analysis, against: compareFigures(before, analysis, { alpha: analysis.alpha }) };
}
