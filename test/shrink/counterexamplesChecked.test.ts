import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideSimplest, checkArgument, checkStored, parametersOf } from '../../src/shrink/index.js';
import type { Arbitraries, Arguments } from '../../src/shrink/index.js';
import { choice, constant, defineModel, integer, invariant, list, record, sample } from '../../src/index.js';
import type { KeyedArbitrary } from '../../src/index.js';
import { modelOf } from '../../src/domain/index.js';
import { customer, customerModel, health } from '../../arbitraries/index.js';

interface Member {
  readonly kind: 'guest' | 'owner';
  readonly points: number;
  readonly badge: 'none' | 'gold';
  readonly visits: readonly number[];
}

const arbitrary = record()
  .field('kind', choice(['guest', 'owner']))
  .field('points', ({ kind }) => integer({ min: kind === 'owner' ? 10 : 0, max: 100 }))
  .derived('badge', ({ points }) => (points >= 50 ? 'gold' : 'none'))
  .field('visits', list(integer({ min: 1, max: 9 }), { maxLength: 40 }));

const memberModel = defineModel<Member>({
  name: 'member',
  version: 1,
  id: 'kind',
  persona: 'kind',
  arbitrary,
  invariants: [
    invariant<Member>({
      id: 'badge-agrees',
      sentence: 'the badge is that of the points',
      check: ({ points, badge }, report) => {
        if ((badge === 'gold') !== points >= 50) report('/badge', `no badge of ${points} points`, badge, 'another');
      },
      breaker: (member) => ({ ...member, badge: member.badge === 'gold' ? 'none' : 'gold' }),
    }),
    invariant<Member>({
      id: 'few-visits',
      sentence: 'few people come more than ten times',
      severity: 'warning',
      check: ({ visits }, report) => {
        if (visits.length > 10) report('/visits', 'many visits', visits.length, 'at most 10');
      },
      breaker: (member) => ({ ...member, visits: Array.from({ length: 11 }, () => 1) }),
    }),
    invariant<Member>({
      id: 'visits-are-numbers',
      sentence: 'a visit has a length',
      check: ({ visits }, report) => {
        for (const [index, visit] of visits.entries()) if (visit < 1) report(`/visits/${index}`, 'no length', visit, 1);
      },
      breaker: (member) => ({ ...member, visits: [0] }),
    }),
  ],
  schema: () => Promise.reject(new Error('not needed')),
});

const member: Member = { kind: 'guest', points: 60, badge: 'gold', visits: [] };
const check = (value: unknown) => checkArgument(value, arbitrary, memberModel);

describe('a stored argument', () => {
  it('is legal where its arbitrary could have drawn it', () => {
    for (const one of sample(arbitrary, { count: 50 })) {
      expect(check(JSON.parse(JSON.stringify(one)))).toEqual({ status: 'legal', value: one });
    }
  });

  it('is mended where it lacks a member, which is said', () => {
    const { visits: _, ...older } = member;
    expect(check(older)).toEqual({
      status: 'mended',
      value: member,
      changes: [{ pointer: '/visits', old: undefined, new: [] }],
    });
  });

  it('is mended where a key, a value or a bound is gone that no rule speaks of', () => {
    expect(check({ ...member, nickname: 'x' })).toMatchObject({
      changes: [{ pointer: '/nickname', old: 'x', new: undefined }],
    });
    expect(check({ ...member, visits: [3, 12] })).toMatchObject({
      changes: [{ pointer: '/visits/1', old: 12, new: 9 }],
    });
    // The rules cannot look at visits that are no list.
    expect(check({ ...member, visits: 3 })).toMatchObject({ changes: [{ pointer: '/visits', old: 3, new: [] }] });
  });

  it('is stale where a rule refuses what stood in it', () => {
    expect(check({ ...member, points: 20 })).toEqual({
      status: 'stale',
      reason: 'rule badge-agrees refuses it now: /badge no badge of 20 points',
    });
    expect(checkArgument({ ...member, points: 20 }, arbitrary)).toMatchObject({ status: 'mended' });
  });

  it('is not stale for what a rule only warns of', () => {
    const visits = Array.from({ length: 12 }, () => 1);
    expect(check({ ...member, visits, nickname: 'x' })).toMatchObject({ status: 'mended', value: { visits } });
  });

  it('is not stale for what it never said', () => {
    const { badge: _, ...older } = { ...member, points: 300 };
    expect(check(older)).toMatchObject({ status: 'mended', value: { points: 100, badge: 'gold' } });
  });

  it.each([
    ['another kind of value', 7],
    ['null', null],
    ['a record with nothing in common', { name: 'Ann' }],
    ['a list', [member]],
  ])('is stale where it is %s', (_, value) => {
    expect(check(value)).toMatchObject({ status: 'stale', reason: expect.stringContaining(' is not ') as string });
  });

  it('is judged by other arbitraries as far as they recognise their own values', () => {
    expect(checkArgument(5, fc.nat(9))).toEqual({ status: 'legal', value: 5 });
    expect(checkArgument(50, fc.nat(9))).toMatchObject({ status: 'stale' });
    expect(
      checkArgument(
        50,
        fc.nat(9).map((n) => n * 2),
      ),
    ).toEqual({ status: 'unknown', value: 50 });
    expect(checkArgument({ a: 1 }, fc.record({ a: fc.nat() }))).toMatchObject({ status: 'legal' });
    expect(checkArgument({}, fc.record({ a: fc.nat() }))).toMatchObject({ status: 'stale' });
  });

  it('is a customer or a scenario, which lose any one of their keys without harm', () => {
    for (const { model } of health.collections) {
      const one = model.arbitrary as KeyedArbitrary<object>;
      const [value] = sample(one, { seed: 3, count: 1 });
      for (const key of Object.keys(value ?? {})) {
        const older = Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => name !== key));
        const checked = checkArgument(older, one, model);
        expect(['mended', 'legal'], `${model.name} without ${key}: ${JSON.stringify(checked).slice(0, 300)}`).toContain(
          checked.status,
        );
      }
    }
  });
});

describe('stored arguments', () => {
  const checked = (stored: Arguments, arbitraries: Arbitraries) =>
    checkStored(stored, parametersOf(arbitraries), Array.isArray(arbitraries));

  it('are as good as the worst of them', () => {
    const two = [arbitrary, fc.nat(9)];
    expect(checked([member, 5], two)).toEqual({ status: 'legal', value: [member, 5] });
    expect(checked([{ ...member, x: 1 }, 5], two)).toMatchObject({
      status: 'mended',
      value: [member, 5],
      changes: [{ pointer: '/0/x' }],
    });
    expect(checked([{ ...member, x: 1 }, 50], two)).toMatchObject({ status: 'stale' });
    const unknown = { m: arbitrary, n: fc.nat().map((n) => n + 1) };
    expect(checked({ m: member, n: 5 }, unknown)).toMatchObject({ status: 'unknown' });
  });

  it.each([
    [[1], [fc.nat(), fc.nat()], 'it has 1 argument, and the property takes 2'],
    [[1, 2], [fc.nat()], 'it has 2 arguments, and the property takes 1'],
    [[1], { n: fc.nat() }, 'its arguments stand in a list, and the property takes them by name'],
    [{ n: 1 }, [fc.nat()], 'its arguments stand by name, and the property takes them in a list'],
    [{ n: 1 }, { n: fc.nat(), m: fc.nat() }, 'it has no argument m, which the property takes'],
    [{ n: 1, m: 1 }, { n: fc.nat() }, 'it has an argument m, which the property does not take'],
  ])('are stale where they do not fit: case %#', (stored, arbitraries, reason) => {
    expect(checked(stored, arbitraries)).toEqual({ status: 'stale', reason });
  });
});

describe('the model of an argument', () => {
  it('is the one that its arbitrary was declared with, held to constraints or not', () => {
    expect(modelOf(arbitrary)).toBe(memberModel);
    expect(modelOf(arbitrary.given({ kind: 'owner' }))).toBe(memberModel);
    expect(modelOf(customer())).toBe(customerModel);
    expect(modelOf(customer({ persona: 'overlooked_risk_group' }))).toBe(customerModel);
    expect(modelOf(customer({}, { asOf: '2024-01-01' }))).toBeUndefined();
    expect(modelOf(integer())).toBeUndefined();
  });

  it('is none where several models share an arbitrary', () => {
    const shared = record().field('a', constant(1));
    const declared = { version: 1, id: 'a', arbitrary: shared, invariants: [], schema: memberModel.schema as never };
    defineModel({ name: 'one', ...declared });
    expect(modelOf(shared)?.name).toBe('one');
    defineModel({ name: 'two', ...declared });
    expect(modelOf(shared)).toBeUndefined();
  });

  it('is the given one where none is known, and there is no doubt for which', () => {
    const models = (arbitraries: Arbitraries) =>
      parametersOf(arbitraries, customerModel).map(({ model }) => model?.name);
    expect(models([fc.anything()])).toEqual(['customer']);
    expect(models([arbitrary])).toEqual(['customer']);
    expect(models({ a: arbitrary, b: fc.nat() })).toEqual(['member', 'customer']);
    expect(() => models({ a: fc.nat(), b: fc.nat() })).toThrow('it could be that of 2 arguments (a, b)');
  });
});

describe('the report beside the simplest', () => {
  const beside = (given: Arguments, arbitraries: Arbitraries) => besideSimplest(given, parametersOf(arbitraries));

  it('tells the members that are not those of the simplest record of the same persona', () => {
    expect(beside([{ kind: 'owner', points: 60, badge: 'gold', visits: [2, 1] }], [arbitrary])).toBe(
      [
        'beside the simplest member whose kind is "owner":',
        '  /badge     "gold"  (simplest: "none")',
        '  /points    60      (simplest: 10)',
        '  /visits/0  2       (simplest: nothing)',
        '  /visits/1  1       (simplest: nothing)',
      ].join('\n'),
    );
  });

  it('says so where nothing is special', () => {
    const simplest = { kind: 'guest', points: 0, badge: 'none', visits: [] };
    expect(beside([simplest], [arbitrary])).toBe('it is the simplest member whose kind is "guest"');
  });

  it('keeps to the constraints of the property', () => {
    const value = { kind: 'owner', points: 30, badge: 'none', visits: [] };
    expect(beside([value], [arbitrary.given({ points: { min: 20 } })])).toContain('/points  30  (simplest: 20)');
  });

  it('cuts a long list', () => {
    const visits = Array.from({ length: 35 }, () => 2);
    const lines = beside([{ kind: 'guest', points: 0, badge: 'none', visits }], [arbitrary]).split('\n');
    expect(lines).toHaveLength(32);
    expect(lines.at(-1)).toBe('  … and 5 more');
  });

  it('tells arguments apart, and any value beside its simplest', () => {
    expect(beside({ n: 43, s: 4 }, { n: fc.nat(), s: fc.nat().map((n) => n * 2) })).toBe(
      ['argument n: beside the simplest value:', '  it is  43  (simplest: 0)', 'argument s: 4'].join('\n'),
    );
  });
});
