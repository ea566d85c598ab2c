import type {
  Education,
  EngagementPattern,
  PersonaType,
  PreventionApproach,
  ScreeningFrequency,
} from './vocabulary.js';

/** A closed interval of numbers. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** How likely a life transition of this persona is, in words. */
export type TransitionRate = 'seldom' | 'sometimes' | 'often' | 'very_often';

/** A type of customer: what conditions the fields of a record. Shares are probabilities; ranges are inclusive. */
export interface Persona {
  /** Share of the whole cohort. */
  readonly share: number;
  /** Age in whole years at the reference date. */
  readonly age: Range;
  readonly femaleShare: number;
  readonly education: Readonly<Partial<Record<Education, number>>>;
  readonly healthAwareness: Range;
  readonly actionTendency: Range;
  readonly anxiety: Range;
  readonly preventionCompletion: Range;
  readonly familyHistoryAnxiety: Range;
  readonly engagementPatterns: readonly EngagementPattern[];
  readonly riskFactors: readonly string[];
  readonly painPoints: readonly string[];
  readonly motivations: readonly string[];
  readonly preventionApproach: PreventionApproach;
  readonly transitions: { readonly rate: TransitionRate; readonly kinds: readonly string[] };
  readonly screening: {
    /** Share of customers with a screening history. */
    readonly share: number;
    readonly frequencies: readonly Exclude<ScreeningFrequency, 'never'>[];
    /** Whole years between the last screening and the reference date. */
    readonly yearsAgo: Range;
    readonly completionRate: Range;
  };
  /** Share of risk level `low` before the cohort is raked to its targets. */
  readonly lowRiskPrior: number;
}

const range = (min: number, max: number): Range => ({ min, max });

export const personas: Readonly<Record<PersonaType, Persona>> = {
  health_aware_avoider: {
    share: 0.3,
    age: range(25, 45),
    femaleShare: 0.95,
    education: { bachelor: 0.5, master: 0.3, high_school: 0.2 },
    healthAwareness: range(0.7, 0.9),
    actionTendency: range(0.1, 0.3),
    anxiety: range(0.6, 0.9),
    preventionCompletion: range(0.1, 0.4),
    familyHistoryAnxiety: range(0.7, 1),
    engagementPatterns: ['sporadic', 'infrequent', 'rare'],
    riskFactors: ['family_history', 'age', 'hormonal', 'lifestyle'],
    painPoints: ['emotional_barriers', 'system_complexity', 'vague_risk_information', 'care_relationship'],
    motivations: ['less_anxiety', 'simplicity', 'convenience'],
    preventionApproach: 'symptom_triggered',
    transitions: { rate: 'often', kinds: ['job_change', 'relocation', 'relationship_change'] },
    screening: { share: 0.3, frequencies: ['irregular'], yearsAgo: range(1, 6), completionRate: range(0.1, 0.4) },
    lowRiskPrior: 0.7,
  },
  structured_system_seeker: {
    share: 0.25,
    age: range(30, 50),
    femaleShare: 0.98,
    education: { master: 0.5, bachelor: 0.4, phd: 0.1 },
    healthAwareness: range(0.8, 1),
    actionTendency: range(0.7, 0.9),
    anxiety: range(0.3, 0.6),
    preventionCompletion: range(0.7, 0.95),
    familyHistoryAnxiety: range(0.4, 0.7),
    engagementPatterns: ['consistent', 'scheduled', 'regular'],
    riskFactors: ['age', 'genetic', 'screening_history'],
    painPoints: ['routine_disruption', 'fragmented_tracking', 'time', 'moving_between_places'],
    motivations: ['organisation', 'efficiency', 'milestones'],
    preventionApproach: 'systematic_tracking',
    transitions: { rate: 'very_often', kinds: ['relocation', 'career_change', 'family_change'] },
    screening: {
      share: 1,
      frequencies: ['annual', 'biennial'],
      yearsAgo: range(0, 2),
      completionRate: range(0.7, 0.9),
    },
    lowRiskPrior: 0.8,
  },
  balanced_life_integrator: {
    share: 0.2,
    age: range(28, 48),
    femaleShare: 0.97,
    education: { bachelor: 0.6, master: 0.3, high_school: 0.1 },
    healthAwareness: range(0.6, 0.8),
    actionTendency: range(0.5, 0.7),
    anxiety: range(0.4, 0.7),
    preventionCompletion: range(0.5, 0.8),
    familyHistoryAnxiety: range(0.2, 0.4),
    engagementPatterns: ['regular', 'occasional', 'planned'],
    riskFactors: ['age', 'lifestyle', 'environmental'],
    painPoints: ['intrusive_technology', 'too_many_metrics', 'preferences_ignored', 'finding_a_holistic_provider'],
    motivations: ['quality_of_life', 'fits_daily_life', 'holistic_wellness'],
    preventionApproach: 'lifestyle_focused',
    transitions: { rate: 'seldom', kinds: ['relationship_change', 'career_advancement'] },
    screening: {
      share: 0.7,
      frequencies: ['annual', 'biennial', 'irregular'],
      yearsAgo: range(0, 3),
      completionRate: range(0.5, 0.8),
    },
    lowRiskPrior: 0.75,
  },
  healthcare_professional: {
    share: 0.15,
    age: range(25, 45),
    femaleShare: 0.9,
    education: { master: 0.4, phd: 0.4, bachelor: 0.2 },
    healthAwareness: range(0.9, 1),
    actionTendency: range(0.8, 1),
    anxiety: range(0.2, 0.5),
    preventionCompletion: range(0.8, 1),
    familyHistoryAnxiety: range(0.3, 0.6),
    engagementPatterns: ['consistent', 'professional', 'analytical'],
    riskFactors: ['occupational_exposure', 'age', 'genetic'],
    painPoints: ['research_to_clinic_gap', 'system_limits', 'data_overload', 'professional_pressure'],
    motivations: ['evidence', 'influencing_others', 'clinical_expertise'],
    preventionApproach: 'data_driven',
    transitions: { rate: 'sometimes', kinds: ['career_advancement', 'specialisation_change'] },
    screening: { share: 1, frequencies: ['annual'], yearsAgo: range(0, 1), completionRate: range(0.8, 1) },
    lowRiskPrior: 0.85,
  },
  overlooked_risk_group: {
    share: 0.1,
    age: range(30, 50),
    femaleShare: 0.92,
    education: { high_school: 0.5, bachelor: 0.3, master: 0.2 },
    healthAwareness: range(0.3, 0.5),
    actionTendency: range(0.1, 0.3),
    anxiety: range(0.5, 0.8),
    preventionCompletion: range(0.1, 0.3),
    familyHistoryAnxiety: range(0.7, 1),
    engagementPatterns: ['rare', 'reactive', 'infrequent'],
    riskFactors: ['age', 'family_history', 'lifestyle', 'socioeconomic'],
    painPoints: [
      'standard_prevention_does_not_fit',
      'dismissal_by_providers',
      'stigma',
      'no_guidance_for_people_like_them',
    ],
    motivations: ['recognition', 'inclusivity', 'clear_guidance'],
    preventionApproach: 'protocol_seeking',
    transitions: { rate: 'sometimes', kinds: ['healthcare_access_change', 'retirement_planning'] },
    screening: { share: 0.2, frequencies: ['irregular'], yearsAgo: range(2, 10), completionRate: range(0.1, 0.3) },
    lowRiskPrior: 0.6,
  },
};
