import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { health } from '../../arbitraries/index.js';
import type { Customer, Scenario, ScenarioName } from '../../arbitraries/index.js';
import type { Collection } from '../../src/index.js';
import { RecordChecker } from '../../src/validation/RecordChecker.js';
import { shapeFault } from '../../src/validation/shapeFaults.js';
import { check, journeys, people } from './dataSets.js';

const checkers = await Promise.all(
  health.collections.map((collection) => RecordChecker.of(collection as unknown as Collection<object>, health.asOf)),
);
const [ofCustomers] = checkers as [RecordChecker];
const examples = new Map<RecordChecker, readonly object[]>(
  checkers.map((checker) => {
    const { name } = checker.collection;
    return [checker, name === 'customers' ? people(20) : journeys(name as ScenarioName, 100).slice(0, 20)];
  }),
);
const checker = fc.constantFrom(...checkers);

type Path = readonly (string | number)[];

/** Every path in a value, that of the value itself among them. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((key) => pathsIn((value as Record<string | number, unknown>)[key], [...path, key]))];
}

/** A copy with another value at a path; nothing else is copied, since not every value can be. */
function replaced(root: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const inner = replaced((root as Record<string | number, unknown>)[key], rest, value);
  return Array.isArray(root) ? root.with(key as number, inner) : { ...(root as object), [key]: inner };
}

const anything = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true, withMap: true }),
  fc.jsonValue(),
  fc.constantFrom<unknown>(() => 1, Symbol('x'), '0000-00-00', '9999-12-31T23:59:59-23:00', Number.NaN, '__proto__'),
);

/** A record of a collection in which one or two parts were replaced. */
const brokenRecord = checker.chain((of) =>
  fc.constantFrom(...examples.get(of)!).chain((record) => {
    const part = fc.tuple(fc.constantFrom(...pathsIn(record)), anything);
    return fc.tuple(part, part).map(([[path, value], [other, second]]) => {
      const once = replaced(record, path, value);
      const isApart = other[0] !== path[0] && path.length > 0;
      return { of, value: isApart ? replaced(once, other, second) : once };
    });
  }),
);

describe('RecordChecker', () => {
  it('throws on no JSON, and finds fault with it', () => {
    fc.assert(
      fc.property(checker, fc.jsonValue(), fc.boolean(), (of, value, isText) => {
        const { record, violations } = of.check(value, isText);
        expect(record).toBeUndefined();
        expect(violations.length).toBeGreaterThan(0);
      }),
    );
  });

  it('throws on no record of which parts were replaced, whatever by', () => {
    fc.assert(
      fc.property(brokenRecord, fc.boolean(), ({ of, value }, isText) => {
        const { record, violations } = of.check(value, isText);
        // A record that is given to the rules has its shape; any other has a fault.
        expect(record !== undefined || violations.some(({ rule }) => rule.startsWith('shape-'))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('lets no record of which parts were replaced stop the check of a data set', async () => {
    const values = fc.sample(brokenRecord, { seed: 4, numRuns: 300 }).map(({ value }) => value);
    const report = await check(values);
    expect(report.counts.records).toBe(300);
    expect(report.counts.broken_records).toBeGreaterThan(200);
  });

  it('says nothing of rules below a fault, and the others all the same', () => {
    const [one] = people(1) as [Customer];
    const broken = { ...one, core: { ...one.core, age: 'forty' }, engagement: { ...one.engagement, visit_count: 99 } };
    const found = ofCustomers.check(broken, false).violations.map(({ rule, pointer }) => `${rule} ${pointer}`);
    expect(found).toContain('shape-wrong-type /core/age');
    expect(found).toContain('visit-count-agrees /engagement/visit_count');
    expect(found.filter((each) => each.endsWith('/core/age'))).toEqual(['shape-wrong-type /core/age']);
  });

  it('leaves what it is given as it is', () => {
    const [scenario] = journeys('first_time_user', 100) as [Scenario];
    const given = {
      ...structuredClone(scenario),
      more: 1,
      journey: [{ ...scenario.journey[0]!, timestamp: '2025-03-05 10:00' }],
    };
    const before = structuredClone(given);
    for (const of of checkers) of.check(given, true);
    expect(given).toEqual(before);
  });
});

describe('faults of shape', () => {
  const [one] = people(1) as [Customer];

  it.each([
    ['shape-missing-key', ['core', 'age'], undefined],
    ['shape-wrong-type', ['core', 'age'], 'forty'],
    ['shape-wrong-type', ['life_events', 'past'], {}],
    ['shape-wrong-type', ['core'], null],
    ['shape-unknown-value', ['core', 'gender'], 'none'],
    ['shape-unknown-value', ['engagement', 'visits', 0, 'features', 0], 'teleport'],
    ['shape-out-of-bounds', ['core', 'age'], 17],
    ['shape-out-of-bounds', ['core', 'age'], 121],
    ['shape-out-of-bounds', ['health', 'anxiety_level'], 0.123],
    ['shape-out-of-bounds', ['narrative', 'health_goals'], []],
    ['shape-malformed-date', ['core', 'birth_date'], '1990-02-30'],
    ['shape-malformed-date', ['engagement', 'visits', 0, 'at'], 'noon'],
    ['shape-malformed-text', ['customer_id'], 'number one'],
    ['shape-malformed-text', ['core', 'location', 'postal_code'], '123'],
  ] as const)('are called %s at %j for %j', (rule, path, value) => {
    const given = replaced(one, path, value);
    const faults = ofCustomers.check(given, false).violations.filter((each) => each.rule.startsWith('shape-'));
    expect(faults).toEqual([
      {
        rule,
        severity: 'error',
        pointer: path.map((key) => `/${key}`).join(''),
        message: expect.any(String) as string,
        actual: value,
        expected: expect.anything() as unknown,
      },
    ]);
  });

  it('are called shape-extra-key and shape-invalid where zod says so', () => {
    const path = ['core'];
    expect(shapeFault({ code: 'unrecognized_keys', path, message: 'x', keys: ['y'] }, one).rule).toBe(
      'shape-extra-key',
    );
    expect(shapeFault({ code: 'custom', path, message: 'x' }, one)).toMatchObject({
      rule: 'shape-invalid',
      pointer: '/core',
      expected: 'x',
    });
    expect(shapeFault({ code: 'custom', path: ['a/b', '~', 0], message: 'x' }, one).pointer).toBe('/a~1b/~0/0');
  });

  it('are one at the root where a value is no record', async () => {
    for (const value of [null, 5, 'x', [], true]) {
      expect(ofCustomers.check(value, false).violations).toMatchObject([{ rule: 'shape-wrong-type', pointer: '' }]);
    }
    const report = await check([people(1)[0], 5, {}], { count: 'any' });
    expect(report.violations.filter(({ rule }) => rule === 'shape-unknown-record')).toMatchObject([
      { record: 1, pointer: '/1', expected: expect.arrayContaining(['customers']) as unknown },
      { record: 2, pointer: '/2' },
    ]);
  });
});
