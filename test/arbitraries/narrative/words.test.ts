import { describe, expect, it } from 'vitest';
import { articleFor, inWords } from '../../../arbitraries/narrative/words.js';

describe('articleFor', () => {
  it.each(['accountant', 'urban planner', 'hour counter', 'HR manager', 'MRI technologist', 'RN', 'x-ray assistant'])(
    'says "an" before %s',
    (phrase) => expect(articleFor(phrase)).toBe('an'),
  );

  it.each([
    'registered nurse',
    'university professor',
    'user experience designer',
    'UX writer',
    'urologist',
    'union aide',
  ])('says "a" before %s', (phrase) => expect(articleFor(phrase)).toBe('a'));

  it('goes by the sound of an age', () => {
    const withAn = Array.from({ length: 103 }, (_, index) => index + 18).filter(
      (age) => articleFor(inWords(age)) === 'an',
    );
    expect(withAn).toEqual([18, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89]);
  });
});

describe('inWords', () => {
  it.each([
    [0, 'zero'],
    [13, 'thirteen'],
    [40, 'forty'],
    [34, 'thirty-four'],
    [100, 'one hundred'],
    [120, 'one hundred and twenty'],
    [999, 'nine hundred and ninety-nine'],
  ])('writes %i as %s', (count, words) => expect(inWords(count)).toBe(words));
});
