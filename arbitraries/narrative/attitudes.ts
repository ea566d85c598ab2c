/* How the persona thinks of health and prevention. The first sentence of each is true of everybody of that persona. */
import { anxious } from './circumstances.js';
import { say } from './Sentence.js';
import type { Sentence } from './Sentence.js';
import type { ByPersona } from './topics.js';

export const attitudes: ByPersona<readonly Sentence[]> = {
  health_aware_avoider: [
    say('I know what I should do for my health, but I keep putting it off.'),
    say('I read a lot about health and then stay away from the doctor.'),
    say('As long as nothing hurts, I would rather not know.'),
    say('Waiting for a test result frightens me more than anything else.'),
    say('I go to the doctor only when a symptom will not go away.'),
    say('Every little symptom makes me search for answers, yet I rarely make the call.'),
    say('The more I learn about risks, the harder it gets to book a check-up.'),
    say('I want to look after myself, but I am afraid of bad news.'),
    say('Even a routine check-up makes me nervous for days.', anxious),
  ],
  structured_system_seeker: [
    say('I feel best when every check-up has its date.'),
    say('I keep track of all my appointments and results.'),
    say('Prevention works for me when it follows a clear plan.'),
    say('I do my part and expect the health system to do the same.'),
    say('Ticking off the next step gives me peace of mind.'),
    say('I would rather prepare too much than miss something.'),
    say('I keep every result in one folder.'),
    say('Whatever changes in my life, my health plan should stay on course.'),
  ],
  balanced_life_integrator: [
    say('Health is one part of a good life for me, beside many others.'),
    say('I try to eat well, move a lot and keep stress at bay.'),
    say('I want prevention that fits into an ordinary week.'),
    say('I listen to my body before I listen to a gadget.'),
    say('A long walk does more for me than another number on a screen.'),
    say('I look for balance rather than for perfect figures.'),
    say('I like doctors who see the whole person.'),
    say('I gladly do what is good for me, as long as it leaves time for living.'),
  ],
  healthcare_professional: [
    say('I want to see the evidence before I change anything.'),
    say('I look at my own health as I look at my work: with data.'),
    say('I know the guidelines well, and I hold myself to them.'),
    say('I read the studies before I read the leaflets.'),
    say('After a long day at work it is not always easy to follow my own advice.'),
    say('I would rather see my figures over the years than one at a time.'),
    say('I know what the system does well and where it fails.'),
    say('I like to pass on what I know about prevention.'),
  ],
  overlooked_risk_group: [
    say('Most health advice seems to be written for somebody else.'),
    say('I have often felt that doctors do not listen to me.'),
    say('I wish somebody would tell me plainly what I should do.'),
    say('I do not know where to start with prevention.'),
    say('People like me rarely appear in the leaflets.'),
    say('There is always something more urgent than my own health.'),
    say('I want to be taken seriously when I say that something is wrong.'),
    say('Nobody has ever explained my risks to me in a way that I could use.'),
  ],
};
