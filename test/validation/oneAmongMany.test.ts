import { describe, expect, it } from 'vitest';
import { health, scenarioOf, scenarioTypes } from '../../arbitraries/index.js';
import type { Scenario } from '../../arbitraries/index.js';
import { Source, uuid, validate } from '../../src/index.js';
import { failedIn, foundIn, people } from './dataSets.js';

const SIZE = 100_000;
const type = scenarioTypes.prevention_conversion;

/**
 * Scenarios of 100,000 customers, made as they are asked for: each has a journey of its own. Only a few thousand customers
 * are drawn, since that takes far longer, and live under other ids from then on.
 */
async function* scenariosWith(change: (one: Scenario, index: number) => Scenario): AsyncGenerator<Scenario> {
  const takers = people(4000).filter((one) => type.isFor(one));
  const [ids, source] = [uuid(), Source.of(5)];
  for (let index = 0; index < SIZE; index++) {
    const customer_id = ids.draw(source.child('id').childAt(index));
    const customer = { ...takers[index % takers.length]!, customer_id };
    yield change(scenarioOf(type, customer, source.child('journey').childAt(index)), index);
  }
}

describe('one wrong record among 100,000', { timeout: 240_000 }, () => {
  it('is found, and nothing else is reported', async () => {
    let planted: number | undefined;
    const records = scenariosWith((one, index) => {
      const [first, second] = one.journey;
      if (index < 61_803 || planted !== undefined || second === undefined || one.journey.length > 2) return one;
      planted = index;
      const journey = [
        { ...first!, timestamp: second.timestamp },
        { ...second, timestamp: first!.timestamp },
      ];
      return { ...one, journey };
    });
    const report = await validate(records, { domain: health });
    expect(planted).toBeGreaterThanOrEqual(61_803);
    expect(foundIn(report)).toEqual([`journey-time-order ${planted} /${planted}/journey/1/timestamp`]);
    expect(report.counts).toMatchObject({ records: SIZE, broken_records: 1, errors: 1, warnings: 0 });
    expect(failedIn(report)).toEqual(['journey-completion']);
    expect(report.notes).toEqual([]);
  });
});
