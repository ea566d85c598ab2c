import type { Grouping, StudyNeed } from '../../src/index.js';
import type { ScreeningHistory } from '../schema/index.js';
import { screeningFrequencies } from '../vocabulary.js';

/** Where a record holds what screening and risk are told by. */
export interface RiskAndScreening<T extends object> {
  historyOf(this: void, record: T): ScreeningHistory;
  riskOf(this: void, record: T): string;
}

/** Whether somebody was screened, and how often. */
export function screeningFacts<T extends object>({ historyOf }: RiskAndScreening<T>): Grouping<T>[] {
  return [
    {
      id: 'screening_history',
      title: 'screening history',
      labels: ['with one', 'without'],
      of: (record) => (historyOf(record).has_history ? 'with one' : 'without'),
    },
    {
      id: 'screening_frequency',
      title: 'screening frequency',
      labels: screeningFrequencies,
      of: (record) => historyOf(record).frequency,
    },
  ];
}

/** Who is at raised risk, who was never screened, and who is both. */
export function riskNeeds<T extends object>({ historyOf, riskOf }: RiskAndScreening<T>): StudyNeed<T>[] {
  const isAtRisk = (record: T): boolean => riskOf(record) !== 'low';
  const isUnscreened = (record: T): boolean => !historyOf(record).has_history;
  return [
    { id: 'raised_risk', title: 'at raised risk', definedBy: ['risk_level'], of: isAtRisk },
    { id: 'never_screened', title: 'never screened', of: isUnscreened },
    {
      id: 'unscreened_at_risk',
      title: 'at raised risk and never screened',
      definedBy: ['risk_level'],
      of: (record) => isAtRisk(record) && isUnscreened(record),
    },
  ];
}
