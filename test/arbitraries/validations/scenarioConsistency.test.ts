/* Each rule on scenarios and customers together, broken alone and at a known place. */
import { describe, expect, it } from 'vitest';
import type { Customer, Scenario } from '../../../arbitraries/index.js';
import { addDays, daysBetween } from '../../../src/index.js';
import type { ValidationReport } from '../../../src/index.js';
import { asOf, check, foundIn, indicesOf, journeys, people, wholeSet, withChanges } from '../../validation/dataSets.js';

type Any = Customer | Scenario;

const all = wholeSet();
const isOf =
  (name: string) =>
  (one: Any): one is Scenario =>
    'scenario_type' in one && one.scenario_type === name;

function consistencyIn({ violations }: ValidationReport): string[] {
  return violations
    .filter(({ rule }) => rule.startsWith('scenario-'))
    .map(({ rule, record, pointer }) => `${rule} ${record} ${pointer}`);
}

describe('scenario-customer-known', () => {
  it('is broken by a scenario of nobody, and its customer lacks one then', async () => {
    const [index] = indicesOf(all, 1, isOf('prevention_conversion')) as [number];
    const stranger = '00000000-0000-4000-8000-000000000000';
    const report = await check(
      withChanges(all, [index], (one) => {
        one.customer_id = stranger;
      }),
    );
    const customer = people().findIndex(({ customer_id }) => customer_id === all[index]!.customer_id);
    expect(foundIn(report)).toEqual([
      `scenario-customer-known ${index} /${index}/customer_id`,
      `scenario-of-every-eligible ${customer} /${customer}`,
    ]);
  });
});

describe('scenario-user-matches-customer', () => {
  it('is broken by each field that differs, and by no order of keys', async () => {
    const [index] = indicesOf(all, 1, isOf('first_time_user')) as [number];
    const { user } = all[index] as Scenario;
    const turned = Object.fromEntries(Object.entries(user).toReversed()) as unknown as Scenario['user'];
    expect((await check(all.with(index, { ...all[index], user: turned } as Scenario))).ok).toBe(true);
    const report = await check(
      withChanges(all, [index], (one) => {
        (one as Scenario).user.age += 1;
      }),
    );
    expect(consistencyIn(report)).toEqual([`scenario-user-matches-customer ${index} /${index}/user/age`]);
    expect(report.violations.at(-1)).toMatchObject({ actual: user.age + 1, expected: user.age });
  });
});

describe('scenario-for-eligible-customer', () => {
  it('is broken by the scenario of a customer who does not take it', async () => {
    const takers = new Set(journeys('prevention_conversion').map(({ customer_id }) => customer_id));
    const other = people().find(({ customer_id }) => !takers.has(customer_id))!;
    const extra = { ...journeys('prevention_conversion')[0]!, customer_id: other.customer_id };
    const report = await check([...all, extra]);
    const index = all.length;
    expect(consistencyIn(report).filter((each) => !each.startsWith('scenario-user-'))).toEqual([
      `scenario-for-eligible-customer ${index} /${index}`,
    ]);
  });
});

describe('scenario-of-every-eligible', () => {
  it('is broken where a scenario is missing, and points at the customer', async () => {
    const [index] = indicesOf(all, 1, isOf('life_transition')) as [number];
    const customer = people().findIndex(({ customer_id }) => customer_id === all[index]!.customer_id);
    const report = await check(all.filter((_, place) => place !== index));
    expect(foundIn(report)).toEqual([`scenario-of-every-eligible ${customer} /${customer}`]);
    expect(report.violations[0]).toMatchObject({ expected: 'life_transition', file: 'records' });
  });

  it('asks for no scenarios of a type that the data set does not have', async () => {
    const report = await check([...people(), ...journeys('first_time_user')]);
    expect(foundIn(report)).toEqual([]);
  });
});

describe('scenario-trigger-matches-customer', () => {
  it('is broken by another event than the latest of the customer', async () => {
    const isMovable = (one: Any): boolean =>
      isOf('life_transition')(one) &&
      one.journey.length === 1 &&
      daysBetween(one.trigger_event!.date, one.journey[0]!.timestamp) < 3 &&
      daysBetween(one.trigger_event!.date, asOf) < 300;
    const [index] = indicesOf(all, 1, isMovable) as [number];
    const { date } = (all[index] as Scenario).trigger_event!;
    const report = await check(
      withChanges(all, [index], (one) => {
        (one as Scenario).trigger_event!.date = addDays(date, -1);
      }),
    );
    expect(consistencyIn(report)).toEqual([`scenario-trigger-matches-customer ${index} /${index}/trigger_event`]);
    expect(report.violations.at(-1)).toMatchObject({ expected: { date }, actual: { date: addDays(date, -1) } });
  });
});

describe('scenario-order-after-registration', () => {
  it('is broken by a journey that begins before the account was opened', async () => {
    const [index] = indicesOf(all, 1, isOf('first_time_user')) as [number];
    const customer = people().findIndex(({ customer_id }) => customer_id === all[index]!.customer_id);
    const start = (all[index] as Scenario).journey[0]!.timestamp.slice(0, 10);
    const changed = withChanges(all, [customer], (one) => {
      (one as Customer).engagement.registered_on = addDays(start, 1);
    });
    expect(consistencyIn(await check(changed))).toEqual([
      `scenario-order-after-registration ${index} /${index}/journey/0/timestamp`,
    ]);
  });
});

describe('scenario-users-agree', () => {
  const scenarios = [...journeys('first_time_user'), ...journeys('prevention_conversion')];

  it('holds among scenarios without their customers', async () => {
    expect((await check(scenarios)).ok).toBe(true);
  });

  it('is broken by scenarios of one customer that show two users', async () => {
    const index = scenarios.length - 1;
    const report = await check(
      withChanges(scenarios, [index], ({ user }) => {
        user.name = scenarios[0]!.user.name;
      }),
    );
    expect(foundIn(report)).toEqual([`scenario-users-agree ${index} /${index}/user`]);
  });
});

describe('scenarios in the brief’s own format', () => {
  const brief = wholeSet()
    .filter((one) => 'scenario_type' in one)
    .map(({ scenario_type, user, journey }) => ({ scenario_type, user, journey }));

  it('are checked without the additions, which are noted', async () => {
    const report = await check(brief);
    expect(foundIn(report)).toEqual([]);
    expect(new Set(report.notes.map(({ note }) => note))).toEqual(new Set(['missing-addition']));
    expect(report.notes.find(({ pointer }) => pointer.endsWith('/trigger_event'))?.count).toBe(
      journeys('life_transition').length,
    );
  });

  it('are not compared with customers whom they do not name', async () => {
    expect(foundIn(await check([...people(), ...brief]))).toEqual([]);
  });

  it('have their journeys checked all the same', async () => {
    const [index] = indicesOf(
      brief,
      1,
      ({ scenario_type, journey }) => scenario_type === 'life_transition' && journey.length === 3,
    ) as [number];
    const report = await check(
      withChanges(brief, [index], ({ journey }) => {
        journey[2]!.timestamp = '2020-01-01T00:00:00Z';
      }),
    );
    expect(foundIn(report)).toEqual([`journey-time-order ${index} /${index}/journey/2/timestamp`]);
  });
});
