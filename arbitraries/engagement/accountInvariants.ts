import { dayToIso, invariant } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import { personas } from '../personas.js';
import type { Customer } from '../schema/index.js';
import { engagementPatterns, visitFrequencies } from '../vocabulary.js';
import { withEngagement } from './brokenEngagement.js';
import { frequencyOf } from './visitClasses.js';
import { ADULT_AGE, dayOf, REGISTERED_YEARS, yearsLater } from './visitWindow.js';

/** Rules on the account: its pattern, its class, its registration. */
export const accountInvariants: readonly Invariant<Customer>[] = [
  invariant({
    id: 'pattern-of-persona',
    sentence: 'The engagement pattern is one of those that are typical of the persona.',
    check: ({ persona_type, engagement: { pattern } }, report) => {
      const typical = personas[persona_type].engagementPatterns;
      if (!typical.includes(pattern))
        report('/engagement/pattern', `${pattern} is no pattern of ${persona_type}`, pattern, typical);
    },
    breaker: (customer) => {
      const { pattern } = customer.engagement;
      const typical = personas[customer.persona_type].engagementPatterns;
      // Of the same frequency class, so that the visits still fit.
      const other = engagementPatterns.find(
        (one) => frequencyOf[one] === frequencyOf[pattern] && !typical.includes(one),
      );
      return other && withEngagement(customer, { pattern: other });
    },
  }),
  invariant({
    id: 'visit-frequency-of-pattern',
    sentence: 'The visit frequency is the class that the engagement pattern belongs to.',
    check: ({ engagement: { pattern, visit_frequency } }, report) => {
      const expected = frequencyOf[pattern];
      if (visit_frequency !== expected)
        report(
          '/engagement/visit_frequency',
          `the pattern ${pattern} is of class ${expected}, not ${visit_frequency}`,
          visit_frequency,
          expected,
        );
    },
    breaker: (customer, source) => {
      const others = visitFrequencies.filter((one) => one !== customer.engagement.visit_frequency);
      const other = others[source.below(others.length)];
      return other && withEngagement(customer, { visit_frequency: other });
    },
  }),
  invariant({
    id: 'registered-as-adult-lately',
    sentence:
      'The account was opened in the three years up to the reference date, and not before the customer turned eighteen.',
    check: ({ as_of, core, engagement: { registered_on } }, report) => {
      const first = Math.max(yearsLater(as_of, -REGISTERED_YEARS), yearsLater(core.birth_date, ADULT_AGE));
      const day = dayOf(registered_on);
      if (day < first || day > dayOf(as_of))
        report(
          '/engagement/registered_on',
          `${registered_on} does not lie from ${dayToIso(first)} to ${as_of}`,
          registered_on,
          `a date from ${dayToIso(first)} to ${as_of}`,
        );
    },
    breaker: (customer, source) => {
      const first = yearsLater(customer.as_of, -REGISTERED_YEARS);
      return withEngagement(customer, { registered_on: dayToIso(first - 1 - source.below(2000)) });
    },
  }),
];
