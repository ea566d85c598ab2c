import { describe, expect, it } from 'vitest';
import { cohort, customerModel } from '../../arbitraries/index.js';
import type { Customer } from '../../arbitraries/index.js';
import { isRecord, shrinkData } from '../../src/index.js';
import { changed } from '../quality/measure/index.js';
import { simplestCustomer } from '../quality/properties/simplest.js';
import { throughJson } from './people.js';

const SIZE = 500;
/** Of calls, whatever the fault and wherever it is. */
const MOST_TRIES = 200;

interface Fault {
  readonly plant: (record: Customer) => unknown;
  readonly fails: (record: Customer) => boolean;
  /** The one record that is left. */
  readonly end: unknown;
}

const withChanges = (changes: Readonly<Record<string, unknown>>) => (record: Customer) => changed(record, changes);
const simplestWith = (changes: Readonly<Record<string, unknown>>): Customer => changed(simplestCustomer, changes);

const faults: Readonly<Record<string, Fault>> = {
  'a count of visits that is wrong': {
    plant: (record) => changed(record, { 'engagement.visit_count': record.engagement.visit_count + 1 }),
    fails: ({ engagement }) => engagement.visits.length !== engagement.visit_count,
    end: simplestWith({ 'engagement.visit_count': 2 }),
  },
  'an age below all bounds': {
    plant: withChanges({ 'core.age': 3 }),
    fails: ({ core }) => core.age < 18,
    end: simplestWith({ 'core.age': 17 }),
  },
  'an age that is missing': {
    plant: withChanges({ 'core.age': undefined }),
    fails: ({ core }) => !('age' in core),
    end: simplestWith({ 'core.age': undefined }),
  },
  'an age that is null': {
    plant: withChanges({ 'core.age': null }),
    fails: ({ core }) => core.age === null,
    end: simplestWith({ 'core.age': null }),
  },
  'a number far off': {
    plant: withChanges({ 'health.bmi': 71.234 }),
    fails: ({ health: { bmi } }) => bmi > 60,
    end: simplestWith({ 'health.bmi': 61 }),
  },
  'a city that is none': {
    plant: withChanges({ 'core.location.city': 'Atlantis' }),
    fails: ({ core }) => core.location.city === 'Atlantis',
    end: simplestWith({ 'core.location.city': 'Atlantis' }),
  },
  'a birth in the future': {
    plant: withChanges({ 'core.birth_date': '2031-05-05' }),
    fails: ({ core }) => core.birth_date.slice(0, 10) > '2025-03-31',
    end: simplestWith({ 'core.birth_date': '2025-04-01' }),
  },
  'a text with something in it': {
    plant: (record) =>
      changed(record, { 'narrative.self_description': `${record.narrative.self_description} undefined` }),
    fails: ({ narrative }) => narrative.self_description.includes('undefined'),
    end: simplestWith({ 'narrative.self_description': 'undefined' }),
  },
  'a key that nobody knows': {
    plant: (record) => ({ ...record, vip: { since: 2020, by: 'import' } }),
    fails: (record) => 'vip' in record && isRecord(record.vip) && 'since' in record.vip,
    end: { ...simplestCustomer, vip: { since: 0 } },
  },
  'a part that is a text': {
    plant: withChanges({ health: 'ok' }),
    fails: (record) => typeof record.health === 'string',
    end: { ...simplestCustomer, health: '' },
  },
  'a record that is null': { plant: () => null, fails: (record) => record === null, end: null },
};

/** Fifty keys more, times with the offset of India, dates at midnight. */
function foreign(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const strange = (prefix: string, count: number): object =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`${prefix}_${index}`, { seen: index, by: prefix }]),
    );
  const { core, health: part } = value;
  const parts = isRecord(core) && isRecord(part);
  return inLocalTime({
    ...strange('import', 30),
    ...value,
    ...(parts && { core: { ...core, ...strange('crm', 10) }, health: { ...strange('lab', 10), ...part } }),
  });
}

function inLocalTime(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inLocalTime);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inLocalTime(one)]));
  if (typeof value !== 'string') return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return `${value}T00:00:00`;
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return value;
  return `${new Date(Date.parse(value) + 19_800_000).toISOString().slice(0, 19)}+05:30`;
}

describe('one fault among 500 customers of another program', { timeout: 120_000 }, () => {
  it.each(Object.entries(faults))('is found in one customer, the simplest: %s', async (_, { plant, fails, end }) => {
    const isFault = (record: Customer): boolean => {
      try {
        return fails(record);
      } catch {
        return false;
      }
    };
    for (const [seed, at] of [
      [1, 0],
      [2, SIZE - 1],
      [3, 257],
    ] as const) {
      const customers = throughJson([...cohort({ size: SIZE, seed })]);
      const records = customers.map(foreign).with(at, foreign(plant(customers[at] as Customer))) as Customer[];
      expect(records.filter(isFault)).toHaveLength(1);
      const found = await shrinkData<Customer, Customer>(records, {
        model: customerModel,
        fails: (all) => all.some(isFault),
      });
      expect(found.value).toEqual([end]);
      expect(found.isComplete).toBe(true);
      expect(found.tries).toBeLessThan(MOST_TRIES);
      expect([found.from.records, found.to.records]).toEqual([SIZE, 1]);
    }
  });
});
