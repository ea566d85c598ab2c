import { faker as english } from '@faker-js/faker/locale/en';
import { faker as german } from '@faker-js/faker/locale/de';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type CohortCheckError,
  type Faker,
  type KeyedArbitrary,
  Source,
  fromFaker,
  record,
  sameJson,
  sample,
} from '../../src/index.js';

function errorOf(act: () => unknown): CohortCheckError {
  try {
    act();
  } catch (error) {
    return error as CohortCheckError;
  }
  throw new Error('nothing was thrown');
}

const person = (f: Faker): object => ({
  name: f.person.fullName(),
  age: f.number.int({ min: 18, max: 90 }),
  middle: f.helpers.maybe(() => f.person.middleName()),
  born: f.date.birthdate().toISOString(),
  partner: f.datatype.boolean() ? null : f.person.firstName(),
  tags: f.helpers.multiple(() => ({ word: f.lorem.word() }), { count: { min: 0, max: 3 } }),
});

const kinds: Readonly<Record<string, () => KeyedArbitrary<unknown>>> = {
  'a text': () => fromFaker((f) => f.phone.number()),
  'a number': () => fromFaker((f) => f.number.float()),
  'a record': () => fromFaker(person),
  'a list of lists': () => fromFaker((f) => f.helpers.multiple(() => f.helpers.multiple(() => f.color.human()))),
  'an own predicate': () =>
    fromFaker((f) => f.internet.email(), { accepts: (v) => typeof v === 'string' && v.includes('@') }),
  'a constant': () => fromFaker(() => null),
};

/** The first law that an arbitrary breaks, in a word. */
function broken(arbitrary: KeyedArbitrary<unknown>, keys = 200): string | undefined {
  for (let key = 0; key < keys; key++) {
    const source = Source.of(99).child(key);
    const value = arbitrary.draw(source.clone());
    if (!sameJson(arbitrary.draw(source.clone()), value)) return 'replays';
    if (!arbitrary.accepts(value)) return 'sound';
    const read: unknown = JSON.parse(JSON.stringify(value));
    if (!arbitrary.accepts(read) || !sameJson([...arbitrary.smaller(read)], [...arbitrary.smaller(value)]))
      return 'adopts';
    for (const candidate of arbitrary.smaller(value)) {
      if (!arbitrary.accepts(candidate)) return 'closed';
      if (!((arbitrary.compare(candidate, value) ?? 1) < 0)) return 'descends';
    }
    if (arbitrary.compare(value, read) !== 0) return 'compares';
    if (arbitrary.mend(value) !== value || !arbitrary.accepts(arbitrary.mend({ other: key }))) return 'mends';
  }
  return undefined;
}

describe('fromFaker keeps the laws', () => {
  it.each(Object.entries(kinds))('for %s', (_, make) => {
    expect(broken(make())).toBeUndefined();
  });

  it('which catch a function with a memory', () => {
    let calls = 0;
    expect(broken(fromFaker(() => calls++))).toBe('replays');
  });
});

describe('fromFaker', () => {
  it('shrinks to the canonical draw in one step', () => {
    const phones = fromFaker((f) => f.phone.number());
    const canonical = phones.draw(Source.of(0));
    expect([...phones.smaller('555-0100')]).toEqual([canonical]);
    expect([...phones.smaller(canonical)]).toEqual([]);
    const failure = fc.check(
      fc.property(phones, () => false),
      { seed: 5 },
    );
    expect(failure.counterexample).toEqual([canonical]);
  });

  it('gives every receiver an object of its own', () => {
    const people = fromFaker((f) => ({ name: f.person.fullName() }));
    const [simplest] = people.smaller({ name: 'Somebody' });
    if (simplest !== undefined) simplest.name = 'changed';
    expect([...people.smaller({ name: 'Somebody' })]).toEqual([people.draw(Source.of(0))]);
  });

  it('accepts the shape of what is made and nothing else', () => {
    const people = fromFaker(person);
    const one = { name: 'A', age: 1, born: 'b', partner: null, tags: [] };
    expect(people.accepts(one)).toBe(true);
    expect(people.accepts({ ...one, middle: 'M', tags: Array.from({ length: 9 }, () => ({ word: 'w' })) })).toBe(true);
    const others: readonly unknown[] = [
      { ...one, age: '1' },
      { ...one, age: NaN },
      { ...one, extra: 1 },
      { ...one, name: undefined },
      { ...one, tags: ['w'] },
      { ...one, tags: [undefined] },
      { ...one, middle: null },
      [one],
      null,
      new Map(Object.entries(one)),
    ];
    for (const other of others) expect(people.accepts(other), JSON.stringify(other)).toBe(false);
  });

  it('learns shapes that are not frequent', () => {
    const rare = fromFaker((f) => f.helpers.maybe(() => f.word.noun(), { probability: 0.1 }) ?? null);
    expect(rare.accepts('noun')).toBe(true);
    expect(rare.accepts(null)).toBe(true);
    expect(rare.accepts(1)).toBe(false);
  });

  it('can be pinned, and held to several values', () => {
    const words = fromFaker((f) => f.word.noun());
    expect(words.narrow('mine')?.draw(Source.of(1))).toBe('mine');
    expect(words.narrow(1)).toBeUndefined();
    const two = words.narrow({ oneOf: ['a', 2, 'b', 'a'] });
    expect(two?.accepts('b')).toBe(true);
    expect([...(two?.smaller('b') ?? [])]).toEqual(['a']);
    expect(words.narrow({ oneOf: [2] })).toBeUndefined();
  });

  it('may be called inside itself, each with a clock and a source of its own', () => {
    const today = (f: Faker): string => f.defaultRefDate().toISOString();
    const inner = fromFaker((f) => `${today(f)} ${f.number.int(1e9)}`, { refDate: '2001-01-01' });
    const outer = fromFaker((f) => [f.number.int(1e9), inner.draw(Source.of(4)), f.number.int(1e9), today(f)]);
    const plain = fromFaker((f) => [f.number.int(1e9), f.number.int(1e9)]);
    const [a, nested, b, date] = outer.draw(Source.of(8));
    expect([a, b]).toEqual(plain.draw(Source.of(8)));
    expect(nested).toBe(inner.draw(Source.of(4)));
    expect(String(nested)).toContain('2001-01-01T00:00:00.000Z');
    expect(date).toBe('2025-03-31T00:00:00.000Z');
  });

  it('is unharmed by a function that throws or that moves the clock', () => {
    const date = (f: Faker): string => f.defaultRefDate().toISOString();
    const moved = fromFaker((f) => (f.setDefaultRefDate('1999-01-01'), date(f)));
    expect(moved.draw(Source.of(1))).toBe('1999-01-01T00:00:00.000Z');
    expect(fromFaker(date).draw(Source.of(1))).toBe('2025-03-31T00:00:00.000Z');
    expect(() =>
      fromFaker(() => {
        throw new Error('own');
      }),
    ).toThrow('own');
    expect(fromFaker(date, { refDate: '2024-02-29T12:30:00Z' }).draw(Source.of(1))).toBe('2024-02-29T12:30:00.000Z');
  });

  it('takes other locales, and leaves the instance alone', () => {
    german.seed(5);
    const expected = german.number.int(1e9);
    german.seed(5);
    const streets = fromFaker((f) => f.location.city(), { locale: german });
    expect(sample(streets, { count: 200 }).some((city) => /ü|ö|ä|burg|stadt/.test(city))).toBe(true);
    expect(german.number.int(1e9)).toBe(expected);
  });

  it('draws with 53 bits, so that wide ranges have no gaps', () => {
    const wide = sample(
      fromFaker((f) => f.number.int({ min: 0, max: 2 ** 52 - 1 })),
      { count: 500 },
    );
    for (let bit = 0; bit < 20; bit++) {
      const ones = wide.filter((value) => Math.floor(value / 2 ** bit) % 2 === 1).length;
      expect(Math.abs(ones - 250), `bit ${bit}`).toBeLessThan(60);
    }
  });

  it('goes into a dependent record', () => {
    const model = record()
      .field(
        'first',
        fromFaker((f) => f.person.firstName()),
      )
      .field('email', ({ first }) => fromFaker((f) => f.internet.email({ firstName: first, provider: 'example.com' })));
    for (const value of sample(model, { count: 20 })) expect(model.accepts(value)).toBe(true);
  });
});

describe('fromFaker refuses', () => {
  const cases: Readonly<Record<string, readonly [(f: Faker) => unknown, string]>> = {
    'a Date': [(f) => f.date.past(), 'made a Date'],
    'a Date inside': [(f) => ({ 'a/b': [f.date.past()] }), 'made a Date at /a~1b/0'],
    undefined: [() => undefined, 'made undefined'],
    'a hole in a list': [() => [1, undefined], 'made undefined at /1'],
    'a bigint': [(f) => f.number.bigInt({ min: 7n, max: 7n }), 'made the bigint 7n'],
    'a function': [() => () => 1, 'made a function'],
    NaN: [() => NaN, 'made NaN'],
    'a class instance': [() => ({ set: new Set() }), 'made {} at /set'],
    'a promise': [() => Promise.resolve(1), 'made a promise'],
    'a circle': [
      () => {
        const list: unknown[] = [];
        list.push(list);
        return list;
      },
      'made a circle at /0',
    ],
    'keys that change': [(f) => ({ [f.string.uuid()]: 1 }), 'which it does not accept itself'],
  };

  it.each(Object.entries(cases))('%s', (_, [make, words]) => {
    const error = errorOf(() => fromFaker(make));
    expect(error.code).toBe('faker-value');
    expect(error.message).toContain(words);
  });

  it('a predicate that refuses what is made', () => {
    const error = errorOf(() => fromFaker((f) => f.word.noun(), { accepts: (value) => value === 1 }));
    expect(error.message).toContain('the option `accepts` refuses it');
  });

  it('a value of a new kind, when it comes', () => {
    const seldom = fromFaker((f) => (f.number.int(9999) === 0 ? f.date.past() : 'text'));
    expect(errorOf(() => sample(seldom, { count: 100_000 })).code).toBe('faker-value');
  });

  it('seeds', () => {
    expect(errorOf(() => fromFaker((f) => f.seed(1))).code).toBe('faker-seed');
  });

  it('a faker that is kept for later', () => {
    let kept: Faker | undefined;
    fromFaker((f) => {
      kept = f;
      return 1;
    });
    expect(errorOf(() => kept?.number.int()).code).toBe('faker-outside');
  });

  it.each(['yesterday', '2025-02-30', ''])('the reference date %j', (refDate) => {
    expect(errorOf(() => fromFaker(() => 1, { refDate })).message).toContain(`refDate is "${refDate}"`);
  });
});

describe('what fromFaker makes depends on the key alone', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  const wide = (f: Faker): object => ({
    past: f.date.past({ years: 10 }).toISOString(),
    soon: f.date.soon().toISOString(),
    recent: f.date.recent({ days: 40 }).toISOString(),
    birth: f.date.birthdate().toISOString(),
    month: f.date.month(),
    uuid: f.string.uuid({ version: 7 }),
    ulid: f.string.ulid(),
    jwt: f.internet.jwt(),
    email: f.internet.email(),
    price: f.commerce.price(),
    amount: f.finance.amount(),
    address: f.location.streetAddress(true),
    text: f.lorem.paragraphs(),
    git: f.git.commitEntry(),
    cron: f.system.cron(),
  });

  it('and on no clock, time zone, randomness or language of the machine', () => {
    const here = sample(fromFaker(wide), { seed: 11, count: 50 });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-09T01:02:03Z') });
    process.env['TZ'] = 'Pacific/Apia';
    const forbidden = (name: string) => () => {
      throw new Error(`${name} was called`);
    };
    vi.spyOn(Math, 'random').mockImplementation(forbidden('Math.random'));
    for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'getHours', 'getDate'] as const) {
      vi.spyOn(Date.prototype, name).mockImplementation(forbidden(name));
    }
    vi.spyOn(Number.prototype, 'toLocaleString').mockImplementation(forbidden('toLocaleString'));
    vi.spyOn(String.prototype, 'localeCompare').mockImplementation(forbidden('localeCompare'));
    expect(sample(fromFaker(wide), { seed: 11, count: 50 })).toEqual(here);
    expect(() => sample(fromFaker((f) => f.finance.amount({ autoFormat: true })))).toThrow('toLocaleString was called');
  });

  it('and not on what was drawn before, nor on the state of the shared instance', () => {
    const emails = fromFaker((f) => f.internet.email());
    const backwards = [3, 2, 1, 0].map((index) => emails.draw(Source.of(2).childAt(index)));
    english.seed(1);
    expect(sample(emails, { seed: 2, count: 4 })).toEqual(backwards.reverse());
  });
});
