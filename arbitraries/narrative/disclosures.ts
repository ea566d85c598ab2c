/* One thing that a customer tells about their life or health. */
import {
  ahead,
  anxious,
  birthWithinMonths,
  divorced,
  married,
  neverScreened,
  noCondition,
  recent,
  screened,
  screenedEveryOtherYear,
  screenedIrregularly,
  screenedLongAgo,
  screenedThisYear,
  screenedYearly,
  single,
  someSupport,
  strongSupport,
  weakSupport,
  widowed,
} from './circumstances.js';
import { say } from './Sentence.js';
import { topic } from './topics.js';
import type { ByPersona, Topic } from './topics.js';

const family: readonly Topic[] = [
  topic(
    1.5,
    say('I am single.', single),
    say('I am married.', married),
    say('I am divorced.', divorced),
    say('I am widowed.', widowed),
    say('I am {marital}, and I can count on my family and friends.', strongSupport),
    say('I am {marital}, and there are a few people whom I can lean on.', someSupport),
    say('I am {marital}, and there are not many people whom I could ask for help.', weakSupport),
    say('I am single and make my own plans.', single),
    say('I am married, and we take most decisions together.', married),
    say('I am divorced and have found my feet again.', divorced),
    say('I am widowed, and some evenings are very quiet.', widowed),
  ),
];

const health: readonly Topic[] = [
  topic(
    3,
    say('I have {conditions}.'),
    say('I live with {conditions}.'),
    say('I have been told that I have {conditions}.'),
    say('My medical record mentions {conditions}.'),
    say('Having {conditions} is part of my everyday life.'),
  ),
  topic(
    0.7,
    say('I have no chronic condition that I know of.', noCondition),
    say('So far I have been spared any chronic condition.', noCondition),
  ),
];

const screening: readonly Topic[] = [
  topic(
    2,
    say('I have never been to a screening.', neverScreened),
    say('I have not had a single screening so far.', neverScreened),
  ),
  topic(
    2,
    say('My last screening was in {screeningYear}.', screened),
    say('My last screening was {screeningAgo}.', screened),
    say('I was screened within the last year.', screenedThisYear),
    say('I am screened every year.', screenedYearly),
    say('I go for a screening every two years.', screenedEveryOtherYear),
    say('I have been screened, though not at regular intervals.', screenedIrregularly),
    say('My last screening was in {screeningYear}, which is longer ago than it should be.', screened, screenedLongAgo),
  ),
];

const EVENT = 2;

const happened: readonly Topic[] = [
  topic(EVENT, say('I did something for prevention less than a year ago.', recent('prevention'))),
  topic(
    EVENT,
    say('I was given a diagnosis less than a year ago, and I am still getting used to it.', recent('diagnosis')),
    say('A recent diagnosis has changed how I look at my body.', recent('diagnosis')),
  ),
  topic(
    EVENT,
    say('I had medical treatment within the last year, and it took a lot out of me.', recent('treatment')),
    say('I have not quite put my recent treatment behind me.', recent('treatment')),
  ),
  topic(
    EVENT,
    say('I had a biopsy within the last year, and the waiting was the worst of it.', recent('biopsy')),
    say('A recent biopsy gave me a fright.', recent('biopsy')),
  ),
  topic(
    EVENT,
    say('I took a genetic test within the last year, because I wanted to know.', recent('genetic_testing')),
    say('A recent genetic test has given me a lot to think about.', recent('genetic_testing')),
  ),
  topic(
    EVENT,
    say('I changed jobs less than a year ago.', recent('job_change')),
    say('I started a new job within the last year.', recent('job_change')),
  ),
  topic(
    EVENT,
    say('I was promoted less than a year ago.', recent('promotion')),
    say('A recent promotion has made my days longer.', recent('promotion')),
  ),
  topic(
    EVENT,
    say('I changed careers less than a year ago.', recent('career_change')),
    say('I have recently started out in a new line of work.', recent('career_change')),
  ),
  topic(EVENT, say('I have begun to plan for my retirement.', recent('retirement_planning'))),
  topic(
    EVENT,
    say('I got married within the last year.', married, recent('marriage')),
    say('I am newly married.', married, recent('marriage')),
  ),
  topic(
    EVENT,
    say('I got divorced within the last year.', divorced, recent('divorce')),
    say('My divorce is less than a year behind me.', divorced, recent('divorce')),
  ),
  topic(
    EVENT,
    say('I have a baby who is not yet a year old.', recent('child_birth')),
    say('A baby has kept me busy for some months now.', recent('child_birth')),
  ),
  topic(
    EVENT,
    say('I lost somebody in my family within the last year.', recent('family_loss')),
    say('I am still grieving for somebody in my family.', recent('family_loss')),
  ),
  topic(
    EVENT,
    say('Somebody in my family was diagnosed with cancer within the last year.', recent('family_cancer_diagnosis')),
    say('A recent cancer diagnosis in my family has made me think.', recent('family_cancer_diagnosis')),
  ),
  topic(
    EVENT,
    say('I moved house less than a year ago.', recent('relocation')),
    say('I have recently moved, and not every box is unpacked.', recent('relocation')),
  ),
];

const COMING = 1;

const expected: readonly Topic[] = [
  topic(
    COMING,
    say('My next screening is already planned.', screened, ahead('screening')),
    say('My first screening is already planned.', neverScreened, ahead('screening')),
  ),
  topic(COMING, say('I have made up my mind to do more for prevention.', ahead('prevention'))),
  topic(COMING, say('I am going to have a genetic test.', ahead('genetic_testing'))),
  topic(COMING, say('I expect to change jobs.', ahead('job_change'))),
  topic(COMING, say('I am working towards a promotion.', ahead('promotion'))),
  topic(COMING, say('I am preparing for a change of career.', ahead('career_change'))),
  topic(COMING, say('I want to start planning for my retirement.', ahead('retirement_planning'))),
  topic(COMING, say('I am looking forward to my wedding.', ahead('marriage'))),
  topic(COMING, say('A baby is on the way.', birthWithinMonths), say('I hope for a baby.', ahead('child_birth'))),
  topic(COMING, say('I am planning a move.', ahead('relocation'))),
];

export const sharedDisclosures: readonly Topic[] = [family, health, screening, happened, expected].flat();

/** What only this persona would say so. */
export const ownDisclosures: ByPersona<readonly Topic[]> = {
  health_aware_avoider: [
    topic(
      2,
      say('I have never had a screening, because I am afraid of what it might show.', neverScreened),
      say('I have been screened, and I keep postponing the next time.', screened),
      say('Worrying about illness costs me more sleep than it should.', anxious),
    ),
  ],
  structured_system_seeker: [
    topic(
      2,
      say('I put my next screening in the calendar on the day of the last one.', screened),
      say('My yearly screening has its fixed place in my calendar.', screenedYearly),
      say('Every second year, my screening has its fixed place in my calendar.', screenedEveryOtherYear),
    ),
  ],
  balanced_life_integrator: [
    topic(
      2,
      say('I have not made room for a screening yet.', neverScreened),
      say('I go to screenings without making much of them.', screened),
    ),
  ],
  healthcare_professional: [
    topic(
      2,
      say('I keep to the yearly screening that I would advise others to have.', screenedYearly),
      say('My last screening was in {screeningYear}, and I have read the report twice.', screened),
    ),
  ],
  overlooked_risk_group: [
    topic(
      2,
      say('I have never been screened, and nobody has ever brought it up.', neverScreened),
      say('I have been screened, but only because somebody insisted.', screened),
    ),
  ],
};
