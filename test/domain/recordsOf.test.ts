import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../src/domain/index.js';

describe('recordsOf', () => {
  it('passes over places without a record, in order', () => {
    const population = { size: 10, at: (index: number) => (index % 4 === 1 ? `at ${index}` : undefined) };
    expect([...recordsOf(population)]).toEqual(['at 1', 'at 5', 'at 9']);
  });

  it('yields nothing for no places, and for none with a record', () => {
    expect([...recordsOf({ size: 0, at: () => 'never' })]).toEqual([]);
    expect([...recordsOf({ size: 9, at: () => undefined })]).toEqual([]);
  });

  it('makes no record before it is asked for', () => {
    const made: number[] = [];
    const records = recordsOf({ size: 1e9, at: (index) => made.push(index) });
    records.next();
    records.next();
    expect(made).toEqual([0, 1]);
  });
});
