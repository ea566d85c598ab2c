/*
 * What is true of a customer is true of the user that a scenario shows: these rules are the customer's own, looked at
 * through the part of the customer that the scenario tells. Their breakers are others, since nothing else of the customer
 * has to be kept in step.
 */
import { dayToIso, isoToDay } from '../../../src/index.js';
import type { Invariant } from '../../../src/index.js';
import { coreInvariants } from '../../core/index.js';
import { healthInvariants } from '../../health-profile/index.js';
import { personas } from '../../personas.js';
import type { Customer, Scenario, ScenarioUser } from '../../schema/index.js';
import { personaTypes, screeningFrequencies } from '../../vocabulary.js';
import { earliestBirthDate } from '../users.js';
import type { ScenarioRule } from './ScenarioRule.js';

type Screening = ScenarioUser['screening_history'];

const customerRules = new Map([...coreInvariants, ...healthInvariants].map((rule) => [rule.id, rule]));

/** Customer's pointers → scenario's. */
const pointers: readonly (readonly [string, string])[] = [
  ['/health/preventive_care/screening_history', '/user/screening_history'],
  ['/core', '/user'],
];

/** The rules on the user of a scenario. */
export function userRules(
  asOf: string,
  /** A copy with another user, and with what hangs on the user kept in step. */
  withUser: (scenario: Scenario, user: ScenarioUser) => Scenario,
  /** Whether users may have been screened. */
  mayHaveHistory: boolean,
): ScenarioRule[] {
  const bornBy = birthDates(asOf);
  const rule = (id: string, broken: (user: ScenarioUser, source: number) => Iterable<ScenarioUser>): ScenarioRule => {
    const original = customerRules.get(id) as Invariant<Customer>;
    return {
      id: `user-${id}`,
      sentence: original.sentence,
      severity: original.severity,
      check: ({ user }, report) =>
        original.check(customerBehind(user, asOf, bornBy(user.age)), (pointer, message, actual, expected) =>
          report(translated(pointer), message, actual, expected),
        ),
      *broken(scenario, source) {
        for (const user of broken(scenario.user, source.next() >>> 0)) yield withUser(scenario, user);
      },
    };
  };
  const screened = (
    id: string,
    broken: (
      screening: Screening & { last_screening: string },
      user: ScenarioUser,
      draw: number,
    ) => Iterable<Partial<Screening>>,
  ): ScenarioRule =>
    rule(id, function* brokenScreening(user, draw) {
      const { screening_history: screening } = user;
      const { last_screening } = screening;
      if (last_screening === null) return;
      for (const changes of broken({ ...screening, last_screening }, user, draw))
        yield { ...user, screening_history: { ...screening, ...changes } };
    });
  const today = isoToDay(asOf) ?? 0;
  return [
    rule('age-within-persona', function* otherAges(user) {
      const { min, max } = personas[user.persona_type].age;
      for (const age of [max + 1, min - 1]) yield { ...user, age };
    }),
    rule('name-listed', function* longerNames(user) {
      yield { ...user, name: `${user.name} the Younger` };
    }),
    rule('screening-history-whole-or-absent', function* inParts(user, draw) {
      const { screening_history: screening } = user;
      yield { ...user, screening_history: { ...screening, completion_rate: (1 + (draw % 100)) / 100 } };
      yield { ...user, screening_history: { ...screening, frequency: 'never' } };
    }),
    ...(mayHaveHistory
      ? [
          rule('screening-history-of-persona', function* withoutHistory(user) {
            yield { ...user, screening_history: { ...NO_HISTORY } };
            for (const persona_type of personaTypes) yield { ...user, persona_type };
          }),
          screened('screening-frequency-of-persona', function* otherFrequencies() {
            for (const frequency of screeningFrequencies) if (frequency !== 'never') yield { frequency };
          }),
          screened('screening-completion-within-persona', function* otherRates(_, { persona_type }) {
            const { min, max } = personas[persona_type].screening.completionRate;
            for (const rate of [max + 0.1, min - 0.1]) {
              if (rate >= 0 && rate <= 1) yield { completion_rate: Math.round(rate * 100) / 100 };
            }
          }),
          screened('screening-date-not-after-as-of', function* later(_, __, draw) {
            yield { last_screening: dayToIso(today + 1 + (draw % 300)) };
          }),
          screened('screening-date-in-adult-life', function* earlier(_, { age }, draw) {
            const born = isoToDay(earliestBirthDate(asOf, age)) ?? 0;
            yield { last_screening: dayToIso(born + 17 * 365 - (draw % 1000)) };
          }),
          screened('screening-date-within-persona', function* beforeThePersonas(_, { persona_type }, draw) {
            const { max } = personas[persona_type].screening.yearsAgo;
            yield { last_screening: dayToIso(today - 366 * max - 2 - (draw % 300)) };
          }),
          screened('screening-date-fits-frequency', function* olderThanTheFrequency(_, { persona_type }) {
            const { max } = personas[persona_type].screening.yearsAgo;
            yield { last_screening: dayToIso(today - 365 * max + 1) };
          }),
        ]
      : []),
  ];
}

const OLDEST = 120;

const NO_HISTORY: Screening = { has_history: false, frequency: 'never', last_screening: null, completion_rate: 0 };

/** The part of a customer that a scenario's user is: all that the rules above read. */
function customerBehind(user: ScenarioUser, asOf: string, birthDate: string): Customer {
  const part = {
    persona_type: user.persona_type,
    as_of: asOf,
    core: { name: user.name, age: user.age, birth_date: birthDate },
    health: { preventive_care: { screening_history: user.screening_history } },
  };
  return part as unknown as Customer;
}

/** `earliestBirthDate` of a reference date, kept for the ages that people have: every rule asks for it. */
function birthDates(asOf: string): (age: number) => string {
  const known: (string | undefined)[] = [];
  return (age) => {
    if (!Number.isInteger(age) || age < 0 || age > OLDEST) return earliestBirthDate(asOf, age);
    return (known[age] ??= earliestBirthDate(asOf, age));
  };
}

function translated(pointer: string): string {
  const [from, to] = pointers.find(([one]) => pointer.startsWith(one)) ?? ['', ''];
  return to + pointer.slice(from.length);
}
