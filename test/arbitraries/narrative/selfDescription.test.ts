import { describe, expect, it } from 'vitest';
import { goalsOf } from '../../../arbitraries/narrative/goals.js';
import { descriptionPlaces, relationshipPlaces } from '../../../arbitraries/narrative/narrative.js';
import { Situation } from '../../../arbitraries/narrative/Situation.js';
import { personaTypes } from '../../../arbitraries/vocabulary.js';
import { plausibleCustomers } from './plausibleCustomers.js';

const customers = plausibleCustomers(5000);

/** What a copy editor would underline; `undefined` is a slip of the program rather than of the pen. */
const slips: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a before a vowel', /\ba (?=[aeio])/i],
  ['a before a vowel u', /\ba (?=u(?!ni|se|ro|ti))/i],
  ['an before a consonant', /\ban (?=[bcdfgjklmnpqrstvwxyz])/i],
  ['a before 8, 11 or 18', /\ba (?=8\d?-|11-|18-)/],
  ['two spaces', / {2}/],
  ['a space at the end', /^\s|\s$/],
  ['a space before a stop', / [.,;:]/],
  ['a sentence in lower case', /(?<!\bSt)[.!?] [a-z]|^[a-z]/],
  ['no full stop', /[^.]$/],
  ['two full stops', /\.\./],
  ['an open brace', /[{}]/],
  ['undefined', /undefined|null|NaN|\[object/],
  ['a word of the vocabulary', /\w_\w/],
  ['a word twice', /\b(\w+) \1\b/i],
];

function slipsIn(text: string): string[] {
  return slips.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

describe('self_description', () => {
  it('reads as if somebody had written it', () => {
    const shown = personaTypes.flatMap((type) =>
      customers
        .filter(({ persona_type }) => persona_type === type)
        .slice(0, 2)
        .map(({ narrative }) => `${type}: ${narrative.self_description}`),
    );
    expect(shown).toMatchInlineSnapshot(`
      [
        "health_aware_avoider: I live in New York, I am a user experience designer, and at 30 I still dread waiting rooms. I have a benign breast condition. Even a routine check-up makes me nervous for days.",
        "health_aware_avoider: I am a 38-year-old university professor in St. Louis. I have diabetes and fibrocystic breast changes. The more I learn about risks, the harder it gets to book a check-up.",
        "structured_system_seeker: I am a 47-year-old program coordinator at a charity in Denver who likes to plan ahead. I live with depression. Whatever changes in my life, my health plan should stay on course.",
        "structured_system_seeker: I live right in Denver, I am 33, and I work as a user experience designer. A recent diagnosis has changed how I look at my body. Ticking off the next step gives me peace of mind.",
        "balanced_life_integrator: I am a 41-year-old urban planner in New York. I have never been to a screening. I want prevention that fits into an ordinary week.",
        "balanced_life_integrator: I am a 44-year-old program coordinator at a charity in Winston-Salem. I had medical treatment within the last year, and it took a lot out of me. I try to eat well, move a lot and keep stress at bay.",
        "healthcare_professional: I am forty and work as an emergency room nurse in Coeur d'Alene. I would rather see my figures over the years than one at a time.",
        "healthcare_professional: I am twenty-five and work as a health educator in Denver. I was given a diagnosis less than a year ago, and I am still getting used to it. I know the guidelines well, and I hold myself to them.",
        "overlooked_risk_group: I live in the countryside around Winston-Salem, I am 49, and I work as a teacher's aide. I have been told that I have anxiety and arthritis. I want to be taken seriously when I say that something is wrong.",
        "overlooked_risk_group: I am a 46-year-old accountant in Denver, and I am used to managing by myself. I had medical treatment within the last year, and it took a lot out of me. There is always something more urgent than my own health.",
      ]
    `);
  });

  it('has no slip of grammar or of the program in any text', () => {
    for (const { narrative } of customers) {
      expect(slipsIn(narrative.self_description), narrative.self_description).toEqual([]);
      expect(slipsIn(narrative.healthcare_relationship), narrative.healthcare_relationship).toEqual([]);
      for (const goal of narrative.health_goals) expect(slipsIn(`I want to ${goal}.`), goal).toEqual([]);
    }
  });

  it.each([
    ['I am a engineer.', 'a before a vowel'],
    ['I am a urban planner.', 'a before a vowel u'],
    ['I am an nurse.', 'an before a consonant'],
    ['I am a 80-year-old baker.', 'a before 8, 11 or 18'],
    ['I am  here.', 'two spaces'],
    ['i am here.', 'a sentence in lower case'],
    ['I am here. and there.', 'a sentence in lower case'],
    ['I am {age}.', 'an open brace'],
    ['I am undefined.', 'undefined'],
    ['I have heart_disease.', 'a word of the vocabulary'],
    ['I am the the one.', 'a word twice'],
  ])('would be caught saying %j', (text, slip) => expect(slipsIn(text)).toContain(slip));

  it('has two or three sentences in the first person, the first with age, occupation and place', () => {
    for (const { narrative, core } of customers.slice(0, 1000)) {
      const sentences = narrative.self_description.replace('St. ', 'St ').split('. ');
      expect([2, 3]).toContain(sentences.length);
      expect(sentences[0]).toMatch(/\bI\b/);
      expect(narrative.self_description).toContain(core.occupation);
      expect(narrative.self_description).toContain(core.location.city);
    }
  });
});

describe('the tables of sentences', () => {
  const places = [...Object.values(descriptionPlaces), ...Object.values(relationshipPlaces)].flat();

  it('begin with a sentence that is true of everybody wherever one must stand', () => {
    const filled = places.filter(({ share }) => share === 1);
    expect(filled.filter(({ sentences }) => sentences[0]?.when.length !== 0)).toEqual([]);
    expect(filled.length).toBeGreaterThan(0);
  });

  it('hold each sentence once', () => {
    for (const type of personaTypes) {
      const patterns = [...descriptionPlaces[type], ...relationshipPlaces[type]].flatMap(({ sentences }) =>
        sentences.map(({ pattern }) => pattern),
      );
      expect(new Set(patterns).size).toBe(patterns.length);
      expect(new Set(goalsOf[type].map(({ text }) => text)).size).toBe(goalsOf[type].length);
    }
  });

  it('hold single sentences that end with their only full stop', () => {
    for (const { sentences } of places) {
      for (const { pattern } of sentences) expect(pattern).toMatch(/^[A-Z{][^.!?]+\.$/);
    }
  });

  it('hold no sentence that nobody ever says', () => {
    const unsaid = new Set(places.flatMap(({ sentences }) => sentences));
    for (const customer of customers) {
      const situation = new Situation(customer);
      for (const { sentences } of [
        ...descriptionPlaces[customer.persona_type],
        ...relationshipPlaces[customer.persona_type],
      ]) {
        for (const sentence of sentences)
          if (unsaid.has(sentence) && sentence.isTrueOf(situation)) unsaid.delete(sentence);
      }
    }
    expect([...unsaid].map(({ pattern }) => pattern)).toEqual([]);
  });
});
