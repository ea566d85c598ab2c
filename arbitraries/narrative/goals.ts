/* What customers want to reach, in the order in which goals shrink: those of everybody of a persona first. */
import {
  anxious,
  has,
  limitedAccess,
  neverScreened,
  overweight,
  recent,
  screenedEveryOtherYear,
  screenedIrregularly,
  screenedLongAgo,
  screenedYearly,
  underweight,
  uninsured,
  weakSupport,
} from './circumstances.js';
import type { Circumstance } from './circumstances.js';
import { byPersona } from './topics.js';
import type { ByPersona } from './topics.js';

export interface Goal {
  readonly text: string;
  /** Undefined where nothing but the persona matters. */
  readonly when: Circumstance | undefined;
}

const goal = (text: string, when?: Circumstance): Goal => ({ text, when });

/** Everybody of this persona may have these, whatever else is true of them. */
const ownGoals: ByPersona<readonly Goal[]> = {
  health_aware_avoider: [
    goal('stop putting off what I know I should do'),
    goal('understand my risks without being frightened by them'),
    goal('see a doctor before something hurts'),
    goal('make one check-up a year a habit'),
    goal('find a doctor whom I am not afraid of'),
  ],
  structured_system_seeker: [
    goal('keep all my health records in one place'),
    goal('never miss a check-up'),
    goal('have a prevention plan for the next five years'),
    goal('keep my routine through every change in my life'),
    goal('spend less time on organising appointments'),
  ],
  balanced_life_integrator: [
    goal('eat well and move every day'),
    goal('keep stress out of my evenings'),
    goal('sleep seven hours a night'),
    goal('fit prevention into an ordinary week'),
    goal('stay fit enough for long hikes'),
  ],
  healthcare_professional: [
    goal('follow the evidence for my age group'),
    goal('track my key figures over the years'),
    goal('practise what I advise others to do'),
    goal('lower the risks that my work brings'),
    goal('bring new research into my own prevention'),
  ],
  overlooked_risk_group: [
    goal('find a doctor who listens'),
    goal('learn what prevention means for somebody like me'),
    goal('know where to start'),
    goal('get clear answers about my risks'),
    goal('take some time for my own health'),
  ],
};

const goalsFromFacts: readonly Goal[] = [
  goal('have my first screening', neverScreened),
  goal('keep up my yearly screening', screenedYearly),
  goal('be on time for my next two-yearly screening', screenedEveryOtherYear),
  goal('go to screenings at regular intervals', screenedIrregularly),
  goal('catch up on an overdue screening', screenedLongAgo),
  goal('keep my blood pressure in check', has('hypertension')),
  goal('keep my blood sugar steady', has('diabetes')),
  goal('have my asthma under control all year round', has('asthma')),
  goal('find better ways to cope with anxiety', has('anxiety')),
  goal('look after my mood as well as my body', has('depression')),
  goal('stay mobile in spite of my arthritis', has('arthritis')),
  goal('look after my heart', has('heart_disease')),
  goal('keep an eye on my benign breast condition', has('benign_breast_condition')),
  goal('know which breast changes are normal for me', has('fibrocystic_breast_change')),
  goal('lose some weight', overweight),
  goal('gain a little weight', underweight),
  goal('worry less about my health', anxious),
  goal('find health insurance that I can afford', uninsured),
  goal('find a doctor whom I can reach easily', limitedAccess),
  goal('meet people who will back me up', weakSupport),
  goal('find a new doctor after my move', recent('relocation')),
  goal('get enough sleep with a baby in the house', recent('child_birth')),
  goal('find out what the cancer in my family means for me', recent('family_cancer_diagnosis')),
  goal('get back on my feet after my treatment', recent('treatment')),
  goal('come to terms with my diagnosis', recent('diagnosis')),
];

export const goalsOf: ByPersona<readonly Goal[]> = byPersona((persona) => [...ownGoals[persona], ...goalsFromFacts]);
