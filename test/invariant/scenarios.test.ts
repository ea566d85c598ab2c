import { describe, expect, it } from 'vitest';
import { scenario, scenarios } from '../../arbitraries/scenarios/index.js';
import type { ScenarioConstraints, ScenarioName } from '../../arbitraries/scenarios/index.js';
import type { Scenario } from '../../arbitraries/schema/index.js';
import { Source, violationsOf } from '../../src/index.js';

const names = Object.keys(scenarios) as ScenarioName[];
const SEEDS = 1000;

/** Some rules can be broken in few scenarios only: these make sure that each meets some. */
const pools: Readonly<Record<ScenarioName, readonly ScenarioConstraints[]>> = {
  first_time_user: [{}],
  // The first three of the 365 days.
  life_transition: [{}, {}, {}, { trigger_event: { date: { max: '2024-04-02' } } }],
  prevention_conversion: [{}],
};

describe.each(names)('every rule about %s', { timeout: 120_000 }, (name) => {
  const { invariants } = scenarios[name].model;
  const arbitraries = pools[name].map((constraints) => scenario(name, constraints));
  const drawn: readonly Scenario[] = Array.from({ length: SEEDS }, (_, seed) =>
    arbitraries[seed % arbitraries.length]!.draw(Source.of(seed)),
  );

  it('is kept by every drawn scenario', () => {
    for (const one of drawn) expect(violationsOf(one, invariants)).toEqual([]);
  });

  it.each(invariants.map((rule) => [rule.id, rule] as const))(
    '%s is broken by its breaker, and no other rule is',
    async (id, rule) => {
      const schema = await scenarios[name].model.schema();
      const free = scenario(name);
      let broken = 0;
      for (const [seed, one] of drawn.entries()) {
        const before = JSON.stringify(one);
        const wrong = rule.breaker(one, Source.of(seed).child(id));
        expect(JSON.stringify(one), 'the breaker leaves the scenario as it was').toBe(before);
        if (wrong === undefined) continue;
        broken++;
        const found = violationsOf(wrong, invariants);
        expect([...new Set(found.map((violation) => violation.rule))], JSON.stringify(wrong)).toEqual([id]);
        for (const { pointer, message } of found) {
          expect(resolve(wrong, pointer), `${pointer} exists`).toBe(true);
          expect(message.length).toBeGreaterThan(10);
        }
        if (rule.severity === 'error') expect(free.accepts(wrong), `${id} is refused`).toBe(false);
        if (broken === 1) expect(schema.safeParse(wrong).success, `${id} is no matter of shape`).toBe(true);
      }
      expect(broken, 'scenarios in which the rule can be broken').toBeGreaterThan(5);
    },
  );

  it('has a sentence that ends, and an id in kebab-case', () => {
    for (const { id, sentence } of invariants) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(sentence, id).toMatch(/^[A-Z].*\.$/);
    }
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
