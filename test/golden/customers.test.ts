import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cohort, customer } from '../../arbitraries/index.js';
import { Source } from '../../src/index.js';

/*
 * What recorded seeds gave when they were recorded. A change here is a breaking change: raise the version of the model, say
 * so in CHANGELOG.md, and record the new hashes together with the fixture.
 */
const hash = (lines: Iterable<unknown>): string => {
  const digest = createHash('sha256');
  for (const line of lines) digest.update(`${JSON.stringify(line)}\n`);
  return digest.digest('hex').slice(0, 32);
};

describe('recorded seeds', () => {
  it('still give the recorded cohorts', () => {
    expect({
      'seed 42, size 500': hash(cohort({ size: 500, seed: 42 })),
      'seed 7, size 1234': hash(cohort({ size: 1234, seed: 7 })),
      'seed -1, size 33, as of 2024-02-29': hash(cohort({ size: 33, seed: -1, asOf: '2024-02-29' })),
    }).toMatchSnapshot();
  });

  it('still give the recorded customers, edge cases too', () => {
    const free = customer();
    const held = customer({ persona: 'overlooked_risk_group', age: { min: 40 } });
    const seeds = Array.from({ length: 200 }, (_, seed) => seed);
    expect({
      plain: hash(seeds.map((seed) => free.draw(Source.of(seed)))),
      biased: hash(seeds.map((seed) => free.draw(Source.of(seed), 3))),
      held: hash(seeds.map((seed) => held.draw(Source.of(seed)))),
    }).toMatchSnapshot();
  });
});
