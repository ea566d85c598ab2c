import { describe, expect, it } from 'vitest';
import { either, grouped, inDays, percent, plain } from '../../../src/analysis/words.js';

describe('words', () => {
  it('prints no share as none or all that is neither', () => {
    expect([0, 0.001, 0.005, 0.5, 0.995, 0.9951, 1].map(percent)).toEqual([
      '0 %',
      'under 1 %',
      '1 %',
      '50 %',
      'over 99 %',
      'over 99 %',
      '100 %',
    ]);
  });

  it('writes as people do', () => {
    expect(plain('first_time_user')).toBe('first time user');
    expect([7, 1234, 1234567].map(grouped)).toEqual(['7', '1,234', '1,234,567']);
    expect([0, 1, 1.04, 1.25, 30].map(inDays)).toEqual(['0 days', '1 day', '1 day', '1.3 days', '30 days']);
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(either)).toEqual(['', 'a', 'a or b', 'a, b or c']);
  });
});
