import { describe, expect } from 'vitest';
import { defineDomain } from '../../src/index.js';
import { it } from '../../src/vitest/index.js';
import { failureOf, guest, guestList, guestModel, guests, hotel } from './guests.js';

const broken = guest(3, { stay: { nights: 0, breakfasts: 4 } });

describe('toSatisfyInvariants', () => {
  it('passes for a record that keeps all rules, warnings aside', () => {
    expect(guest(1)).toSatisfyInvariants(guestModel);
    expect(guest(1, { stay: { nights: 9, breakfasts: 0 } })).toSatisfyInvariants(guestModel);
  });

  it('passes under .not for a record that breaks one', () => {
    expect(broken).not.toSatisfyInvariants(guestModel);
  });

  it('lists every violation with its pointer', () => {
    expect(failureOf(() => expect(broken).toSatisfyInvariants(guestModel))).toBe(
      [
        'expected guest "g3" to satisfy the 3 invariants of guest, but it breaks ',
        '  /stay/breakfasts  breakfasts-within-nights: more breakfasts than nights (is 4, may be "at most 0")',
        '  /stay/nights  stays-at-least-a-night: no night (is 0, may be "at least 1")',
      ].join('\n'),
    );
  });

  it('says under .not that nothing is broken', () => {
    expect(failureOf(() => expect(guest(1)).not.toSatisfyInvariants(guestModel))).toBe(
      'expected guest "g1" to break an invariant, but it satisfies all 3 of guest',
    );
  });

  it.each([undefined, null, 5, {}, { id: 'x', stay: null }])('refuses %j, also under .not', (value) => {
    const message = failureOf(() => expect(value as unknown).toSatisfyInvariants(guestModel));
    expect(message).toMatch(/^wrong-shape {2}the rule breakfasts-within-nights cannot look at /);
    expect(failureOf(() => expect(value as unknown).not.toSatisfyInvariants(guestModel))).toBe(message);
  });

  it('works inside other values and after a promise', async () => {
    expect({ guest: guest(1) }).toEqual({ guest: expect.toSatisfyInvariants(guestModel) });
    expect({ guest: broken }).not.toEqual({ guest: expect.toSatisfyInvariants(guestModel) });
    await expect(Promise.resolve(guest(1))).resolves.toSatisfyInvariants(guestModel);
  });
});

describe('toBeCohortOf', () => {
  it.each([0, 10, 500])('passes for %i records that hit the targets', (size) => {
    expect(guestList(size)).toBeCohortOf(guests);
    expect(guestList(size)).toBeCohortOf(hotel);
  });

  it('takes any iterable of records', () => {
    expect(new Set(guestList(10))).toBeCohortOf(guests);
  });

  it('lets a label that has no whole share round either way, and no further', () => {
    const rooms = (single: number, double: number) => [
      ...Array.from({ length: single }, () => guest(0)),
      ...Array.from({ length: double }, () => guest(9)),
    ];
    // 7.7 and 3.3 of eleven
    expect(rooms(8, 3)).toBeCohortOf(guests);
    expect(rooms(7, 4)).toBeCohortOf(guests);
    expect(rooms(9, 2)).not.toBeCohortOf(guests);
    expect(rooms(6, 4)).not.toBeCohortOf(guests);
    // 7 and 3 of ten
    expect(rooms(8, 2)).not.toBeCohortOf(guests);
  });

  it('tells of missed targets, unknown labels and broken records', () => {
    const list = guestList(500);
    list[4] = broken;
    list[9] = guest(9, { room: 'suite' as 'double' });
    expect(failureOf(() => expect(list).toBeCohortOf(guests))).toBe(
      [
        'expected 500 records to be a cohort of guest, but',
        '  room double: 150 of 500 wanted, 149 there',
        '  room suite: not among the targets, 1 there',
        '  record 4, guest "g3": /stay/breakfasts  breakfasts-within-nights: more breakfasts than nights (is 4, may be "at most 0")',
        '  record 4, guest "g3": /stay/nights  stays-at-least-a-night: no night (is 0, may be "at least 1")',
      ].join('\n'),
    );
  });

  it('cuts a long list and says by how much', () => {
    const list = guestList(100).map((each) => ({ ...each, stay: { nights: 1, breakfasts: 2 } }));
    const message = failureOf(() => expect(list).toBeCohortOf(guests));
    expect(message.split('\n')).toHaveLength(22);
    expect(message).toMatch(/\n {2}… and 80 more violations$/);
  });

  it('says under .not that all is well', () => {
    expect(failureOf(() => expect(guestList(10)).not.toBeCohortOf(guests))).toBe(
      'expected 10 records to be no cohort of guest, but they hit every target and break no rule',
    );
  });

  it('reads margins by their reader, or by the path of a field', () => {
    const model = guestModel;
    const stays = { model, targets: { 'stay.nights': { 2: 1 } } };
    expect(guestList(10)).toBeCohortOf(stays);
    const margins = { length: { of: (each: { id: string }) => (each.id.length > 2 ? 'long' : 'short') } };
    expect(guestList(20)).toBeCohortOf({ model, margins, targets: { length: { long: 0.5, short: 0.5 } } });
    expect(guestList(20)).not.toBeCohortOf({ model, margins, targets: { length: { long: 0.4, short: 0.6 } } });
    expect(guestList(20)).toBeCohortOf({ model, targets: {} });
  });

  it('refuses what is no list of records, also under .not', () => {
    for (const value of [5, 'records', null, {}] as readonly unknown[]) {
      expect(failureOf(() => expect(value).not.toBeCohortOf(guests))).toContain('not a list of records');
    }
  });

  it('asks which collection is meant where a domain has several', () => {
    const two = defineDomain({ name: 'two', asOf: '2025-03-31', collections: [guests, { ...guests, name: 'staff' }] });
    expect(failureOf(() => expect([]).toBeCohortOf(two))).toBe(
      [
        'many-collections  toBeCohortOf(two): the domain has 2 collections',
        '  why     a cohort is one of them: guests, staff',
        '  try     toBeCohortOf(two.collections[0])',
      ].join('\n'),
    );
  });
});
