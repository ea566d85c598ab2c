import { describe, expect, it } from 'vitest';
import { customer, customerModel, customerSchema } from '../../arbitraries/index.js';
import { checkLaws } from '../../src/laws/index.js';

const { invariants } = customerModel;

// Thousands of candidates of a large record: minutes on a loaded machine.
describe('the laws', { timeout: 180_000 }, () => {
  it('hold for customers', () => {
    expect(() =>
      checkLaws(customer(), { seed: 5, runs: 14, schema: customerSchema, invariants, except: ['rejects'] }),
    ).not.toThrow();
  });
});
