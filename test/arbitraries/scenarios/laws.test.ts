import { describe, expect, it } from 'vitest';
import { scenario, scenarios } from '../../../arbitraries/scenarios/index.js';
import type { ScenarioName } from '../../../arbitraries/scenarios/index.js';
import { checkLaws } from '../../../src/laws/index.js';

const names = Object.keys(scenarios) as ScenarioName[];

// Thousands of candidates, each put to every rule: minutes on a loaded machine.
describe.each(names)('the laws of %s', { timeout: 240_000 }, (name) => {
  const { model, modelAt } = scenarios[name];

  it('hold', async () => {
    const schema = await model.schema();
    expect(() =>
      checkLaws(scenario(name), {
        seed: 5,
        runs: 24,
        candidates: 60,
        schema,
        invariants: model.invariants,
        except: ['rejects'],
      }),
    ).not.toThrow();
  });

  it('hold under constraints', async () => {
    const held = scenario(name, {
      persona: { oneOf: ['health_aware_avoider', 'overlooked_risk_group'] },
      age: { min: 31 },
      journey: { completed: { min: 1 }, length: 2 },
    });
    const schema = await model.schema();
    expect(() =>
      checkLaws(held, { seed: 6, runs: 12, candidates: 60, schema, invariants: model.invariants, except: ['rejects'] }),
    ).not.toThrow();
  });

  it('hold at another reference date, a 29 February', () => {
    const asOf = '2024-02-29';
    const { invariants } = modelAt(asOf);
    expect(() =>
      checkLaws(scenario(name, {}, { asOf }), { seed: 7, runs: 8, candidates: 60, invariants, except: ['rejects'] }),
    ).not.toThrow();
  });
});
