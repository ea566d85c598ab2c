import type { Impact, LifeEventSubtype, LifeEventType } from '../vocabulary.js';

/** What is known of one subtype of life event. */
export interface EventKind {
  readonly type: LifeEventType;
  readonly impact: Impact;
  /** Share of customers to whom it happens within the span looked at, before persona tilts: rare or regular. */
  readonly share: number;
  /** Youngest age in whole years at which it is plausible. */
  readonly minAge: number;
  /** Oldest such age; none by default. */
  readonly maxAge?: number;
  /** Fewest days between two of the same subtype; 0 where the marital history says more. */
  readonly apartDays: number;
  /** It happens at most once in a life. */
  readonly isOnce?: true;
  /** Part of a history that reaches back beyond the span looked at. */
  readonly reachesBack?: true;
  /** Something that people plan, so that it may stand among anticipated events. */
  readonly isPlannable?: true;
  /** What prevention can do at this moment; a few wordings, the simplest first. */
  readonly opportunities: readonly string[];
  /** What helps the customer now, the plainest first. */
  readonly needs: readonly string[];
}

const RARE = 0.1;
const REGULAR = 0.3;

/** Every subtype of life event. Texts hold for past and planned events alike, and for women and men. */
export const eventKinds: Readonly<Record<LifeEventSubtype, EventKind>> = {
  screening: {
    type: 'health',
    impact: 'moderate',
    share: REGULAR,
    minAge: 18,
    apartDays: 180,
    reachesBack: true,
    isPlannable: true,
    opportunities: [
      'Agree on the date of the next screening',
      'Talk through the result and what it means for the next years',
      'Use the appointment to ask which other screenings are due',
    ],
    needs: [
      'Reminder before the next appointment',
      'Plain-language result',
      'Someone to call with questions',
      'Transport to the screening site',
    ],
  },
  prevention: {
    type: 'health',
    impact: 'moderate',
    share: REGULAR,
    minAge: 18,
    apartDays: 90,
    isPlannable: true,
    opportunities: [
      'Turn a single preventive step into a habit',
      'Bring the prevention plan up to date',
      'Check blood pressure, weight and vaccinations in one visit',
    ],
    needs: ['Short list of next steps', 'Progress reminders', 'Coaching on diet and exercise', 'Low-cost programmes'],
  },
  diagnosis: {
    type: 'health',
    impact: 'high',
    share: RARE,
    minAge: 18,
    apartDays: 30,
    opportunities: [
      'Start follow-up early and learn how to manage the condition',
      'Ask what keeps the condition from getting worse',
      'Review which screenings matter more from now on',
    ],
    needs: [
      'Time with a clinician',
      'Trustworthy information',
      'Emotional support',
      'Help with appointments',
      'Peer group',
    ],
  },
  treatment: {
    type: 'health',
    impact: 'high',
    share: RARE,
    minAge: 18,
    apartDays: 30,
    opportunities: [
      'Plan the check-ups that follow treatment',
      'Combine treatment with changes in daily habits',
      'Watch for side effects and report them early',
    ],
    needs: ['Medication plan', 'Help at home', 'Time off work', 'Emotional support', 'Advice on costs'],
  },
  biopsy: {
    type: 'health',
    impact: 'high',
    share: RARE,
    minAge: 18,
    apartDays: 90,
    opportunities: [
      'Settle how the finding will be followed up',
      'Use the result to adjust screening intervals',
      'Ask for a written summary for later visits',
    ],
    needs: ['Quick and clear results', 'Emotional support', 'Someone to come along', 'Second opinion'],
  },
  genetic_testing: {
    type: 'health',
    impact: 'high',
    share: RARE,
    minAge: 18,
    apartDays: 30,
    isOnce: true,
    isPlannable: true,
    opportunities: [
      'Match the screening plan to the inherited risk',
      'Share the result with relatives who may want to be tested',
      'Decide with a counsellor what the result changes',
    ],
    needs: ['Genetic counselling', 'Talk with the family', 'Privacy of the result', 'Advice on insurance'],
  },
  job_change: {
    type: 'career',
    impact: 'moderate',
    share: RARE,
    minAge: 20,
    apartDays: 180,
    isPlannable: true,
    opportunities: [
      'Check that preventive care stays covered',
      'Book due appointments before the new routine sets in',
      'Look into the health programme of the new employer',
    ],
    needs: ['Insurance advice', 'Stress management', 'Flexible appointment times', 'Transfer of records'],
  },
  promotion: {
    type: 'career',
    impact: 'low',
    share: RARE,
    minAge: 22,
    apartDays: 365,
    isPlannable: true,
    opportunities: [
      'Keep time for check-ups in a fuller calendar',
      'Set limits before long hours become normal',
      'Use the better benefits for preventive care',
    ],
    needs: ['Stress management', 'Evening or weekend appointments', 'Short digital check-ins'],
  },
  career_change: {
    type: 'career',
    impact: 'moderate',
    share: RARE,
    minAge: 24,
    apartDays: 730,
    isPlannable: true,
    opportunities: [
      'Build healthy routines into the new working day',
      'Review risks that come with the new field of work',
      'Bridge gaps in cover between two jobs',
    ],
    needs: ['Insurance advice', 'Stress management', 'Financial guidance', 'New routine for exercise and sleep'],
  },
  retirement_planning: {
    type: 'career',
    impact: 'low',
    share: RARE,
    minAge: 45,
    apartDays: 30,
    isOnce: true,
    isPlannable: true,
    opportunities: [
      'Put health costs and screenings into the long-term plan',
      'Set goals for staying active in later years',
      'Check which preventive services each plan covers',
    ],
    needs: ['Financial guidance', 'Overview of future cover', 'Talk with the family'],
  },
  marriage: {
    type: 'family',
    impact: 'moderate',
    share: RARE,
    minAge: 20,
    apartDays: 0,
    reachesBack: true,
    isPlannable: true,
    opportunities: [
      'Set health goals together',
      'Compare the family histories of both sides',
      'Choose the better of two insurance plans',
    ],
    needs: ['Insurance advice', 'Family planning advice', 'Shared calendar for appointments'],
  },
  divorce: {
    type: 'family',
    impact: 'high',
    share: RARE,
    minAge: 20,
    apartDays: 0,
    reachesBack: true,
    opportunities: [
      'Look after sleep and mood in a hard time',
      'Name a new person to contact in an emergency',
      'Make sure that cover goes on without a gap',
    ],
    needs: ['Emotional support', 'Insurance advice', 'Legal and financial guidance', 'Childcare during appointments'],
  },
  child_birth: {
    type: 'family',
    impact: 'high',
    share: RARE,
    minAge: 18,
    maxAge: 44,
    apartDays: 304,
    isPlannable: true,
    opportunities: [
      'Use the visits around the birth to talk about risk in the family',
      'Bring vaccinations up to date in the whole household',
      'Plan the return to regular screening after the birth',
    ],
    needs: ['Postnatal care', 'Childcare during appointments', 'Help at home', 'Sleep and recovery', 'Parent group'],
  },
  family_loss: {
    type: 'family',
    impact: 'high',
    share: RARE,
    minAge: 10,
    apartDays: 30,
    reachesBack: true,
    opportunities: [
      'Add the cause of death to the family history',
      'Watch for signs of depression after the loss',
      'Pick up postponed check-ups when there is room again',
    ],
    needs: ['Grief counselling', 'Emotional support', 'Time off work', 'Help with everyday tasks'],
  },
  family_cancer_diagnosis: {
    type: 'family',
    impact: 'high',
    share: RARE,
    minAge: 10,
    apartDays: 60,
    opportunities: [
      'Ask whether screening should start earlier',
      'Write down who in the family was affected, and at what age',
      'Find out whether genetic counselling makes sense',
    ],
    needs: ['Genetic counselling', 'Emotional support', 'Trustworthy information', 'Relief for carers'],
  },
  relocation: {
    type: 'place',
    impact: 'moderate',
    share: RARE,
    minAge: 18,
    apartDays: 180,
    isPlannable: true,
    opportunities: [
      'Find a clinic near the new home',
      'Have records sent ahead of the first visit',
      'Check which screening sites the new area offers',
    ],
    needs: ['Search for a new clinician', 'Transfer of records', 'Insurance advice', 'Contact with neighbours'],
  },
};
