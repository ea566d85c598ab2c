import fc from 'fast-check';
import { describe, it } from 'vitest';
import { defineJourney, journey } from '../../src/journey/index.js';
import type { JourneyConstraints } from '../../src/journey/index.js';
import { checkLaws } from '../../src/laws/index.js';
import { descriptions } from '../journey/graphs.js';
import { onboarding } from '../journey/onboarding.js';

const SEED = Number(process.env['LAWS_SEED'] ?? 42);
const SCALE = Number(process.env['LAWS_SCALE'] ?? 1);

describe('the laws of journeys', { timeout: 180_000 }, () => {
  it('hold for any graph', () => {
    fc.assert(
      fc.property(descriptions, (description) => {
        checkLaws(journey(defineJourney(description)), { runs: 6, candidates: 40 });
      }),
      { seed: SEED, numRuns: 40 * SCALE },
    );
  });

  it.each<JourneyConstraints>([
    {},
    { persona: 'planner', impact: 'weak' },
    { persona: 'doubter', impact: 'strong', cause: '2025-02-01' },
    { cause: '2025-03-31' },
    { completed: { min: 4 } },
    { ending: 'planned' },
    { includes: ['call', 'remind'], length: { max: 6 } },
    { excludes: ['call'], since: '2025-03-20' },
    { length: 1, ending: { oneOf: ['abandoned', 'in_progress'] } },
    { asOf: '2024-02-29' },
  ])('hold under %j', (constraints) => {
    checkLaws(journey(onboarding, constraints), { runs: 20, candidates: 60 });
  });
});
