import { describe, expect, it } from 'vitest';
import { customer, customerModel, customerSchema } from '../../arbitraries/index.js';
import type { Customer } from '../../arbitraries/index.js';
import { Source, violationsOf } from '../../src/index.js';

const { invariants } = customerModel;
const free = customer();
/** Some rules can be broken in few customers only: these make sure that each meets some. */
const pools = [
  free,
  customer({ age: { max: 27 } }),
  customer({ gender: 'male' }),
  customer({ marital_status: 'widowed' }),
  customer({ persona: 'healthcare_professional' }),
  customer({ conditions: { includes: ['diabetes'] } }),
  customer({ age: { min: 46 } }),
];
const people: readonly Customer[] = Array.from({ length: 1000 }, (_, seed) =>
  (pools[seed % pools.length] ?? free).draw(Source.of(seed)),
);

describe('every rule about customers', () => {
  it('is kept by every drawn customer', () => {
    for (const one of people) expect(violationsOf(one, invariants)).toEqual([]);
  });

  it.each(invariants.map((rule) => [rule.id, rule] as const))(
    '%s is broken by its breaker, and no other rule is',
    (id, rule) => {
      let broken = 0;
      for (const [seed, one] of people.entries()) {
        const before = JSON.stringify(one);
        const wrong = rule.breaker(one, Source.of(seed).child(id));
        expect(JSON.stringify(one), 'the breaker leaves the record as it was').toBe(before);
        if (wrong === undefined) continue;
        broken++;
        const found = violationsOf(wrong, invariants);
        expect([...new Set(found.map((violation) => violation.rule))], JSON.stringify(wrong)).toEqual([id]);
        for (const { pointer, message } of found) {
          expect(resolve(wrong, pointer), `${pointer} exists`).toBe(true);
          expect(message.length).toBeGreaterThan(10);
        }
        if (seed % 20 === 0 && rule.severity === 'error') expect(free.accepts(wrong), `${id} is refused`).toBe(false);
      }
      expect(broken, 'customers in which the rule can be broken').toBeGreaterThan(5);
    },
  );

  it('has a sentence that ends, and an id in kebab-case', () => {
    for (const { id, sentence } of invariants) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(sentence, id).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('says nothing against shape: broken customers still meet the schema where shape is not the rule', () => {
    let meeting = 0;
    for (const rule of invariants) {
      const wrong = people.map((one, seed) => rule.breaker(one, Source.of(seed))).find((one) => one !== undefined);
      if (customerSchema.safeParse(wrong).success) meeting++;
    }
    expect(meeting).toBe(invariants.length);
  });
});

/** Whether a JSON Pointer leads to something. */
function resolve(value: unknown, pointer: string): boolean {
  let here: unknown = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return false;
    here = (here as Record<string, unknown>)[key];
  }
  return true;
}
