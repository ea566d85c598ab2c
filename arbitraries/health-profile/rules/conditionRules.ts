import { invariant } from '../../../src/index.js';
import type { Invariant } from '../../../src/index.js';
import type { Customer } from '../../schema/index.js';
import { conditions } from '../../vocabulary.js';
import type { Condition } from '../../vocabulary.js';
import { ageBandOf } from '../ageBandOf.js';
import { conditionShares, conditionsOfWomen } from '../conditions.js';
import type { RiskModel } from '../riskModel.js';
import { broken, brokenAtSameLevel } from './brokenCopy.js';

const POINTER = '/health/chronic_conditions';

const band = (model: RiskModel): Invariant<Customer> =>
  invariant<Customer>({
    id: 'conditions-of-age-band',
    sentence: 'Chronic conditions occur from the age band on in which the table of conditions has them.',
    check: ({ core, health }, report) => {
      const ageBand = ageBandOf(core.age);
      health.chronic_conditions.forEach((one, index) => {
        if (conditionShares[one][ageBand] > 0) return;
        const possible = conditions.filter((other) => conditionShares[other][ageBand] > 0);
        report(`${POINTER}/${index}`, `${one} is no condition of the ${ageBand} (age ${core.age})`, one, possible);
      });
    },
    breaker: (customer, source) => {
      const ageBand = ageBandOf(customer.core.age);
      const early = conditions.filter((one) => conditionShares[one][ageBand] === 0 && fitsGender(one, customer));
      const start = source.below(Math.max(1, early.length));
      return firstOf([...early.slice(start), ...early.slice(0, start)], (one) => withCondition(model, customer, one));
    },
  });

const gender = (model: RiskModel): Invariant<Customer> =>
  invariant<Customer>({
    id: 'conditions-fit-gender',
    sentence: 'Benign breast conditions and fibrocystic breast changes are conditions of women.',
    check: (customer, report) => {
      customer.health.chronic_conditions.forEach((one, index) => {
        if (fitsGender(one, customer)) return;
        report(`${POINTER}/${index}`, `${one} is a condition of women (${customer.core.gender})`, one, 'left out');
      });
    },
    breaker: (customer) => {
      const ageBand = ageBandOf(customer.core.age);
      const alien = conditions.filter((one) => !fitsGender(one, customer) && conditionShares[one][ageBand] > 0);
      return firstOf(alien, (one) => withCondition(model, customer, one));
    },
  });

const order = invariant<Customer>({
  id: 'conditions-once-in-order',
  sentence: 'Each chronic condition stands once, in the order of the table of conditions.',
  check: ({ health }, report) => {
    const given = health.chronic_conditions;
    given.forEach((one, index) => {
      const before = given[index - 1];
      if (before === undefined || conditions.indexOf(before) < conditions.indexOf(one)) return;
      const what = before === one ? 'stands twice' : `stands after ${before}`;
      report(`${POINTER}/${index}`, `${one} ${what}`, given, inOrder(given));
    });
  },
  breaker: (customer, source) => {
    const given = customer.health.chronic_conditions;
    if (given.length === 0) return undefined;
    return broken(customer, (health) => {
      if (given.length > 1 && source.below(2) === 0) health.chronic_conditions.reverse();
      else health.chronic_conditions.push(given.at(-1) as Condition);
    });
  },
});

/** Chronic conditions. */
export function conditionRules(model: RiskModel): readonly Invariant<Customer>[] {
  return [band(model), gender(model), order];
}

function fitsGender(condition: Condition, { core }: Customer): boolean {
  return core.gender === 'female' || !conditionsOfWomen.has(condition);
}

function withCondition(model: RiskModel, customer: Customer, condition: Condition): Customer | undefined {
  return brokenAtSameLevel(model, customer, (health) => {
    health.chronic_conditions = inOrder([...health.chronic_conditions, condition]);
  });
}

function inOrder(given: readonly Condition[]): Condition[] {
  return conditions.filter((one) => given.includes(one));
}

function firstOf<T, R>(items: readonly T[], make: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const made = make(item);
    if (made !== undefined) return made;
  }
  return undefined;
}
