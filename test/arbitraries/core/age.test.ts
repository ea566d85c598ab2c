import { describe, expect, it } from 'vitest';
import { addDays, Source, wholeYears } from '../../../src/index.js';
import { birthDateOf } from '../../../arbitraries/core/age.js';

const DATES = ['2025-03-31', '2024-02-29', '2025-02-28', '2024-02-28', '2024-03-01', '2025-12-31', '2025-01-01'];

describe('birthDateOf', () => {
  it('accepts exactly the birth dates whose whole years are the age', () => {
    for (const asOf of DATES) {
      for (const age of [25, 28, 29, 30, 32, 50]) {
        const births = birthDateOf(asOf, age);
        const around = `${Number(asOf.slice(0, 4)) - age - 1}-01-15`;
        for (let day = -40; day < 800; day++) {
          const date = addDays(around, day);
          expect(births.accepts(date), `${date} at ${asOf}, ${age}`).toBe(wholeYears(date, asOf) === age);
        }
      }
    }
  });

  it('draws dates from all over the year, and shrinks to 1 January', () => {
    const births = birthDateOf('2025-03-31', 30);
    const months = new Set(Array.from({ length: 500 }, (_, seed) => births.draw(Source.of(seed)).slice(5, 7)));
    expect(months.size).toBe(12);
    expect([...births.smaller('1994-11-02')][0]).toBe('1995-01-01');
  });

  it('gives the same dates whichever reference date was asked for before', () => {
    const before = birthDateOf('2025-03-31', 30).draw(Source.of(7));
    birthDateOf('2019-07-01', 30);
    expect(birthDateOf('2025-03-31', 30).draw(Source.of(7))).toBe(before);
  });
});
