import { describe, expect, it } from 'vitest';
import { counted, duration, grouped, size } from '../../src/cli/figures.js';

describe('figures for people', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567.6, '1,234,568'],
  ])('groups the digits of %d as %s', (value, text) => expect(grouped(value)).toBe(text));

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [3.1e15, '3100.0 TB'],
  ])('writes %d bytes as %s', (bytes, text) => expect(size(bytes)).toBe(text));

  it.each([
    [0, '0.00 s'],
    [9.994, '9.99 s'],
    [9.996, '10 s'],
    [59.6, '1 min 0 s'],
    [3599, '59 min 59 s'],
    [3600, '1 h 0 min'],
  ])('writes %d seconds as %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  it('counts one record and several', () => {
    expect([counted(1, 'record'), counted(0, 'record'), counted(5000, 'record')]).toEqual([
      '1 record',
      '0 records',
      '5,000 records',
    ]);
  });
});
