import type { Range } from '../personas.js';
import type { Engagement } from '../schema/index.js';
import type { EngagementPattern, Feature, VisitFrequency } from '../vocabulary.js';

/** One visit, as the schema says. */
export type Visit = Engagement['visits'][number];

/** Lengths of visits in minutes. */
export const sessionLengths = {
  short: { min: 1, max: 5 },
  medium: { min: 5, max: 15 },
  long: { min: 15, max: 30 },
} as const satisfies Record<string, Range>;

const basic: readonly Feature[] = ['profile', 'view_history', 'screening_reminders'];
const intermediate: readonly Feature[] = [...basic, 'schedule', 'risk_assessment'];
const advanced: readonly Feature[] = [...intermediate, 'analytics', 'community', 'genetic_risk'];

/** What one frequency class of visits means. */
export interface VisitClass {
  /** Visits in the last year. */
  readonly count: Range;
  /** Calendar days from one visit to the next. */
  readonly gapDays: Range;
  /** How many visits in a hundred are short and medium; the rest are long. */
  readonly lengths: { readonly short: number; readonly medium: number };
  /** Features within reach: who comes more often finds more of them. */
  readonly features: readonly Feature[];
}

export const visitClasses: Readonly<Record<VisitFrequency, VisitClass>> = {
  sporadic: {
    count: { min: 1, max: 3 },
    gapDays: { min: 30, max: 90 },
    lengths: { short: 70, medium: 27 },
    features: basic,
  },
  infrequent: {
    count: { min: 2, max: 5 },
    gapDays: { min: 15, max: 45 },
    lengths: { short: 45, medium: 47 },
    features: intermediate,
  },
  regular: {
    count: { min: 4, max: 8 },
    gapDays: { min: 7, max: 21 },
    lengths: { short: 20, medium: 62 },
    features: intermediate,
  },
  consistent: {
    count: { min: 6, max: 12 },
    gapDays: { min: 3, max: 10 },
    lengths: { short: 8, medium: 52 },
    features: advanced,
  },
};

/** The frequency class that each pattern of engagement belongs to. */
export const frequencyOf: Readonly<Record<EngagementPattern, VisitFrequency>> = {
  sporadic: 'sporadic',
  rare: 'sporadic',
  reactive: 'sporadic',
  infrequent: 'infrequent',
  occasional: 'infrequent',
  regular: 'regular',
  planned: 'regular',
  scheduled: 'regular',
  consistent: 'consistent',
  professional: 'consistent',
  analytical: 'consistent',
};
