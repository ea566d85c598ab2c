import fc from 'fast-check';
import { describe, it } from 'vitest';
import { CohortCheckError } from '../../src/errors/index.js';
import { RecordArbitrary } from '../../src/arbitrary/index.js';
import { checkLaws } from '../../src/laws/index.js';
import { Source } from '../../src/source/index.js';
import { anyBlock, dependentLists, leaves, listsOf, Made, recordsOf } from './specs.js';

const SEED = Number(process.env['LAWS_SEED'] ?? 42);
const SCALE = Number(process.env['LAWS_SCALE'] ?? 1);

function expectLawful(blocks: fc.Arbitrary<Made>, numRuns: number): void {
  fc.assert(
    fc.property(blocks, ({ arbitrary }) => {
      checkLaws(arbitrary, { runs: 8, candidates: 60 });
    }),
    { seed: SEED, numRuns: numRuns * SCALE },
  );
}

// Minutes on a loaded machine, where thousands of records are checked: the limit is there for hangs.
describe('laws, whatever the options', { timeout: 180_000 }, () => {
  for (const [name, blocks] of Object.entries(leaves)) {
    it(`hold for ${name}`, () => expectLawful(blocks, 40));
  }

  it('hold for lists of anything', () => expectLawful(listsOf(anyBlock), 30));
  it('hold for lists whose elements hang on those before', () => expectLawful(dependentLists, 40));
  it('hold for records of anything', () => expectLawful(recordsOf(anyBlock), 40));
  it('hold for blocks in blocks', () => expectLawful(anyBlock, 50));
  it('hold for records under constraints', () => expectLawful(constrained(), 40));
});

/** A record held to what some drawn value of it allows; what is too rare to be drawn is passed over. */
function constrained(): fc.Arbitrary<Made> {
  return fc
    .tuple(recordsOf(anyBlock), fc.nat(), fc.infiniteStream(fc.nat({ max: 3 })))
    .map(([{ arbitrary, words }, seed, ways]) => {
      if (!(arbitrary instanceof RecordArbitrary)) throw new Error('a record was expected');
      const constraint = loosened(arbitrary.draw(Source.of(seed)), () => ways.next().value as number);
      return { arbitrary: arbitrary as RecordArbitrary<object>, constraint, words };
    })
    .map(({ arbitrary, constraint, words }) => {
      const held = orUndefined(() => arbitrary.given(constraint as object));
      return held && new Made(`${words}.given(${fc.stringify(constraint)})`, held);
    })
    .filter((made) => made !== undefined);
}

function orUndefined<T>(once: () => T): T | undefined {
  try {
    return once();
  } catch (error) {
    if (error instanceof CohortCheckError && error.code !== 'constraint-clash') throw error;
    return undefined;
  }
}

/** A constraint that the value meets: the value itself, bounds or a choice that hold it, its length, or one for its fields. */
function loosened(value: unknown, way: () => number): unknown {
  const which = way();
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(() => way() > 0)
        .map(([key, member]) => [key, loosened(member, way)]),
    );
  }
  if (which === 0) return { oneOf: [value, 'another value'] };
  if (typeof value === 'number') return [value, { min: value - 5 }, { max: value }][which - 1];
  if (Array.isArray(value)) return { maxLength: value.length };
  return value;
}
