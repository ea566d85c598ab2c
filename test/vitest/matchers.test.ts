import { describe, expect } from 'vitest';
import { cohort, health, scenarios } from '../../arbitraries/index.js';
import { defineDomain, recordsOf } from '../../src/index.js';
import { it } from '../../src/vitest/index.js';
import { failureOf, guest, guestList, guestModel, guests, hotel, house, roomList } from './guests.js';

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

  describe('of a domain with several collections', () => {
    it('takes the collection that the records are of', () => {
      expect(guestList(10)).toBeCohortOf(house);
      expect(roomList(10)).toBeCohortOf(house);
      expect(new Set(roomList(10))).toBeCohortOf(house);
    });

    it('tells of the targets and rules of that collection', () => {
      const list = roomList(4).slice(0, 3);
      list[1] = { ...list[1]!, floor: 'ground', beds: 0 };
      expect(failureOf(() => expect(list).toBeCohortOf(house))).toBe(
        [
          'expected 3 records to be a cohort of room, but',
          '  floor ground: 1 or 2 of 3 wanted, 3 there',
          '  floor upper: 1 or 2 of 3 wanted, 0 there',
          '  record 1, room "r1": /beds  has-a-bed: no bed (is 0, may be "at least 1")',
        ].join('\n'),
      );
      expect(failureOf(() => expect(guestList(10)).not.toBeCohortOf(house))).toBe(
        'expected 10 records to be no cohort of guest, but they hit every target and break no rule',
      );
    });

    it('refuses an empty list, also under .not', () => {
      const message = [
        'no-records  toBeCohortOf(house): the list is empty',
        '  why     the domain has 2 collections (guests, rooms), and which one is meant is told from the records',
        '  try     toBeCohortOf(house.collections[0])',
      ].join('\n');
      expect(failureOf(() => expect([]).toBeCohortOf(house))).toBe(message);
      expect(failureOf(() => expect([]).not.toBeCohortOf(house))).toBe(message);
    });

    it('refuses records of several collections, and names the first that differs', () => {
      const mixed = [...guestList(3), ...roomList(2)];
      const message = [
        'mixed-records  toBeCohortOf(house): record 3 is one of rooms, those before it are guests',
        '  why     a cohort is one of a single collection, whose targets it hits',
        '  try     an expect(…) for the records of each collection',
      ].join('\n');
      expect(failureOf(() => expect(mixed as unknown).toBeCohortOf(house))).toBe(message);
      expect(failureOf(() => expect(mixed as unknown).not.toBeCohortOf(house))).toBe(message);
    });

    it.each([{ a: 1 }, null, 5])('refuses %j, which is like no record of the domain', (value) => {
      const list: unknown = [...guestList(2), value];
      expect(failureOf(() => expect(list).toBeCohortOf(house))).toBe(
        [
          `unknown-record  toBeCohortOf(house): record 2, ${JSON.stringify(value)}, is like no record of the domain`,
          '  why     its collections are guests, rooms',
          '  try     toBeCohortOf(house.collections[0]) where the kind is known',
        ].join('\n'),
      );
    });
  });

  it('refuses a domain without collections', () => {
    const none = defineDomain({ name: 'none', asOf: '2025-03-31', collections: [] });
    expect(failureOf(() => expect([]).toBeCohortOf(none))).toContain(
      'toBeCohortOf(none): the domain has no collection',
    );
  });

  it('takes the health domain, whose customers and scenarios are cohorts', () => {
    const people = [...cohort({ size: 100, seed: 42 })];
    expect(people).toBeCohortOf(health);
    expect(people.slice(20)).not.toBeCohortOf(health);
    const population = scenarios.first_time_user.population({ size: 100, seed: 42, asOf: health.asOf });
    expect([...recordsOf(population)]).toBeCohortOf(health);
  });
});
