import { expectTypeOf, it } from 'vitest';
import { say } from '../../../arbitraries/narrative/Sentence.js';
import type { Sentence } from '../../../arbitraries/narrative/Sentence.js';

it('takes the names of facets alone between braces', () => {
  expectTypeOf(say('I am {age} and live in {city}.')).toEqualTypeOf<Sentence>();
  // @ts-expect-error: there is no facet of this name
  say('I am {height} tall.');
});
