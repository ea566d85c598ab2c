/* Who speaks: age, occupation and place, in every sentence. The first one of each persona is true of everybody. */
import { employed, rural, suburban, urban } from './circumstances.js';
import { say } from './Sentence.js';
import type { Sentence } from './Sentence.js';
import type { ByPersona } from './topics.js';

export const sharedOpenings: readonly Sentence[] = [
  say('I am {anAge} {occupation} in {city}.'),
  say('I am {anOccupation} in {city}, and I am {age} years old.'),
  say('I am {ageWords} and work as {anOccupation} in {city}.', employed),
  say('I live in {city}, work as {anOccupation} and turned {ageWords} on my last birthday.', employed),
  say('At {age}, I work as {anOccupation} and call {city} my home.', employed),
  say('I live right in {city}, I am {age}, and I work as {anOccupation}.', employed, urban),
  say('I live in a suburban part of {city}, I am {ageWords}, and I work as {anOccupation}.', employed, suburban),
  say('I live in the countryside around {city}, I am {age}, and I work as {anOccupation}.', employed, rural),
];

export const ownOpenings: ByPersona<readonly Sentence[]> = {
  health_aware_avoider: [
    say('I am {anAge} {occupation} in {city} and a worrier by nature.'),
    say(
      'I am {age}, I work as {anOccupation} in {city}, and I think about my health more than I would like.',
      employed,
    ),
    say('I live in {city}, I am {anOccupation}, and at {age} I still dread waiting rooms.'),
  ],
  structured_system_seeker: [
    say('I am {anAge} {occupation} in {city} who likes to plan ahead.'),
    say('I am {ageWords}, I work as {anOccupation} in {city}, and my calendar is my best friend.', employed),
    say('I run my life by lists: I am {anOccupation} in {city} and {age} years old.'),
  ],
  balanced_life_integrator: [
    say('I am {anAge} {occupation} in {city} who tries to leave room for the good things.'),
    say('I live in {city}, I am {ageWords}, and my work as {anOccupation} is only one part of my life.', employed),
    say('I am {anOccupation} in {city}, {age} years old, and happiest outdoors.'),
  ],
  healthcare_professional: [
    say('I know health care from the inside: I am {anAge} {occupation} in {city}.'),
    say('I work in health care myself, as {anOccupation} in {city}, and I am {ageWords}.', employed),
    say('Health care is my profession: I am {age}, live in {city} and work as {anOccupation}.', employed),
  ],
  overlooked_risk_group: [
    say('I am {anAge} {occupation} in {city}, and I am used to managing by myself.'),
    say('I work as {anOccupation} in {city}, I am {ageWords}, and my own needs come last.', employed),
    say('I am {age}, I live in {city}, and I work hard as {anOccupation}.', employed),
  ],
};
