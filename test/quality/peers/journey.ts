/*
 * A journey as somebody would write it with fast-check alone: how far it goes and who takes it are drawn first, then each
 * step of the prefix, with times that add up.
 */
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

const START = Date.UTC(2024, 2, 31);
const DAY = 1440;

const steps = [
  { step: 'event_trigger', gap: { min: 0, max: 3 * DAY } },
  { step: 'support_plan', gap: { min: DAY, max: 14 * DAY } },
  { step: 'follow_up', gap: { min: 30 * DAY, max: 90 * DAY } },
] as const;

const emotionsOf = {
  health_aware_avoider: ['attentive', 'concerned', 'anxious'],
  structured_system_seeker: ['attentive', 'engaged'],
  overlooked_risk_group: ['attentive', 'concerned', 'anxious'],
} as const;

const statuses = ['completed', 'skipped', 'abandoned'] as const;

const persona = fc.oneof(
  { weight: 5, arbitrary: fc.constant('health_aware_avoider' as const) },
  { weight: 3, arbitrary: fc.constant('structured_system_seeker' as const) },
  { weight: 2, arbitrary: fc.constant('overlooked_risk_group' as const) },
);

const drawn = fc.record({ type: persona, length: fc.integer({ min: 1, max: 3 }) }).chain(({ type, length }) =>
  fc
    .record({
      startMinute: fc.integer({ min: 0, max: 300 * DAY }),
      steps: fc.tuple(
        ...steps.slice(0, length).map(({ step, gap }) =>
          fc.record({
            step: fc.constant(step),
            gap: fc.integer(gap),
            emotional_state: fc.constantFrom(...emotionsOf[type]),
            completion_status: fc.constantFrom(...statuses),
          }),
        ),
      ),
    })
    .map((journey) => ({ user: { persona_type: type }, journey: timed(journey.startMinute, journey.steps) })),
);

export type PeerScenario = typeof drawn extends Arbitrary<infer T> ? T : never;

/** A life transition: its user, and the journey in the order of time. */
export function peerScenario(): Arbitrary<PeerScenario> {
  return drawn;
}

interface DrawnStep {
  readonly step: string;
  readonly gap: number;
  readonly emotional_state: string;
  readonly completion_status: string;
}

function timed(startMinute: number, list: readonly DrawnStep[]) {
  let minute = startMinute;
  return list.map(({ step, gap, emotional_state, completion_status }) => {
    minute += gap;
    const timestamp = `${new Date(START + minute * 60_000).toISOString().slice(0, 19)}Z`;
    return { step, timestamp, emotional_state, completion_status };
  });
}
