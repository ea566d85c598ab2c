/* Rules on the words and goals of a narrative: they are those of the persona, and goals fit the facts. */
import { invariant } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import { personas } from '../personas.js';
import type { Persona } from '../personas.js';
import type { Customer } from '../schema/index.js';
import { personaTypes } from '../vocabulary.js';
import { goalsOf } from './goals.js';
import { isOpen } from './GoalsArbitrary.js';
import { Situation } from './Situation.js';

const allGoals: ReadonlySet<string> = new Set(personaTypes.flatMap((type) => goalsOf[type].map(({ text }) => text)));

const preventionApproachOfPersona = invariant<Customer>({
  id: 'prevention-approach-of-persona',
  sentence: 'The prevention approach is the one of the persona.',
  check: ({ persona_type, narrative }, report) => {
    const expected = personas[persona_type].preventionApproach;
    const actual = narrative.prevention_approach;
    if (actual === expected) return;
    report(
      '/narrative/prevention_approach',
      `the prevention approach is ${actual}, while a ${persona_type} is ${expected}`,
      actual,
      expected,
    );
  },
  breaker: (customer, source) => {
    const others = personaTypes.filter((type) => type !== customer.persona_type);
    const other = others[source.below(others.length)] ?? 'overlooked_risk_group';
    return {
      ...customer,
      narrative: { ...customer.narrative, prevention_approach: personas[other].preventionApproach },
    };
  },
});

/** A rule that a list of words holds words of the persona alone, each once. */
function wordsOfPersona(
  field: 'pain_points' | 'motivations',
  noun: string,
  wordsOf: (persona: Persona) => readonly string[],
): Invariant<Customer> {
  return invariant<Customer>({
    id: `${field.replace('_', '-')}-of-persona`,
    sentence: `The ${noun}s are some of those of the persona, each once.`,
    severity: 'warning',
    check: ({ persona_type, narrative }, report) => {
      const known = wordsOf(personas[persona_type]);
      narrative[field].forEach((word, index, words) => {
        const pointer = `/narrative/${field}/${index}`;
        if (!known.includes(word)) report(pointer, `${word} is no ${noun} of a ${persona_type}`, word, known);
        else if (words.indexOf(word) < index) report(pointer, `${word} stands twice`, word, 'each word once');
      });
    },
    breaker: (customer, source) => {
      const known = wordsOf(personas[customer.persona_type]);
      const foreign = personaTypes.flatMap((type) => wordsOf(personas[type])).filter((word) => !known.includes(word));
      const word = foreign[source.below(foreign.length)] ?? '';
      return {
        ...customer,
        narrative: { ...customer.narrative, [field]: [...customer.narrative[field].slice(0, -1), word] },
      };
    },
  });
}

const goalsFitFacts = invariant<Customer>({
  id: 'goals-fit-facts',
  sentence:
    'Health goals fit the persona and what is known of conditions, screening, weight, care and events, each once.',
  check: (customer, report) => {
    const { persona_type, narrative } = customer;
    const situation = new Situation(customer);
    narrative.health_goals.forEach((text, index, texts) => {
      const pointer = `/narrative/health_goals/${index}`;
      if (texts.indexOf(text) < index) report(pointer, `"${text}" stands twice`, text, 'each goal once');
      // A goal in words of its own says nothing that could be compared.
      else if (!allGoals.has(text)) return;
      else {
        const goal = goalsOf[persona_type].find((one) => one.text === text);
        if (goal === undefined) {
          report(pointer, `"${text}" is a goal of other personas`, text, `a goal of a ${persona_type}`);
        } else if (!isOpen(goal, situation)) {
          const means = goal.when?.means ?? '';
          report(pointer, `"${text}" is a goal of somebody ${means}`, text, `only of somebody ${means}`);
        }
      }
    });
  },
  breaker: (customer, source) => {
    const { narrative } = customer;
    const situation = new Situation(customer);
    const open = new Set(
      goalsOf[customer.persona_type].filter((goal) => isOpen(goal, situation)).map(({ text }) => text),
    );
    const closed = [...allGoals].filter((text) => !open.has(text));
    const goal = closed[source.below(closed.length)] ?? '';
    return { ...customer, narrative: { ...narrative, health_goals: [...narrative.health_goals.slice(0, -1), goal] } };
  },
});

export const traitInvariants: readonly Invariant<Customer>[] = [
  preventionApproachOfPersona,
  wordsOfPersona('pain_points', 'pain point', (persona) => persona.painPoints),
  wordsOfPersona('motivations', 'motivation', (persona) => persona.motivations),
  goalsFitFacts,
];
