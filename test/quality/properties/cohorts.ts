import fc from 'fast-check';
import { cohort } from '../../../arbitraries/index.js';
import type { Customer } from '../../../arbitraries/index.js';
import { choice, cohort as cohortOf, integer, record } from '../../../src/index.js';
import { peerCustomer, simplestPeer, simplestPeerAged } from '../peers/index.js';
import { changed } from '../measure/index.js';
import { isAtModerateRiskOver40 } from './customers.js';
import type { Person } from './customers.js';
import { property } from './Property.js';
import type { Property } from './Property.js';
import { simplestAtModerateRisk, simplestCustomer } from './simplest.js';

const SIZE = 500;
const ours = cohort({ size: SIZE });
const peer = fc.array(peerCustomer(), { minLength: SIZE, maxLength: SIZE });
const atMost = fc.array(peerCustomer(), { maxLength: SIZE, size: 'max' });
const peerAtModerateRisk = changed(simplestPeerAged(41), { 'health.risk': { score: 11, level: 'moderate' } });

interface Aged {
  readonly kind: 'old' | 'new';
  readonly age: number;
}

const aged = record()
  .field('kind', choice(['old', 'new']))
  .field('age', integer({ min: 20, max: 90, toward: 20 }));
const exact = cohortOf({ of: aged, size: 40, targets: { kind: { old: 0.75, new: 0.25 } }, shrink: 'exact' });
const people = (kind: Aged['kind'], count: number): fc.Arbitrary<Aged[]> =>
  fc.array(fc.record({ kind: fc.constant(kind), age: fc.integer({ min: 20, max: 90 }) }), {
    minLength: count,
    maxLength: count,
  });
/** How many there are is drawn first, in fours: three old, one new. */
const peerExact = fc
  .integer({ min: 1, max: 10 })
  .chain((fours) => fc.tuple(people('old', 3 * fours), people('new', fours)).map(([old, fresh]) => [...old, ...fresh]));
const isExactMinimum = (people: readonly Aged[]): boolean =>
  JSON.stringify(people.map(({ kind, age }) => `${kind} ${age}`).sort()) ===
  JSON.stringify(['new 70', 'old 20', 'old 20', 'old 20']);

/** Of nine customers in the shares of the targets two are at moderate risk, of ten three. */
const SMALLEST = 10;
const exactOf500 = cohort({ size: SIZE, shrink: 'exact' });
const isSmallestExact = (people: readonly Customer[]): boolean =>
  people.length === SMALLEST && exactOf500.accepts(people) && people.filter(isAtModerateRiskOver40).length === 3;

/** Failures of whole populations. */
export const cohortProperties: readonly Property[] = [
  property({
    kind: 'cross-record',
    title: 'two customers of the same city among 500',
    endsAt: 'the simplest customer, twice',
    fails: (people: readonly Person[]) => new Set(people.map(({ core }) => core.location.city)).size < people.length,
    matters: (people) => people.map(({ core }) => core.location.city),
    ours: { arbitrary: ours, minimum: [simplestCustomer, simplestCustomer] },
    peer: { arbitrary: atMost, minimum: [simplestPeer, simplestPeer], mostSeeds: 20 },
    tries: { median: 120, p95: 340 },
    seedsInTest: 5,
  }),
  property({
    kind: 'cross-record',
    title: 'three customers over 40 at moderate risk among 500',
    endsAt: 'three times the simplest such customer',
    fails: (people: readonly Person[]) => people.filter(isAtModerateRiskOver40).length >= 3,
    matters: (people) => people.map(({ core, health }) => [core.age, health.risk]),
    ours: { arbitrary: ours, minimum: [simplestAtModerateRisk, simplestAtModerateRisk, simplestAtModerateRisk] },
    peer: {
      arbitrary: atMost,
      minimum: [peerAtModerateRisk, peerAtModerateRisk, peerAtModerateRisk],
      mostSeeds: 20,
    },
    tries: { median: 230, p95: 250 },
    seedsInTest: 5,
  }),
  withPeersAlone(
    property({
      kind: 'cross-record',
      title: 'the same among exactly 500, which fast-check cannot drop from',
      endsAt: 'three of that customer, the others the simplest',
      fails: (people: readonly Person[]) => people.filter(isAtModerateRiskOver40).length >= 3,
      matters: (people) => people.map(({ core, health }) => [core.age, health.risk]),
      ours: { arbitrary: ours, minimum: [] },
      peer: {
        arbitrary: peer,
        minimum: [...repeated(SIZE - 3, simplestPeer), ...repeated(3, peerAtModerateRisk)],
        mostSeeds: 3,
      },
      tries: { median: 0, p95: 0 },
    }),
  ),
  oursAlone(
    property({
      kind: 'exact cohort',
      title: 'three over 40 at moderate risk in an exact cohort of 500',
      endsAt: 'the smallest exact cohort with three at moderate risk, which has ten customers',
      fails: (people: readonly Person[]) => people.filter(isAtModerateRiskOver40).length >= 3,
      matters: (people) => [
        people.length,
        people.filter(isAtModerateRiskOver40).map(({ core, health }) => [core.age, health.risk.level]),
      ],
      mattering: [SMALLEST, Array.from({ length: 3 }, () => [41, 'moderate'])],
      ours: { arbitrary: exactOf500, minimum: isSmallestExact, mostSeeds: 20 },
      peer: { arbitrary: peer, minimum: [] },
      tries: { median: 650, p95: 700 },
      seedsInTest: 5,
    }),
  ),
  property({
    kind: 'exact cohort',
    title: 'somebody new of at least 70 in an exact cohort of 40',
    endsAt: 'the smallest exact cohort with somebody new: four people',
    fails: (people: readonly Aged[]) => people.some(({ kind, age }) => kind === 'new' && age >= 70),
    matters: (people) => [people.length, ...people.filter(({ kind }) => kind === 'new')],
    mattering: [4, { kind: 'new', age: 70 }],
    ours: { arbitrary: exact, minimum: isExactMinimum },
    peer: { arbitrary: peerExact, minimum: isExactMinimum },
    tries: { median: 70, p95: 95 },
  }),
];

function oursAlone({ contenders: { drawn, json }, ...rest }: Property): Property {
  return { ...rest, contenders: { ...(drawn && { drawn }), ...(json && { json }) } };
}

function withPeersAlone({ contenders: { peerDrawn, peerJson }, ...rest }: Property): Property {
  return { ...rest, contenders: { ...(peerDrawn && { peerDrawn }), ...(peerJson && { peerJson }) } };
}

function repeated<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}
