import { describe, expect, it } from 'vitest';
import { customer, customerModel, customerSchema } from '../../arbitraries/index.js';
import { checkLaws } from '../../src/laws/index.js';

const { invariants } = customerModel;

// Thousands of candidates of a large record: minutes on a loaded machine.
describe('the laws', { timeout: 180_000 }, () => {
  it('hold for customers under constraints', () => {
    const held = customer({ persona: 'overlooked_risk_group', age: { min: 40 }, risk_level: 'moderate' });
    expect(() =>
      checkLaws(held, { seed: 6, runs: 8, schema: customerSchema, invariants, except: ['rejects'] }),
    ).not.toThrow();
  });

  it('hold for customers of another reference date', () => {
    expect(() =>
      checkLaws(customer({}, { asOf: '2024-02-29' }), { seed: 7, runs: 4, invariants, except: ['rejects'] }),
    ).not.toThrow();
  });
});
