import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDate,
  civilFromDays,
  daysBetween,
  daysFromCivil,
  dayToIso,
  instant,
  isoToDay,
  isoToSecond,
  looseIsoToSecond,
  sample,
  secondToIso,
  wholeYears,
} from '../../src/arbitrary/index.js';

const FIRST = -719528;
const LAST = 2932896;
const DAY = 86_400;

/** What the platform says: the oracle, which costs too much to draw with. */
function platform(second: number): string {
  return new Date(second * 1000).toISOString().replace('.000Z', 'Z');
}

describe('dates as whole numbers', () => {
  it('agree with the platform on every day of four centuries, and on the first and last of ten thousand years', () => {
    for (let day = -60_000; day < 90_000; day++)
      expect(dayToIso(day) === platform(day * DAY).slice(0, 10), String(day)).toBe(true);
    expect([dayToIso(FIRST), dayToIso(LAST)]).toEqual(['0000-01-01', '9999-12-31']);
  });

  it('come back from text, and from year, month and day', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (day) => {
        expect(isoToDay(dayToIso(day))).toBe(day);
        const { year, month, day: dayOfMonth } = civilFromDays(day);
        expect(daysFromCivil(year, month, dayOfMonth)).toBe(day);
      }),
      { seed: 1 },
    );
  });

  it('agree with the platform on any second', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST * DAY, max: (LAST + 1) * DAY - 1 }), (second) => {
        expect(secondToIso(second)).toBe(platform(second));
        expect(isoToSecond(secondToIso(second))).toBe(second);
      }),
      { seed: 1 },
    );
  });

  it('know the leap years', () => {
    for (const date of ['2024-02-29', '2000-02-29', '0000-02-29', '1600-02-29'])
      expect(dayToIso(isoToDay(date)!), date).toBe(date);
    for (const date of ['2023-02-29', '1900-02-29', '2100-02-29', '2024-02-30'])
      expect(isoToDay(date), date).toBeUndefined();
  });

  it('are no other writing', () => {
    for (const text of [
      '2024-02-30',
      '2024-04-31',
      '2024-13-01',
      '2024-00-01',
      '2024-01-00',
      '2024-1-01',
      '2024/01/01',
      '20240101',
      ' 2024-01-01',
      '2024-01-01 ',
      '+024-01-01',
      '٢٠٢٤-01-01',
      '2024-01-0１',
    ]) {
      expect(isoToDay(text), text).toBeUndefined();
      expect(isoToSecond(`${text}T00:00:00Z`), text).toBeUndefined();
    }
    for (const time of [
      'T24:00:00Z',
      'T23:60:00Z',
      'T23:59:60Z',
      'T23:59:59',
      'T23:59:59z',
      ' 23:59:59Z',
      'T23:59:59+',
      'T23-59-59Z',
    ]) {
      expect(isoToSecond(`2024-01-01${time}`), time).toBeUndefined();
    }
  });
});

describe('loose texts', () => {
  const noon = isoToSecond('2024-02-29T12:00:00Z');
  it.each([
    ['2024-02-29T12:00:00Z'],
    ['2024-02-29T12:00:00.000Z'],
    ['2024-02-29 12:00'],
    ['2024-02-29t12:00z'],
    [' 2024-02-29T12:00:00 Z '],
    ['2024-02-29T14:00:00+02:00'],
    ['2024-02-29T14:00+02'],
    ['2024-02-29T06:30:00-0530'],
  ])('are read by the time that they mean: %s', (text) => expect(looseIsoToSecond(text)).toBe(noon));

  it('keep fractions, and read a date as its first second', () => {
    expect(looseIsoToSecond('1970-01-01T00:00:01.25Z')).toBe(1.25);
    expect(looseIsoToSecond('1970-01-02')).toBe(DAY);
    expect(looseIsoToSecond('1970-01-01T24:00:00Z')).toBe(DAY);
  });

  it('are refused where no time is meant', () => {
    for (const text of [
      '',
      'today',
      '2024-02-30',
      '2024-02-29T25:00',
      '2024-02-29T12:60',
      '12:00',
      '2024-02-29T12',
      '1709208000',
    ]) {
      expect(looseIsoToSecond(text), text).toBeUndefined();
    }
  });

  it('are mended to the nearest writing that is accepted', () => {
    const days = calendarDate({ min: '2024-01-01', max: '2024-12-31' });
    expect(days.mend('2024-02-29T23:59:59Z')).toBe('2024-02-29');
    expect(days.mend('2031-05-05')).toBe('2024-12-31');
    expect(days.mend('1066-10-14')).toBe('2024-01-01');
    expect(days.mend('2024-02-30')).toBe('2024-01-01');
    const minutes = instant({ min: '2024-01-01T00:00:00Z', max: '2024-12-31T23:59:00Z', stepSeconds: 60 });
    expect(minutes.mend('2024-02-29T14:00:59.9+02:00')).toBe('2024-02-29T12:00:00Z');
    expect(minutes.mend('9999-12-31T23:59:59-12:00')).toBe('2024-12-31T23:59:00Z');
    expect(minutes.mend(1709208000)).toBe('2024-01-01T00:00:00Z');
  });
});

describe('counting', () => {
  it('gives whole years, which somebody born on a leap day completes on 1 March', () => {
    expect(wholeYears('1984-02-29', '2025-02-28')).toBe(40);
    expect(wholeYears('1984-02-29', '2025-03-01')).toBe(41);
    expect(wholeYears('1984-02-29', '2024-02-29')).toBe(40);
    expect(wholeYears('2025-03-31', '2025-03-31')).toBe(0);
    expect(wholeYears('1985-04-01', '2025-03-31')).toBe(39);
  });

  it('adds days to what lies between them', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), fc.integer({ min: FIRST, max: LAST }), (from, to) => {
        const [a, b] = [dayToIso(from), dayToIso(to)];
        expect(daysBetween(a, b)).toBe(to - from);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(daysBetween(`${a}T23:59:59Z`, `${b}T00:00:00Z`)).toBe(to - from);
      }),
      { seed: 1 },
    );
  });

  it('refuses what is no date', () => {
    expect(() => addDays('2024-02-30', 1)).toThrow('"2024-02-30" is no calendar date; write YYYY-MM-DD');
    expect(() => daysBetween('2024-02-28', 'soon')).toThrow('"soon" is no calendar date');
  });
});

describe('the first and last year', () => {
  it('can be drawn', () => {
    const ends = { min: '0000-01-01', max: '9999-12-31' };
    expect(sample(calendarDate(ends), { count: 200 }).every((date) => /^\d{4}-\d\d-\d\d$/.test(date))).toBe(true);
    expect(sample(calendarDate({ min: '9999-12-31', max: '9999-12-31' }), { count: 1 })).toEqual(['9999-12-31']);
    const late = instant({ min: '9999-12-31T23:59:59Z', max: '9999-12-31T23:59:59Z' });
    expect(sample(late, { count: 1 })).toEqual(['9999-12-31T23:59:59Z']);
    const early = instant({ min: '0000-01-01', max: '0000-01-01' });
    expect(sample(early, { count: 1 })).toEqual(['0000-01-01T00:00:00Z']);
  });
});
