/*
 * A customer as somebody would write it with fast-check alone: `chain` where fields hang on the persona, `record` for the
 * rest, `map` for what follows. Fewer fields than the customer of the health domain has, and the same paths for those.
 */
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

interface PeerPersona {
  readonly type: string;
  readonly weight: number;
  readonly age: { readonly min: number; readonly max: number };
  readonly patterns: readonly string[];
  readonly sentence: string;
}

const personas: readonly PeerPersona[] = [
  {
    type: 'health_aware_avoider',
    weight: 30,
    age: { min: 25, max: 45 },
    patterns: ['sporadic', 'infrequent', 'rare'],
    sentence: 'I keep putting it off.',
  },
  {
    type: 'structured_system_seeker',
    weight: 25,
    age: { min: 30, max: 50 },
    patterns: ['consistent', 'scheduled', 'regular'],
    sentence: 'I plan my appointments ahead.',
  },
  {
    type: 'balanced_life_integrator',
    weight: 20,
    age: { min: 28, max: 48 },
    patterns: ['regular', 'occasional', 'planned'],
    sentence: 'Health has to fit into my day.',
  },
  {
    type: 'healthcare_professional',
    weight: 15,
    age: { min: 25, max: 45 },
    patterns: ['consistent', 'professional', 'analytical'],
    sentence: 'I want to see the evidence.',
  },
  {
    type: 'overlooked_risk_group',
    weight: 10,
    age: { min: 30, max: 50 },
    patterns: ['rare', 'reactive', 'infrequent'],
    sentence: 'Advice is written for somebody else.',
  },
];

const AS_OF = Date.UTC(2025, 2, 31);
const DAY_MS = 86_400_000;
const families = ['Abbott', 'Baker', "D'Amore", 'Garcia', 'Kuhic', "O'Connell", 'Schmidt', 'Young'];
const cities = ['New York', 'Chicago', 'Houston', 'Boise', 'Walterboro'];
const conditions = ['hypertension', 'diabetes', 'asthma', 'anxiety', 'arthritis'];
const lifestyles = [
  { finding: 'none', points: 0 },
  { finding: 'smoking', points: 7 },
  { finding: 'smoking_and_heavy_alcohol_use', points: 11 },
];
const features = ['profile', 'view_history', 'screening_reminders', 'schedule', 'risk_assessment'];

const visits = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 364 * 1440 }).map((minute) => isoMinute(AS_OF - 364 * DAY_MS + minute * 60_000)),
    minutes: fc.integer({ min: 1, max: 30 }),
    // Not `subarray`, which keeps whichever features it drew once they are few.
    features: fc.uniqueArray(fc.constantFrom(...features), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);

const screening = fc
  .option(fc.integer({ min: 0, max: 6 * 365 }).map((days) => isoDay(AS_OF - days * DAY_MS)))
  .map((last_screening) => ({ has_history: last_screening !== null, last_screening }));

function customerOf(persona: PeerPersona) {
  return fc
    .record({
      customer_id: fc.uuid({ version: 4 }),
      gender: fc.constantFrom('female', 'male'),
      given: fc.constantFrom('Aaliyah', 'Amy', 'Maria', 'Sarah'),
      family: fc.constantFrom(...families),
      age: fc.integer(persona.age),
      dayOfYear: fc.nat({ max: 364 }),
      city: fc.constantFrom(...cities),
      height_cm: fc.integer({ min: 150, max: 190 }),
      weight: fc.integer({ min: 450, max: 1200 }),
      chronic_conditions: fc.subarray(conditions, { maxLength: 2 }),
      lifestyle: fc.constantFrom(...lifestyles),
      screening_history: screening,
      pattern: fc.constantFrom(...persona.patterns),
      visits,
    })
    .map((drawn) => ({
      customer_id: drawn.customer_id,
      persona_type: persona.type,
      core: {
        gender: drawn.gender,
        name: `${drawn.given} ${drawn.family}`,
        age: drawn.age,
        birth_date: bornOn(drawn.age, drawn.dayOfYear),
        location: { city: drawn.city },
      },
      health: {
        height_cm: drawn.height_cm,
        weight_kg: drawn.weight / 10,
        bmi: bmiOf(drawn.height_cm, drawn.weight / 10),
        chronic_conditions: drawn.chronic_conditions,
        preventive_care: { screening_history: drawn.screening_history },
        risk: riskOf(drawn.age, drawn.lifestyle.points, drawn.chronic_conditions.length),
      },
      engagement: {
        pattern: drawn.pattern,
        visits: drawn.visits,
        visit_count: drawn.visits.length,
        average_minutes: averageMinutes(drawn.visits),
      },
      narrative: { self_description: `I am a ${drawn.age}-year-old in ${drawn.city}. ${persona.sentence}` },
    }));
}

export type PeerCustomer = ReturnType<typeof customerOf> extends Arbitrary<infer T> ? T : never;

/** A customer of any persona, each with its share. */
export function peerCustomer(): Arbitrary<PeerCustomer> {
  return fc
    .oneof(...personas.map((persona) => ({ weight: persona.weight, arbitrary: fc.constant(persona) })))
    .chain(customerOf);
}

/** A customer of one persona: without the choice, nothing is chained. */
export function peerCustomerOf(type: string): Arbitrary<PeerCustomer> {
  const persona = personas.find((one) => one.type === type);
  if (persona === undefined) throw new Error(`there is no persona ${type}`);
  return customerOf(persona);
}

/** What `peerCustomer` should shrink to where anything fails. */
export const simplestPeer: PeerCustomer = {
  customer_id: '00000000-0000-4000-8000-000000000000',
  persona_type: 'health_aware_avoider',
  core: {
    gender: 'female',
    name: 'Aaliyah Abbott',
    age: 25,
    birth_date: '2000-03-31',
    location: { city: 'New York' },
  },
  health: {
    height_cm: 150,
    weight_kg: 45,
    bmi: 20,
    chronic_conditions: [],
    preventive_care: { screening_history: { has_history: false, last_screening: null } },
    risk: { score: 0, level: 'low' },
  },
  engagement: {
    pattern: 'sporadic',
    visits: [{ at: '2024-04-01T00:00:00Z', minutes: 1, features: ['profile'] }],
    visit_count: 1,
    average_minutes: 1,
  },
  narrative: { self_description: 'I am a 25-year-old in New York. I keep putting it off.' },
};

/** The same of the persona `overlooked_risk_group`. */
export const simplestOverlookedPeer: PeerCustomer = {
  ...simplestPeer,
  persona_type: 'overlooked_risk_group',
  core: { ...simplestPeer.core, age: 30, birth_date: bornOn(30) },
  engagement: { ...simplestPeer.engagement, pattern: 'rare' },
  health: { ...simplestPeer.health, risk: riskOf(30) },
  narrative: { self_description: 'I am a 30-year-old in New York. Advice is written for somebody else.' },
};

/** The simplest peer at another age. */
export function simplestPeerAged(age: number): PeerCustomer {
  const { self_description } = simplestPeer.narrative;
  return {
    ...simplestPeer,
    core: { ...simplestPeer.core, age, birth_date: bornOn(age) },
    health: { ...simplestPeer.health, risk: riskOf(age) },
    narrative: { self_description: self_description.replace('25', String(age)) },
  };
}

function bornOn(age: number, dayOfYear = 0): string {
  return isoDay(AS_OF - Math.floor(age * 365.25 + dayOfYear) * DAY_MS);
}

function riskOf(age: number, lifestyle = 0, conditionCount = 0): { score: number; level: string } {
  const score = Math.max(0, Math.floor(age / 10) - 2) * 2 + lifestyle + conditionCount * 2;
  return { score, level: score >= 15 ? 'high' : score >= 11 ? 'moderate' : 'low' };
}

function bmiOf(heightCm: number, weightKg: number): number {
  return Math.round((weightKg / (heightCm / 100) ** 2) * 10) / 10;
}

function averageMinutes(list: readonly { readonly minutes: number }[]): number {
  return Math.round((list.reduce((sum, { minutes }) => sum + minutes, 0) / list.length) * 10) / 10;
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function isoMinute(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
