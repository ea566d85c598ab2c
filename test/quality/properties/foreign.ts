/*
 * Values that this project did not make: read from JSON, with keys nobody declared and dates in other forms. Here the
 * failure goes through `shrink` and `shrinkData`, which every other program's records can go through as well.
 */
import fc from 'fast-check';
import { cohort, customer, customerModel } from '../../../arbitraries/index.js';
import type { Customer } from '../../../arbitraries/index.js';
import { isRecord, sameJson, sample } from '../../../src/index.js';
import { shrink, shrinkData } from '../../../src/shrink/index.js';
import { changed, firstFailure, fromExample, throughJson } from '../measure/index.js';
import type { Route } from '../measure/index.js';
import { peerCustomer, simplestPeer, simplestPeerAged } from '../peers/index.js';
import type { PeerCustomer } from '../peers/index.js';
import type { Property } from './Property.js';
import { simplestCustomer, simplestInTheirForties } from './simplest.js';

const SIZE = 500;
const peer = peerCustomer();

const isOf43 = ({ core }: { readonly core: { readonly age: number } }): boolean => core.age >= 43;
const isObese = ({ health }: { readonly health: { readonly bmi: number } }): boolean => health.bmi >= 38;
const hasMiscountedVisits = ({
  engagement,
}: {
  readonly engagement: { readonly visits: readonly unknown[]; readonly visit_count: number };
}): boolean => engagement.visits.length !== engagement.visit_count;

/** Records that the failure may find broken: reading a part that is gone is no failure. */
const safely =
  <T>(fails: (value: T) => boolean) =>
  (value: T): boolean => {
    try {
      return fails(value);
    } catch {
      return false;
    }
  };

const oneRecord =
  (fails: (value: Customer) => boolean, foreign: (value: Customer) => Customer): Route =>
  async (seed) => {
    const value = foreign(throughJson(firstFailure(customer(), fails, seed)));
    const { value: end, tries, milliseconds } = await shrink(value, { model: customerModel, fails: safely(fails) });
    return { value: end, tries, milliseconds };
  };

const dataSet =
  (recordsOf: (seed: number) => readonly Customer[], fails: (value: Customer) => boolean): Route =>
  async (seed) => {
    const { value, tries, milliseconds } = await shrinkData(throughJson(recordsOf(seed)), {
      model: customerModel,
      fails: (records: readonly Customer[]) => records.some(safely(fails)),
    });
    return { value, tries, milliseconds };
  };

const matterOnly =
  (minimum: unknown, of: (value: never) => unknown) =>
  (value: unknown): boolean => {
    try {
      return sameJson(of(value as never), of(minimum as never));
    } catch {
      return false;
    }
  };

const simplestWithBmi38 = changed(simplestCustomer, {
  'health.bmi': 38,
  'health.weight_kg': 97.2,
  'health.risk.factors': [{ factor: 'bmi', finding: 'obese', points: 3 }, ...simplestCustomer.health.risk.factors],
  'health.risk.score': 5,
});

/** Failures in values from elsewhere. */
export const foreignProperties: readonly Property[] = [
  {
    kind: 'foreign JSON',
    title: 'a customer of at least 43, with fifty unknown keys and local times',
    endsAt: 'the simplest customer, 43, without any of those keys',
    contenders: {
      json: {
        route: oneRecord(isOf43, foreignForm),
        isMinimum: (value) => sameJson(value, simplestInTheirForties(43)),
        isMinimalWhereItMatters: matterOnly(simplestInTheirForties(43), ({ core }: Customer) => core.age),
      },
      peerJson: {
        route: (seed) => fromExample(peer, isOf43, foreignForm(throughJson(firstFailure(peer, isOf43, seed)))),
        isMinimum: (value) => sameJson(value, simplestPeerAged(43)),
        isMinimalWhereItMatters: matterOnly(simplestPeerAged(43), ({ core }: PeerCustomer) => core.age),
      },
    },
    tries: { median: 110, p95: 125 },
  },
  {
    kind: 'data set',
    title: 'one bad record among 500: a body mass index of at least 38',
    endsAt: 'the simplest customer, the lightest weight for it',
    contenders: {
      json: {
        route: dataSet(oneObeseAmongMany, isObese),
        isMinimum: (value) => sameJson(value, [simplestWithBmi38]),
        isMinimalWhereItMatters: matterOnly([simplestWithBmi38], (all: Customer[]) =>
          all.map(({ health }) => health.bmi),
        ),
      },
      peerJson: {
        route: (seed) => peerDataSet(isObese, seed, (bad) => bad),
        isMinimum: (value) => sameJson(value, [changed(simplestPeer, { 'health.bmi': 38, 'health.weight_kg': 85.4 })]),
        isMinimalWhereItMatters: (value) => Array.isArray(value) && value.length === 1,
      },
    },
    tries: { median: 115, p95: 125 },
    seedsInTest: 5,
  },
  {
    kind: 'data set, foreign JSON',
    title: 'one bad record among 500: a miscount of visits, with fifty unknown keys and local times',
    endsAt: 'the simplest customer, but for the count',
    contenders: {
      json: {
        route: dataSet((seed) => cohortWithMiscount(seed).map(foreignForm), hasMiscountedVisits),
        isMinimum: isSimplestWithMiscount,
        isMinimalWhereItMatters: (value) => Array.isArray(value) && value.length === 1,
      },
      peerJson: {
        route: (seed) =>
          peerDataSet(hasMiscountedVisits, seed, (bad) => changed(bad, { 'engagement.visit_count': 99 }), foreignForm),
        isMinimum: (value) =>
          Array.isArray(value) && value.length === 1 && hasMiscountedVisits(value[0] as PeerCustomer),
        isMinimalWhereItMatters: (value) => Array.isArray(value) && value.length === 1,
      },
    },
    tries: { median: 115, p95: 125 },
    seedsInTest: 5,
  },
];

/** The records of a cohort, one of them with the failure, the others without it. */
function oneObeseAmongMany(seed: number): readonly Customer[] {
  const healthy = sample(cohort({ size: SIZE + 200 }), { seed, count: 1 })[0]?.filter((one) => !isObese(one)) ?? [];
  return healthy.slice(0, SIZE).with(seed % SIZE, firstFailure(customer(), isObese, seed));
}

function cohortWithMiscount(seed: number): readonly Customer[] {
  const records = sample(cohort({ size: SIZE }), { seed, count: 1 })[0] ?? [];
  const at = (seed * 7) % SIZE;
  const bad = records[at] as Customer;
  return records.with(at, changed(bad, { 'engagement.visit_count': bad.engagement.visit_count + 1 }));
}

function isSimplestWithMiscount(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 1) return false;
  const [only] = value as Customer[];
  return (
    only !== undefined &&
    hasMiscountedVisits(only) &&
    sameJson(changed(only, { 'engagement.visit_count': 1 }), simplestCustomer)
  );
}

function peerDataSet(
  fails: (value: PeerCustomer) => boolean,
  seed: number,
  spoilt: (value: PeerCustomer) => PeerCustomer,
  foreign: (value: PeerCustomer) => PeerCustomer = (value) => value,
) {
  const records = fc.sample(peer, { seed, numRuns: SIZE }).filter((one) => !fails(one));
  const bad = spoilt(fails === isObese ? firstFailure(peer, fails, seed) : (records[0] as PeerCustomer));
  const all = throughJson([...records.slice(0, SIZE - 1), bad]).map(foreign);
  return fromExample(fc.array(peer, { maxLength: SIZE, size: 'max' }), (list) => list.some(fails), all);
}

/** The record as another program might write it: fifty keys more, times with the offset of India, dates at midnight. */
function foreignForm<T extends { readonly core: object; readonly health: object }>(record: T): T {
  const strange = (prefix: string, count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`${prefix}_${index}`, { seen: index, by: prefix }]),
    );
  return inLocalTime({
    ...strange('import', 30),
    ...record,
    core: { ...record.core, ...strange('crm', 10) },
    health: { ...strange('lab', 10), ...record.health },
  }) as T;
}

function inLocalTime(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inLocalTime);
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inLocalTime(inner)]));
  if (typeof value !== 'string') return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return `${value}T00:00:00`;
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return value;
  return `${new Date(Date.parse(value) + 19_800_000).toISOString().slice(0, 19)}+05:30`;
}
