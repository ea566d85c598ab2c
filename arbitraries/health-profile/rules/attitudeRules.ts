import { invariant } from '../../../src/index.js';
import type { Invariant, Source } from '../../../src/index.js';
import { personas } from '../../personas.js';
import type { Range } from '../../personas.js';
import type { Customer } from '../../schema/index.js';
import { attitudeRange, attitudeRanges } from '../attitudes.js';
import type { Attitudes } from '../attitudes.js';
import { broken } from './brokenCopy.js';

const names = Object.keys(attitudeRanges) as (keyof Attitudes)[];

const anxiety = invariant<Customer>({
  id: 'anxiety-within-persona',
  sentence: 'Anxiety about health lies within the range of the persona.',
  check: ({ persona_type, health }, report) => {
    const range = personas[persona_type].anxiety;
    if (!isOutside(health.anxiety_level, range)) return;
    report(
      '/health/anxiety_level',
      `an anxiety of ${health.anxiety_level} does not fit ${persona_type}`,
      health.anxiety_level,
      range,
    );
  },
  breaker: (customer, source) => {
    const other = valueOutside(personas[customer.persona_type].anxiety, source);
    return other === undefined ? undefined : broken(customer, (health) => (health.anxiety_level = other));
  },
});

const attitudes = invariant<Customer>({
  id: 'attitudes-within-persona',
  sentence: 'Each attitude lies within the range of the persona.',
  check: ({ persona_type, health }, report) => {
    for (const name of names) {
      const value = health.attitudes[name];
      const range = attitudeRange(persona_type, name);
      if (isOutside(value, range))
        report(`/health/attitudes/${name}`, `${name} of ${value} does not fit ${persona_type}`, value, range);
    }
  },
  breaker: (customer, source) => {
    const name = names[source.below(names.length)] as keyof Attitudes;
    const other = valueOutside(attitudeRange(customer.persona_type, name), source);
    return other === undefined ? undefined : broken(customer, (health) => (health.attitudes[name] = other));
  },
});

/** Anxiety and attitudes. */
export const attitudeRules: readonly Invariant<Customer>[] = [anxiety, attitudes];

export function isOutside(value: number, { min, max }: Range): boolean {
  return value < min || value > max;
}

/** A share in hundredths that lies outside of a range; undefined where the range leaves none. */
export function valueOutside({ min, max }: Range, source: Source): number | undefined {
  const below = Math.round(min * 100);
  const above = 100 - Math.round(max * 100);
  if (below + above === 0) return undefined;
  const point = source.below(below + above);
  return (point < below ? point : point - below + Math.round(max * 100) + 1) / 100;
}
