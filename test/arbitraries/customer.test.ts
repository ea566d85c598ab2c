import { describe, expect, it } from 'vitest';
import { customer, customerModel, customerSchema, personas } from '../../arbitraries/index.js';
import type { Customer } from '../../arbitraries/index.js';
import { CohortCheckError, Source, violationsOf, wholeYears } from '../../src/index.js';

const arbitrary = customer();
const draw = (seed: number, from = arbitrary): Customer => from.draw(Source.of(seed));

describe('customer', () => {
  it('meets the schema and every invariant, biased or not, and accepts itself after JSON', () => {
    for (let seed = 0; seed < 2000; seed++) {
      const one = arbitrary.draw(Source.of(seed), seed % 2 === 0 ? undefined : 3);
      expect(customerSchema.safeParse(one).error).toBeUndefined();
      expect(violationsOf(one, customerModel.invariants)).toEqual([]);
      expect(arbitrary.accepts(JSON.parse(JSON.stringify(one))), `seed ${seed}`).toBe(true);
    }
  });

  it('describes every field, with its unit', () => {
    const bare: string[] = [];
    const visit = (schema: { def: unknown; meta(): unknown }, path: string): void => {
      const meta = schema.meta() as { description?: string; unit?: string } | undefined;
      const def = schema.def as { type: string; shape?: Record<string, never>; element?: never; innerType?: never };
      if (path !== '' && !path.endsWith('[]') && (!meta?.description || !meta.unit)) bare.push(path);
      for (const [key, inner] of Object.entries(def.shape ?? {})) visit(inner, `${path}/${key}`);
      if (def.element !== undefined) visit(def.element, `${path}[]`);
    };
    visit(customerSchema, '');
    expect(bare).toEqual([]);
  });

  it('is dated by its reference date alone', () => {
    for (const asOf of ['2024-02-29', '1999-12-31', '2031-06-15']) {
      const dated = customer({}, { asOf });
      for (let seed = 0; seed < 200; seed++) {
        const one = draw(seed, dated);
        expect(one.as_of).toBe(asOf);
        expect(wholeYears(one.core.birth_date, asOf)).toBe(one.core.age);
        expect(violationsOf(one, customerModel.invariants)).toEqual([]);
      }
    }
  });

  it('refuses a reference date that is none', () => {
    for (const asOf of ['2025-02-30', 'today', '', '2025-3-1'])
      expect(() => customer({}, { asOf })).toThrow(CohortCheckError);
  });
});

describe('customer(constraints)', () => {
  const each = (constraints: Parameters<typeof customer>[0], check: (one: Customer) => void): void => {
    const held = customer(constraints);
    for (let seed = 0; seed < 100; seed++) {
      const one = held.draw(Source.of(seed));
      check(one);
      expect(held.accepts(one)).toBe(true);
      expect(violationsOf(one, customerModel.invariants)).toEqual([]);
      for (const candidate of take(held.smaller(one), 20)) expect(held.accepts(candidate)).toBe(true);
    }
  };

  it('pins and narrows what people ask for most', () => {
    each({ persona: 'overlooked_risk_group', age: { min: 40 } }, (one) => {
      expect(one.persona_type).toBe('overlooked_risk_group');
      expect(one.core.age).toBeGreaterThanOrEqual(40);
    });
    each({ gender: 'male', risk_level: 'moderate' }, (one) => {
      expect([one.core.gender, one.health.risk.level]).toEqual(['male', 'moderate']);
    });
    each({ risk_level: 'high' }, (one) => expect(one.health.risk.level).toBe('high'));
    each({ screening_history: false }, (one) =>
      expect(one.health.preventive_care.screening_history.frequency).toBe('never'),
    );
    each({ screening_history: { frequency: 'biennial' } }, (one) =>
      expect(one.health.preventive_care.screening_history.frequency).toBe('biennial'),
    );
    each({ conditions: { includes: ['diabetes'] } }, (one) =>
      expect(one.health.chronic_conditions).toContain('diabetes'),
    );
    each({ state: 'TX', marital_status: 'divorced' }, (one) =>
      expect([one.core.location.state, one.core.marital_status]).toEqual(['TX', 'divorced']),
    );
    each({ visit_frequency: 'consistent' }, (one) => expect(one.engagement.visit_frequency).toBe('consistent'));
    each({ health: { bmi: { min: 30 } } }, (one) => expect(one.health.bmi).toBeGreaterThanOrEqual(30));
  });

  it('draws what is above a constraint to fit', () => {
    each({ age: 25 }, (one) => expect(personas[one.persona_type].age.min).toBe(25));
    each({ age: { min: 50 } }, (one) =>
      expect(['structured_system_seeker', 'overlooked_risk_group']).toContain(one.persona_type),
    );
  });

  it('names the clash when nothing fits', () => {
    const clash = (constraints: Parameters<typeof customer>[0]): string => {
      try {
        customer(constraints);
        return 'no error';
      } catch (error) {
        return error instanceof CohortCheckError ? error.message : String(error);
      }
    };
    const message = clash({ persona: 'structured_system_seeker', age: { max: 29 } });
    expect(message).toMatch(/^constraint-clash {2}core\.age/);
    expect(message).toMatch(/30 to 50/);
    expect(message).toMatch(/structured_system_seeker/);
    expect(clash({ age: 70 })).toMatch(/^constraint-clash/);
    expect(clash({ persona: 'nobody' } as never)).toMatch(/^constraint-clash/);
    expect(clash({ shoe_size: 40 } as never)).toMatch(/^unknown-field/);
    expect(clash({ core: { shoe_size: 40 } } as never)).toMatch(/shoe_size/);
  });
});

// A minute on a loaded machine: the limit is there for hangs.
describe('customer shrinking', { timeout: 180_000 }, () => {
  const minimum = (start: Customer, fails: (one: Customer) => boolean): { value: Customer; tries: number } => {
    let value = start;
    let tries = 0;
    for (let isSmaller = true; isSmaller;) {
      isSmaller = false;
      for (const candidate of arbitrary.smaller(value)) {
        tries++;
        if (!fails(candidate)) continue;
        value = candidate;
        isSmaller = true;
        break;
      }
    }
    return { value, tries };
  };

  it('ends at one and the same customer from every seed, drawn or from JSON', () => {
    const ends = new Set<string>();
    for (let seed = 0; seed < 40; seed++) {
      const start: unknown = JSON.parse(JSON.stringify(draw(seed, customer({ age: { min: 43 } }))));
      if (!arbitrary.accepts(start)) throw new Error(`seed ${seed} is not accepted`);
      ends.add(JSON.stringify(minimum(start, ({ core }) => core.age >= 43).value));
    }
    expect([...ends].map((text) => (JSON.parse(text) as Customer).core.age)).toEqual([43]);
  });

  it('visits only customers that keep every rule, however their marriages ended', () => {
    for (const marital_status of ['married', 'divorced', 'widowed'] as const) {
      const held = customer({ marital_status });
      for (let seed = 0; seed < 12; seed++) {
        for (const candidate of arbitrary.smaller(draw(seed, held))) {
          expect(violationsOf(candidate, customerModel.invariants)).toEqual([]);
        }
      }
    }
  });

  it('keeps a moderate risk with the fewest reasons', () => {
    for (let seed = 0; seed < 20; seed++) {
      const start = draw(seed, customer({ risk_level: 'moderate' }));
      const { value } = minimum(start, ({ health }) => health.risk.level === 'moderate');
      expect(value.persona_type).toBe('health_aware_avoider');
      expect(value.core.age).toBe(25);
      expect(violationsOf(value, customerModel.invariants)).toEqual([]);
    }
  });
});

function* take<T>(values: Iterable<T>, count: number): Iterable<T> {
  let taken = 0;
  for (const value of values) {
    if (taken++ >= count) return;
    yield value;
  }
}
