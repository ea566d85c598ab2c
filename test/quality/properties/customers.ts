import { customer } from '../../../arbitraries/index.js';
import type { Customer } from '../../../arbitraries/index.js';
import { sameJson } from '../../../src/index.js';
import { changed } from '../measure/index.js';
import {
  peerCustomer,
  peerCustomerOf,
  simplestOverlookedPeer,
  simplestPeer,
  simplestPeerAged,
} from '../peers/index.js';
import { property } from './Property.js';
import type { Property } from './Property.js';
import {
  simplestAtModerateRisk,
  simplestCustomer,
  simplestInTheirForties,
  simplestOverlooked,
  screened,
} from './simplest.js';

/** What both customers have, at the same paths. */
export interface Person {
  readonly persona_type: string;
  readonly core: { readonly age: number; readonly name: string; readonly location: { readonly city: string } };
  readonly health: {
    readonly height_cm: number;
    readonly weight_kg: number;
    readonly bmi: number;
    readonly chronic_conditions: readonly string[];
    readonly preventive_care: { readonly screening_history: { readonly has_history: boolean } };
    readonly risk: { readonly score: number; readonly level: string };
  };
  readonly engagement: {
    readonly visits: readonly {
      readonly at: string;
      readonly minutes: number;
      readonly features: readonly string[];
    }[];
    readonly average_minutes: number;
  };
  readonly narrative: { readonly self_description: string };
}

const ours = customer();
const peer = peerCustomer();
const tries = { median: 65, p95: 80 };

const visitMinutes = ({ engagement }: Person): readonly number[] => engagement.visits.map(({ minutes }) => minutes);

export const customerProperties: readonly Property[] = [
  property({
    kind: 'single field',
    title: 'a customer of at least 43',
    endsAt: 'the simplest customer, 43',
    fails: ({ core }: Person) => core.age >= 43,
    matters: ({ core }) => core.age,
    ours: { arbitrary: ours, minimum: simplestInTheirForties(43) },
    peer: { arbitrary: peer, minimum: simplestPeerAged(43) },
    tries,
  }),
  property({
    kind: 'two fields',
    title: 'a customer over 40 at moderate risk',
    endsAt: 'the simplest customer, 41, with one finding',
    fails: isAtModerateRiskOver40,
    matters: ({ core, health }) => [core.age, health.risk.level, health.risk.score, health.chronic_conditions],
    ours: { arbitrary: ours, minimum: simplestAtModerateRisk },
    peer: {
      arbitrary: peer,
      minimum: changed(simplestPeerAged(41), { 'health.risk': { score: 11, level: 'moderate' } }),
    },
    tries,
  }),
  property({
    kind: 'two fields',
    title: 'an overlooked customer with two chronic conditions',
    endsAt: 'the simplest of the persona, the first two conditions',
    fails: ({ persona_type, health }: Person) =>
      persona_type === 'overlooked_risk_group' && health.chronic_conditions.length >= 2,
    matters: ({ persona_type, health }) => [persona_type, health.chronic_conditions],
    ours: {
      arbitrary: ours,
      minimum: changed(simplestOverlooked, {
        'health.chronic_conditions': ['hypertension', 'diabetes'],
        'health.risk.factors': [
          { factor: 'age', finding: '30s', points: 2 },
          { factor: 'chronic_conditions', finding: 'hypertension, diabetes', points: 4 },
          { factor: 'screening_history', finding: 'never', points: 2 },
        ],
        'health.risk.score': 8,
      }),
    },
    peer: {
      arbitrary: peer,
      minimum: changed(simplestOverlookedPeer, {
        'health.chronic_conditions': ['hypertension', 'diabetes'],
        'health.risk.score': 6,
      }),
    },
    tries,
  }),
  property({
    kind: 'nested list',
    title: 'a visit of at least 20 minutes',
    endsAt: 'the simplest customer, one visit, 20 minutes',
    fails: (person: Person) => visitMinutes(person).some((minutes) => minutes >= 20),
    matters: visitMinutes,
    ours: {
      arbitrary: ours,
      minimum: changed(simplestCustomer, {
        'engagement.visits': [{ ...simplestCustomer.engagement.visits[0], minutes: 20 }],
        'engagement.average_minutes': 20,
      }),
    },
    peer: {
      arbitrary: peer,
      minimum: changed(simplestPeer, {
        'engagement.visits': [{ ...simplestPeer.engagement.visits[0], minutes: 20 }],
        'engagement.average_minutes': 20,
      }),
    },
    tries,
  }),
  property({
    kind: 'nested list',
    title: 'a visit that uses the schedule',
    endsAt: 'the simplest customer who comes often enough for it: one of two visits',
    fails: ({ engagement }: Person) => engagement.visits.some(({ features }) => features.includes('schedule')),
    matters: ({ engagement }) =>
      engagement.visits
        .map(({ features }) => features.join())
        .sort()
        .at(-1),
    mattering: 'schedule',
    ours: {
      arbitrary: ours,
      minimum: (value: Customer) => [0, 1].some((scheduling) => sameJson(value, simplestWithSchedule(scheduling))),
    },
    peer: {
      arbitrary: peer,
      minimum: changed(simplestPeer, {
        'engagement.visits': [{ ...simplestPeer.engagement.visits[0], features: ['schedule'] }],
      }),
    },
    tries: { median: 75, p95: 100, leastShare: 0.2 },
  }),
  property({
    kind: 'derived field',
    title: 'a body mass index of at least 30',
    endsAt: 'the simplest customer, the lightest weight for it',
    fails: ({ health }: Person) => health.bmi >= 30,
    matters: ({ health }) => [health.height_cm, health.weight_kg, health.bmi],
    ours: {
      arbitrary: ours,
      minimum: changed(simplestCustomer, {
        'health.bmi': 30,
        'health.weight_kg': 76.7,
        'health.risk.factors': [
          { factor: 'bmi', finding: 'obese', points: 3 },
          ...simplestCustomer.health.risk.factors,
        ],
        'health.risk.score': 5,
      }),
    },
    peer: {
      arbitrary: peer,
      minimum: changed(simplestPeer, { 'health.bmi': 30, 'health.weight_kg': 67.4 }),
    },
    tries,
  }),
  property({
    kind: 'derived field',
    title: 'visits that last more than 12.5 minutes on average',
    endsAt: 'the simplest customer, one visit, 13 minutes',
    fails: ({ engagement }: Person) => engagement.average_minutes > 12.5,
    matters: visitMinutes,
    ours: {
      arbitrary: ours,
      minimum: changed(simplestCustomer, {
        'engagement.visits': [{ ...simplestCustomer.engagement.visits[0], minutes: 13 }],
        'engagement.average_minutes': 13,
      }),
    },
    peer: {
      arbitrary: peer,
      minimum: changed(simplestPeer, {
        'engagement.visits': [{ ...simplestPeer.engagement.visits[0], minutes: 13 }],
        'engagement.average_minutes': 13,
      }),
    },
    tries,
  }),
  property({
    kind: 'string content',
    title: 'a self-description that mentions Boise',
    endsAt: 'the simplest customer in Boise',
    fails: ({ narrative }: Person) => narrative.self_description.includes('Boise'),
    matters: ({ core }) => core.location.city,
    ours: {
      arbitrary: ours,
      minimum: changed(simplestCustomer, {
        'core.location': { city: 'Boise', state: 'ID', postal_code: '83702', area_type: 'urban' },
        'sdoh.census_tract': '16001000302',
        'sdoh.healthcare_access.screening_facilities': 14,
        'narrative.self_description': simplestCustomer.narrative.self_description.replace('New York', 'Boise'),
      }),
    },
    peer: {
      arbitrary: peer,
      minimum: changed(simplestPeer, {
        'core.location.city': 'Boise',
        'narrative.self_description': simplestPeer.narrative.self_description.replace('New York', 'Boise'),
      }),
    },
    tries: { median: 210, p95: 220 },
  }),
  property({
    kind: 'string content',
    title: "a name with O'",
    endsAt: 'the simplest customer, the first given name, any such family name',
    fails: ({ core }: Person) => core.name.includes(" O'"),
    matters: ({ core }) => core.name.replace(/ O'\w+$/, " O'"),
    mattering: "Aaliyah O'",
    ours: { arbitrary: ours, minimum: (value: Customer) => isApartFromFamilyName(value, simplestCustomer) },
    peer: { arbitrary: peer, minimum: (value) => isApartFromFamilyName(value, simplestPeer) },
    tries,
  }),
  property({
    kind: 'pinned persona',
    title: 'a customer of a pinned persona who has been screened',
    endsAt: 'the simplest of the persona, one screening',
    fails: ({ health }: Person) => health.preventive_care.screening_history.has_history,
    matters: ({ persona_type, health }) => [persona_type, health.preventive_care.screening_history],
    ours: {
      arbitrary: customer({ persona_type: 'overlooked_risk_group' }),
      minimum: changed(simplestOverlooked, {
        'health.preventive_care.screening_history': {
          has_history: true,
          frequency: 'irregular',
          last_screening: '2023-03-31',
          completion_rate: 0.1,
        },
        'health.risk.factors': [{ factor: 'age', finding: '30s', points: 2 }],
        'health.risk.score': 2,
        'life_events.past': [screened('2023-03-31')],
      }),
    },
    peer: {
      arbitrary: peerCustomerOf('overlooked_risk_group'),
      minimum: changed(simplestOverlookedPeer, {
        'health.preventive_care.screening_history': { has_history: true, last_screening: '2025-03-31' },
      }),
    },
    tries,
  }),
];

/** Whoever comes seldom enough has two visits; whoever comes more seldom has no schedule. */
function simplestWithSchedule(scheduling: number): Customer {
  const visits = ['01', '16'].map((day, index) => ({
    at: `2024-04-${day}T06:00:00Z`,
    minutes: 1,
    features: [index === scheduling ? 'schedule' : 'profile'],
  }));
  return changed(simplestCustomer, {
    'engagement.pattern': 'infrequent',
    'engagement.visit_frequency': 'infrequent',
    'engagement.visits': visits,
    'engagement.visit_count': 2,
    'engagement.average_gap_days': 15,
  });
}

export function isAtModerateRiskOver40({ core, health }: Person): boolean {
  return health.risk.level === 'moderate' && core.age > 40;
}

function isApartFromFamilyName<T extends Person>(value: T, simplest: T): boolean {
  return (
    /^Aaliyah O'\w+$/.test(value.core.name) && sameJson(changed(value, { 'core.name': simplest.core.name }), simplest)
  );
}
