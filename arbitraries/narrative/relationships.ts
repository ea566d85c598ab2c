/* How the customer gets on with health care. The first sentence of each persona is true of everybody of that persona. */
import {
  anxious,
  clinicFarAway,
  clinicNearby,
  employerInsurance,
  goodAccess,
  insured,
  lessThanGoodAccess,
  limitedAccess,
  marketplaceInsurance,
  medicaid,
  uninsured,
} from './circumstances.js';
import { say } from './Sentence.js';
import type { Sentence } from './Sentence.js';
import type { ByPersona } from './topics.js';

export const ownRelationships: ByPersona<readonly Sentence[]> = {
  health_aware_avoider: [
    say('I stay away from clinics until a symptom leaves me no choice.'),
    say('I trust my doctor, but I dread the appointments.'),
    say('I book appointments and then find reasons to cancel them.'),
    say('I find the health system confusing and avoid it when I can.'),
    say('A doctor would be easy to reach, yet I hardly ever go.', goodAccess),
    say('Having no insurance gives me one more reason to stay away from doctors.', uninsured),
    say('The nearest clinic is {miles} miles away, which makes it easy not to go.', clinicFarAway),
    say('My heart races as soon as I enter a clinic.', anxious),
  ],
  structured_system_seeker: [
    say('I see my doctor at fixed intervals and bring a list of questions.'),
    say('I get on well with doctors who keep to the schedule.'),
    say('I keep my own records, because no two clinics seem to share theirs.'),
    say('I make full use of every check-up that my insurance covers.', insured),
    say('Without insurance I have to plan the cost of every check-up as well.', uninsured),
    say('Care is hard to reach from here, so I book far ahead.', limitedAccess),
    say('The nearest clinic is {miles} miles away, so I put several appointments on one day.', clinicFarAway),
  ],
  balanced_life_integrator: [
    say('I see doctors as advisers and take the decisions myself.'),
    say('I go to my check-ups when they fit into my week.'),
    say('I want a doctor who asks about my life as well as my figures.'),
    say('I rely on good habits first and on health care second.'),
    say('Care is close at hand when I need it, and mostly I do not.', goodAccess),
    say('A clinic is close by, so a check-up fits into a lunch break.', clinicNearby),
    say('Seeing a doctor takes more effort here than I like to spend on it.', lessThanGoodAccess),
  ],
  healthcare_professional: [
    say('I work in the system, so I know whom to call and what to ask.'),
    say('I am a demanding patient, because I know how things should be done.'),
    say('I talk to my own doctors as one colleague to another.'),
    say('I value my doctors and still check what they tell me.'),
    say('Even as an insider I find care hard to reach where I live.', limitedAccess),
    say('I am insured through work and use what it offers.', employerInsurance),
  ],
  overlooked_risk_group: [
    say('I have been sent away too often to expect much from doctors.'),
    say('I see a doctor when I have to, and I seldom feel understood.'),
    say('I do not have a doctor who really knows me.'),
    say('I never know whom in the health system I should turn to.'),
    say('Care is so hard to reach from here that I often go without.', limitedAccess),
    say('Without insurance I see a doctor only when I cannot avoid it.', uninsured),
    say('I am on Medicaid and often feel like a second-class patient.', medicaid),
    say('There are doctors enough around here, but none who seems to want me as a patient.', goodAccess),
    say('Before every visit I am nervous that I will be turned away.', anxious),
  ],
};

export const sharedRelationships: readonly Sentence[] = [
  say('My insurance through work covers what I need, and a doctor is easy to reach.', employerInsurance, goodAccess),
  say('I buy my own insurance, so I look twice at what it covers.', marketplaceInsurance),
  say('I am covered by Medicaid, and not every practice around here takes it.', medicaid, lessThanGoodAccess),
  say('Without insurance I think twice before I see a doctor.', uninsured),
  say('It takes me a long time to get an appointment anywhere around here.', limitedAccess),
  say('The nearest clinic is {miles} miles away, so every visit takes planning.', clinicFarAway),
  say('There is a clinic around the corner, so distance is no excuse.', clinicNearby),
];
