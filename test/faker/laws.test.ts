import type { Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFaker, integer, record, text } from '../../src/index.js';
import { checkLaws } from '../../src/laws/index.js';

const arbitraries: Readonly<Record<string, Arbitrary<unknown>>> = {
  'a table': text('person.first_name.female'),
  'a weighted table': text('person.name'),
  'part of a table': text('person.last_name', { only: (name) => name < 'B' }),
  'a text': fromFaker((f) => f.phone.number()),
  'a record that varies': fromFaker((f) => ({
    name: f.person.fullName(),
    born: f.date.birthdate().toISOString(),
    partner: f.datatype.boolean() ? f.person.firstName() : null,
    tags: f.helpers.multiple(() => f.word.noun(), { count: { min: 0, max: 3 } }),
  })),
  'fields of a dependent record': record()
    .field('first', text('person.first_name.female', { only: (name) => name < 'Ad' }))
    .field('age', integer({ min: 18, max: 90 }))
    .field('email', ({ first }) =>
      fromFaker((f) => f.internet.email({ firstName: first }), {
        accepts: (value) => typeof value === 'string' && value.includes('@'),
      }),
    ),
};

describe('values made with faker keep the published laws', () => {
  it.each(Object.entries(arbitraries))('as %s', (_, arbitrary) => {
    expect(() => checkLaws(arbitrary)).not.toThrow();
  });
});
