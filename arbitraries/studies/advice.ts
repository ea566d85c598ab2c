import type { Cause } from '../../src/index.js';

/** Step → what keeps people from being lost at it. */
const ways: Readonly<Record<string, string>> = {
  initial_registration: 'Ask for less at registration, and let it be finished later.',
  risk_assessment: 'Split the risk questionnaire into short parts, and say beforehand how long it takes.',
  prevention_plan: 'Open the prevention plan with one small step, and offer to go through it with a person.',
  event_trigger: 'Say in the first message after the event what help there is, before asking for anything.',
  support_plan: 'Call within a few days after the event to choose the first support together.',
  follow_up: 'Agree on the day of the follow-up when the support plan is made, and remind of it.',
  risk_awareness: 'Explain the risk in a few plain sentences, and leave the quiz for later.',
  barrier_identification: 'Offer common barriers to choose from rather than an empty form.',
  action_planning: 'Propose a ready plan with one screening in it, to be changed rather than begun.',
};

/** Step → what eases it. */
const comfort: Readonly<Record<string, string>> = {
  initial_registration: 'Say at registration what is done with the answers, and whom to ask.',
  risk_assessment: 'Show the risk beside what can be done about it, and offer a talk at once.',
  prevention_plan: 'Put what is going well first in the plan, and offer a talk about the rest.',
  event_trigger: 'Send a personal message after the event rather than an assessment.',
  support_plan: 'Name one person who goes through the support options with them.',
  follow_up: 'Open the follow-up with what has been reached since the event.',
  risk_awareness: 'Give the risk in comparisons from daily life, with the next step beside it.',
  barrier_identification: 'Show how others got past the same barriers.',
  action_planning: 'Plan fewer actions at a time, the easiest first.',
};

const outcomes: Readonly<Record<string, string>> = {
  risk_assessment_completion: 'Remind of an open risk assessment within a week.',
  prevention_plan_creation: 'Prepare a draft of the plan from the risk assessment.',
  screening_scheduling: 'Offer dates for the screening inside the plan itself.',
  support_plan_creation: 'Offer a first support service without a plan.',
  prevention_plan_update: 'Propose the changes to the plan that the follow-up suggests.',
  follow_up_completion: 'Let the follow-up be done on the phone.',
  risk_awareness_completion: 'Let the quiz be taken up where it was left.',
  barrier_identification: 'Ask for the one thing that stands in the way most.',
};

const needs: Readonly<Record<string, string>> = {
  raised_risk: 'Invite them to a risk talk before others.',
  never_screened: 'Reach out with an offer of a first screening, and with help to get there.',
  unscreened_at_risk: 'Reach out in person first: they are at raised risk, and nobody has looked yet.',
  overdue_screening: 'Remind of the screening that is overdue, with dates to choose from.',
  seldom_seen: 'Reach out by other ways than the platform, such as a letter or a call.',
};

const adviceOn = {
  completion: () => 'Find out in a few interviews what stops them on the way, then mend the step that loses most.',
  'drop-off': (step) => ways[step],
  tense: (step) => comfort[step],
  outcome: (outcome) => outcomes[outcome],
  duration: () => 'Send reminders sooner after each step.',
  need: (need) => needs[need],
} as const satisfies Record<Cause['kind'], (subject: string) => string | undefined>;

/** What helps against something that was found, whoever it was found on. */
export function adviseOn({ kind, subject }: Cause): string | undefined {
  return adviceOn[kind](subject);
}
