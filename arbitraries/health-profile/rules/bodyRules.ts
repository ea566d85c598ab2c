import { invariant } from '../../../src/index.js';
import type { Invariant } from '../../../src/index.js';
import type { Customer } from '../../schema/index.js';
import { bmiClassOf, bmiOf, heightRanges, weightFor, weightRange } from '../body.js';
import type { RiskModel } from '../riskModel.js';
import { broken, brokenAtSameLevel } from './brokenCopy.js';

const height = invariant<Customer>({
  id: 'height-possible-for-gender',
  sentence: 'Height lies within three standard deviations of the mean of adults of the same gender.',
  check: ({ core, health: { height_cm } }, report) => {
    const { min, max } = heightRanges[core.gender];
    if (height_cm >= min && height_cm <= max) return;
    report('/health/height_cm', `${height_cm} cm is no likely height of an adult (${core.gender})`, height_cm, {
      min,
      max,
    });
  },
  breaker: (customer, source) => {
    const { min, max } = heightRanges[customer.core.gender];
    const other = source.below(2) === 0 ? min - source.between(1, 8) : max + source.between(1, 8);
    const { bmi } = customer.health;
    const weight = weightFor(bmi, other);
    const { min: least, max: most } = weightRange(other);
    if (bmiOf(other, weight) !== bmi || weight < least || weight > most) return undefined;
    return broken(customer, (health) => {
      health.height_cm = other;
      health.weight_kg = weight;
    });
  },
});

const bmi = invariant<Customer>({
  id: 'bmi-from-height-and-weight',
  sentence:
    'The body mass index is the weight in kilograms divided by the square of the height in metres, to one digit.',
  check: ({ health }, report) => {
    const expected = bmiOf(health.height_cm, health.weight_kg);
    if (health.bmi === expected) return;
    report(
      '/health/bmi',
      `a body mass index of ${health.bmi} does not follow from ${health.height_cm} cm and ${health.weight_kg} kg`,
      health.bmi,
      expected,
    );
  },
  breaker: (customer, source) => {
    const { bmi: old } = customer.health;
    const step = source.between(1, 5);
    const others = [step, -step].map((tenths) => (Math.round(old * 10) + tenths) / 10);
    // Within its class, so that the risk stays.
    const other = others.find((one) => bmiClassOf(one) === bmiClassOf(old));
    return other === undefined ? undefined : broken(customer, (health) => (health.bmi = other));
  },
});

const weight = (model: RiskModel): Invariant<Customer> =>
  invariant<Customer>({
    id: 'weight-possible-for-height',
    sentence: 'Weight gives a body mass index between 17.5 and 45 at the height.',
    check: ({ health: { height_cm, weight_kg } }, report) => {
      const { min, max } = weightRange(height_cm);
      if (weight_kg >= min && weight_kg <= max) return;
      report('/health/weight_kg', `${weight_kg} kg is no likely weight at ${height_cm} cm`, weight_kg, { min, max });
    },
    breaker: (customer, source) => {
      const { height_cm, bmi: old } = customer.health;
      const { min, max } = weightRange(height_cm);
      const tenths = source.between(10, 60);
      const other = Math.round(old >= 25 ? max * 10 + tenths : min * 10 - tenths) / 10;
      // Beyond these the shape is broken as well.
      if (other < 30 || other > 250) return undefined;
      return brokenAtSameLevel(model, customer, (health) => {
        health.weight_kg = other;
        health.bmi = bmiOf(height_cm, other);
      });
    },
  });

/** Height, weight and body mass index. */
export function bodyRules(model: RiskModel): readonly Invariant<Customer>[] {
  return [height, weight(model), bmi];
}
