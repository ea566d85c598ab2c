import type { Analysis } from '../../analysis/index.js';
import type { Part } from '../text/index.js';
import { changesPart } from './changesPart.js';
import { findingsPart, recommendationsPart } from './findingParts.js';
import type { Further } from './findingParts.js';
import { glancePart, readPart } from './headParts.js';
import { journeyParts } from './journeyParts.js';
import { peopleParts } from './peopleParts.js';

export interface PartsOptions {
  /** The one grouping that tables are made for; default: all, and the first one where one has to do. */
  readonly by?: string | undefined;
  /** Whether to tell what was found alone, without the tables that it rests on. */
  readonly isShort: boolean;
  readonly further: Further;
}

/** An analysis for people: what it found first, then the figures. */
export function analysisParts(analysis: Analysis, { by, isShort, further }: PartsOptions): Part[] {
  const found = [glancePart(analysis), findingsPart(analysis, further), recommendationsPart(analysis)];
  const changes = changesPart(analysis);
  // Who is told of findings alone is told where there can be none.
  const isPartial = analysis.records === 0 || analysis.left_out.count > 0;
  if (isShort) return [...(isPartial ? [readPart(analysis)] : []), ...found, ...changes];
  return [readPart(analysis), ...found, ...changes, ...journeyParts(analysis, by), ...peopleParts(analysis, by)];
}
