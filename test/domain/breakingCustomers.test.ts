import { describe, expect, it } from 'vitest';
import { customerModel, health } from '../../arbitraries/index.js';
import { breaking, invalid } from '../../src/domain/index.js';
import { isRecord, sample } from '../../src/index.js';
import type { Model } from '../../src/index.js';
import { checkLaws } from '../../src/laws/index.js';

const models = health.collections.map(({ name, model }) => [name, model as unknown as Model<object>] as const);

// Every candidate of a large record is held against all rules and mended: minutes on a loaded machine.
describe('broken records of the health domain', { timeout: 300_000 }, () => {
  it.each(models)('keep the laws where anything is wrong with %s', async (_, model) => {
    const arbitrary = await invalid(model);
    expect(() => checkLaws(arbitrary, { seed: 3, runs: 1, candidates: 12 })).not.toThrow();
  });

  it('shrink to the youngest and plainest customer who is too old', () => {
    const arbitrary = breaking(customerModel, 'age-within-persona');
    let [at] = sample(arbitrary, { seed: 5, count: 1 });
    for (;;) {
      const [next] = arbitrary.smaller(at!);
      if (next === undefined) break;
      at = next;
    }
    const { value, pointer } = at!;
    expect(pointer).toBe('/core/age');
    expect(value).toMatchObject({
      core: { age: 46, gender: 'female' },
      health: { chronic_conditions: [] },
      life_events: { past: [], anticipated: [] },
    });
  });

  it('may be narrowed to some records', () => {
    const arbitrary = customerModel.arbitrary.narrow({ persona_type: 'overlooked_risk_group' });
    const narrowed = breaking({ ...customerModel, arbitrary: arbitrary! }, 'age-from-birth-date');
    for (const { value } of sample(narrowed, { count: 5 })) {
      expect(isRecord(value) && value['persona_type']).toBe('overlooked_risk_group');
    }
  });
});
