import type { LocaleDefinition } from '@faker-js/faker';
import { faker as english } from '@faker-js/faker/locale/en';
import { faker as german } from '@faker-js/faker/locale/de';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CohortCheckError, Source, sample, text } from '../../src/index.js';

const definitions = (person: NonNullable<LocaleDefinition['person']>): LocaleDefinition => ({
  metadata: { title: 'Test', code: 'test' },
  person,
});

function errorOf(act: () => unknown): CohortCheckError {
  try {
    act();
  } catch (error) {
    return error as CohortCheckError;
  }
  throw new Error('nothing was thrown');
}

/** How many numbers a source has given. */
function drawn(source: Source): number {
  return source.getState()[2] ?? -1;
}

describe('text', () => {
  it('takes the entries of the table in the order of the table', () => {
    const names = english.rawDefinitions.person?.first_name?.female;
    expect(text('person.first_name.female').values).toEqual(names);
    expect(text('person.first_name.female').values).toContain('Mary');
    expect(text('location.state').values).toHaveLength(50);
  });

  it('reads a table that is split by gender by its generic list', () => {
    expect(text('person.last_name').values).toEqual(text('person.last_name.generic').values);
  });

  it('reads a table that is split by gender and has no generic list as both', () => {
    const locale = definitions({ first_name: { male: ['Tom', 'Kim'], female: ['Ann', 'Kim'] } });
    expect(text('person.first_name', { locale }).values).toEqual(['Ann', 'Kim', 'Tom']);
  });

  it('keeps weights', () => {
    const table = [
      { value: 'rare', weight: 1 },
      { value: 'common', weight: 9 },
    ];
    const words = sample(text('person.name', { locale: definitions({ name: table }) }), { count: 20_000 });
    const common = words.filter((word) => word === 'common').length;
    // 0.9 ± 5 standard errors
    expect(common / words.length).toBeGreaterThan(0.889);
    expect(common / words.length).toBeLessThan(0.911);
  });

  it('counts an entry that stands twice once, and adds up its weights', () => {
    expect(text('person.suffix', { locale: definitions({ suffix: ['b', 'a', 'b'] }) }).values).toEqual(['b', 'a']);
    const table = [
      { value: 'a', weight: 2 },
      { value: 'b', weight: 4 },
      { value: 'a', weight: 2 },
    ];
    const words = sample(text('person.name', { locale: definitions({ name: table }) }), { count: 20_000 });
    expect(words.filter((word) => word === 'a').length / words.length).toBeCloseTo(0.5, 1);
  });

  it('takes other locales', () => {
    expect(text('location.city_name', { locale: german }).values).toContain('Aachen');
    expect(text('location.city_name').values).not.toContain('Aachen');
  });

  it('leaves out what `only` refuses', () => {
    const short = text('person.last_name', { only: (name) => name.length <= 4 });
    expect(short.values).toContain('Rice');
    expect(short.values.every((name) => name.length <= 4)).toBe(true);
    expect(short.accepts('Anderson')).toBe(false);
  });

  it('is the same arbitrary for the same table', () => {
    expect(text('person.last_name')).toBe(text('person.last_name'));
    expect(text('person.last_name', { locale: german })).not.toBe(text('person.last_name'));
  });

  it('costs one draw', () => {
    for (const path of ['person.last_name', 'person.name']) {
      const source = Source.of(7);
      text(path).draw(source);
      expect(drawn(source)).toBe(1);
    }
  });

  it('recognises its words, shrinks toward the first and mends others', () => {
    const names = text('person.last_name');
    const [first = '', , third = ''] = names.values;
    expect(names.accepts(JSON.parse(JSON.stringify(third)))).toBe(true);
    expect([...names.smaller(third)]).toEqual(names.values.slice(0, 2));
    expect([...names.smaller(first)]).toEqual([]);
    expect(names.mend('not a name')).toBe(first);
    const failure = fc.check(
      fc.property(names, () => false),
      { seed: 3 },
    );
    expect(failure.counterexample).toEqual([first]);
  });

  it('names the nearest tables when there is none at the path', () => {
    const error = errorOf(() => text('person.frist_name.female'));
    expect(error.message).toBe(
      [
        'unknown-table  text("person.frist_name.female"): no such table in this locale',
        '  why     the nearest tables of texts are person.first_name.female, person.first_name.male, ' +
          'person.middle_name.female, person.first_name.generic, person.middle_name.male',
        "  try     text('person.first_name.female')",
      ].join('\n'),
    );
    expect(text(/text\('(.*)'\)$/.exec(error.message)?.[1] ?? '').values).not.toHaveLength(0);
  });

  it.each(['airline.airport', 'internet.http_status_code.success', 'color', 'metadata.title'])(
    'refuses %s, which is no table of texts',
    (path) => {
      expect(errorOf(() => text(path)).message).toContain(`text("${path}"): no table of texts in this locale`);
    },
  );

  it.each(['', 'constructor', 'person.__proto__', 'person.last_name.generic.0', 'person.last_name.length'])(
    'finds no table at %j',
    (path) => {
      expect(errorOf(() => text(path)).code).toBe('unknown-table');
    },
  );

  it('finds a table below a key that holds dots', () => {
    expect(text('system.mime_type.application/vnd.ms-excel.extensions').values).toContain('xls');
  });

  it('says when `only` leaves nothing', () => {
    expect(errorOf(() => text('person.sex', { only: () => false })).message).toContain(
      'text("person.sex", { only }): no entry is left',
    );
  });
});
