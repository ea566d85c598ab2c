import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scenario, scenarios } from '../../arbitraries/index.js';
import { recordsOf, Source } from '../../src/index.js';

/* What recorded seeds gave when they were recorded: see customers.test.ts. */
const hash = (lines: Iterable<unknown>): string => {
  const digest = createHash('sha256');
  for (const line of lines) digest.update(`${JSON.stringify(line)}\n`);
  return digest.digest('hex').slice(0, 32);
};

describe('recorded seeds', () => {
  it.each(Object.values(scenarios))('still give the recorded scenarios of type $name', (definition) => {
    const population = (size: number, seed: number, asOf: string): string =>
      hash(recordsOf(definition.population({ size, seed, asOf })));
    const free = scenario(definition.scenarioType);
    const seeds = Array.from({ length: 50 }, (_, seed) => seed);
    expect({
      'seed 42, size 500': population(500, 42, '2025-03-31'),
      'seed -1, size 133, as of 2024-02-29': population(133, -1, '2024-02-29'),
      plain: hash(seeds.map((seed) => free.draw(Source.of(seed)))),
      biased: hash(seeds.map((seed) => free.draw(Source.of(seed), 3))),
    }).toMatchSnapshot();
  });
});
