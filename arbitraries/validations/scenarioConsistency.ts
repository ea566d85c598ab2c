import { sameJson } from '../../src/index.js';
import type { Part, SeenRecord, SetViolation } from '../../src/index.js';
import { userOf } from '../scenarios/index.js';
import type { ScenarioType } from '../scenarios/index.js';
import type { Customer, Scenario, ScenarioUser, TriggerEvent } from '../schema/index.js';

type Place = Pick<SeenRecord, 'file' | 'index' | 'pointer'>;

interface SeenScenario extends Place {
  readonly type: ScenarioType;
  readonly id: string | undefined;
  readonly user: ScenarioUser;
  readonly trigger: TriggerEvent | undefined;
  readonly start: string | undefined;
}

/** What is kept of a customer: as much as its scenarios repeat. */
interface KnownCustomer extends Place {
  readonly user: ScenarioUser;
  readonly eligible: ReadonlySet<string>;
  readonly triggers: ReadonlyMap<string, TriggerEvent | undefined>;
  readonly registeredOn: string;
}

/**
 * Whether the scenarios and the customers of a data set are of one piece: each scenario has its customer, repeats what the
 * customer says, and is for the customer; every customer for whom a type is has a scenario of it.
 *
 * Without customers the scenarios of one customer are compared with each other. What is compared is kept in memory, so a data
 * set of one collection, where nothing is, may be of any size.
 */
export function scenarioConsistency(types: readonly ScenarioType[]): Part {
  return ({ collections }) => {
    const present = types.filter(({ name }) => collections.has(name));
    const hasCustomers = collections.has('customers');
    const isCompared = present.length > 0 && (hasCustomers || present.length > 1);
    const customers = new Map<string, KnownCustomer>();
    const scenarios: SeenScenario[] = [];
    const counts: Record<string, number> = {};
    let unread = 0;
    return {
      see({ collection, record, file, index, pointer }) {
        if (collection === 'customers') {
          counts['customers'] = (counts['customers'] ?? 0) + 1;
          const one = record as Customer | undefined;
          if (one === undefined) unread += 1;
          else if (isCompared) customers.set(one.customer_id, knownOf(one, present, { file, index, pointer }));
          return;
        }
        const type = present.find(({ name }) => name === collection);
        if (type === undefined) return;
        counts[type.name] = (counts[type.name] ?? 0) + 1;
        if (record === undefined) return;
        const { customer_id: id, user, trigger_event: trigger, journey } = record as Scenario;
        if (isCompared) {
          scenarios.push({ type, id, user, trigger, start: journey[0]?.timestamp, file, index, pointer });
        }
      },
      finish() {
        if (!isCompared) return { figures: { counts, compared: false } };
        const violations = hasCustomers
          ? againstCustomers(scenarios, customers, present, unread)
          : amongThemselves(scenarios);
        return {
          violations,
          figures: { counts, compared: true, ...(hasCustomers && { eligible: eligibleCounts(customers, present) }) },
        };
      },
    };
  };
}

function knownOf(one: Customer, types: readonly ScenarioType[], place: Place): KnownCustomer {
  const eligible = types.filter((type) => type.isFor(one));
  return {
    ...place,
    user: userOf(one),
    eligible: new Set(eligible.map(({ name }) => name)),
    triggers: new Map(eligible.map((type) => [type.name, type.trigger?.(one)])),
    registeredOn: one.engagement.registered_on,
  };
}

function eligibleCounts(
  customers: ReadonlyMap<string, KnownCustomer>,
  types: readonly ScenarioType[],
): Record<string, number> {
  const all = [...customers.values()];
  return Object.fromEntries(types.map(({ name }) => [name, all.filter(({ eligible }) => eligible.has(name)).length]));
}

function againstCustomers(
  scenarios: readonly SeenScenario[],
  customers: ReadonlyMap<string, KnownCustomer>,
  types: readonly ScenarioType[],
  unread: number,
): SetViolation[] {
  const found = scenarios.flatMap((scenario) => {
    const customer = scenario.id === undefined ? undefined : customers.get(scenario.id);
    if (scenario.id === undefined) return [];
    if (customer === undefined) {
      return [
        violation(
          'scenario-customer-known',
          scenario,
          '/customer_id',
          'no customer has this id',
          scenario.id,
          'the id of a customer',
        ),
      ];
    }
    return faultsOf(scenario, customer);
  });
  // A customer whose shape is broken is there all the same, though nobody can say which one it is.
  const strangers = found.filter(({ rule }) => rule === 'scenario-customer-known').map(({ actual }) => actual);
  if (new Set(strangers).size <= unread) drop(found, 'scenario-customer-known');
  const taken = new Set(scenarios.map(({ id, type }) => `${type.name} ${id ?? ''}`));
  // Foreign scenarios may tell no customer: then nobody can be said to be missing.
  const told = types.filter(({ name }) => scenarios.some(({ type, id }) => type.name === name && id !== undefined));
  for (const [id, customer] of customers) {
    for (const { name, who } of told) {
      if (!customer.eligible.has(name) || taken.has(`${name} ${id}`)) continue;
      found.push(violation('scenario-of-every-eligible', customer, '', `has no ${name} scenario. ${who}`, null, name));
    }
  }
  return found;
}

function drop(violations: SetViolation[], rule: string): void {
  for (let at = violations.length - 1; at >= 0; at--) if (violations[at]?.rule === rule) violations.splice(at, 1);
}

function faultsOf(scenario: SeenScenario, customer: KnownCustomer): SetViolation[] {
  const { user, type, trigger, start } = scenario;
  const found: SetViolation[] = [];
  for (const key of Object.keys(customer.user) as (keyof ScenarioUser)[]) {
    if (sameJson(user[key], customer.user[key])) continue;
    found.push(
      violation(
        'scenario-user-matches-customer',
        scenario,
        `/user/${key}`,
        `${key} is another one than the customer's`,
        user[key],
        customer.user[key],
      ),
    );
  }
  if (!customer.eligible.has(type.name)) {
    found.push(
      violation(
        'scenario-for-eligible-customer',
        scenario,
        '',
        `the customer is not in ${type.name}. ${type.who}`,
        user.name,
        type.who,
      ),
    );
    return found;
  }
  const expected = customer.triggers.get(type.name);
  if (!sameJson(trigger, expected)) {
    found.push(
      violation(
        'scenario-trigger-matches-customer',
        scenario,
        '/trigger_event',
        "is another event than the customer's latest",
        trigger,
        expected,
      ),
    );
  }
  if (start !== undefined && type.trigger === undefined && start.slice(0, 10) < customer.registeredOn) {
    found.push(
      violation(
        'scenario-order-after-registration',
        scenario,
        '/journey/0/timestamp',
        'begins before the account was opened',
        start,
        `from ${customer.registeredOn} on`,
      ),
    );
  }
  return found;
}

function amongThemselves(scenarios: readonly SeenScenario[]): SetViolation[] {
  const first = new Map<string, SeenScenario>();
  return scenarios.flatMap((scenario) => {
    if (scenario.id === undefined) return [];
    const known = first.get(scenario.id);
    if (known === undefined) first.set(scenario.id, scenario);
    if (known === undefined || sameJson(known.user, scenario.user)) return [];
    return [
      violation(
        'scenario-users-agree',
        scenario,
        '/user',
        `is another user than in record ${known.index} of ${known.file}`,
        scenario.user,
        known.user,
      ),
    ];
  });
}

function violation(
  rule: string,
  { file, index, pointer }: Place,
  below: string,
  message: string,
  actual: unknown,
  expected: unknown,
): SetViolation {
  return {
    rule,
    severity: 'error',
    file,
    record: index,
    pointer: pointer + below,
    message,
    actual: actual ?? null,
    expected: expected ?? null,
  };
}
