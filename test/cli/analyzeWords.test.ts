import { describe, expect, it } from 'vitest';
import type { Distribution, Share } from '../../src/analysis/index.js';
import {
  chanceText,
  days,
  differenceText,
  number,
  percent,
  quartiles,
  range,
  shareText,
  sideText,
} from '../../src/cli/analysis/inWords.js';
import { figureTable } from '../../src/cli/text/tableText.js';

const share = (hits: number, trials: number, low: number, high: number): Share => ({
  hits,
  trials,
  share: trials === 0 ? null : hits / trials,
  interval: [low, high],
});

const none: Distribution = {
  count: 0,
  min: null,
  q1: null,
  median: null,
  q3: null,
  max: null,
  mean: null,
  sd: null,
  exact: true,
};
const some: Distribution = {
  count: 9,
  min: 0.74,
  q1: 4.14,
  median: 8.55,
  q3: 15.4,
  max: 1234.5,
  mean: 12.3,
  sd: 4,
  exact: true,
};

describe('figures in words', () => {
  it.each([
    [0, '0 %'],
    [1, '100 %'],
    [null, '–'],
    [0.0001, '<0.1 %'],
    [0.0005, '0.1 %'],
    [0.042, '4.2 %'],
    [0.0994, '9.9 %'],
    [0.0995, '10 %'],
    [0.424, '42 %'],
    [0.986, '99 %'],
    [0.994, '99.4 %'],
    [0.9994, '99.9 %'],
    [0.9999, '>99.9 %'],
  ])('tell a share of %d as %s, and none or all only where it is', (value, said) => {
    expect(percent(value)).toBe(said);
  });

  it('tell a share with its interval', () => {
    expect(shareText(share(77, 100, 0.73, 0.804))).toBe('77 % (73–80)');
    expect(shareText(share(2, 100, 0.011, 0.036))).toBe('2.0 % (1.1–3.6)');
    expect(shareText(share(100, 100, 0.992, 1))).toBe('100 % (99–100)');
    expect(shareText(share(0, 0, 0, 1))).toBe('–');
  });

  it('tell distributions by their middle, and nothing where there is none', () => {
    expect([quartiles(some), range(some), quartiles(some, days), range(some, days)]).toEqual([
      '8.55 [4.14–15.4]',
      '0.74–1,235',
      '8.6 [4.1–15]',
      '0.7–1,235',
    ]);
    expect([quartiles(none), range(none), days(null), number(null)]).toEqual(['–', '–', '–', '–']);
    expect([number(-3), number(-1234.5), number(0.000123), number(500), number(36.94)]).toEqual([
      '-3',
      '-1,235',
      '0.000123',
      '500',
      '36.9',
    ]);
  });

  it('tell a comparison in points or in days', () => {
    expect(differenceText(0.12, [0.05, 0.19], share(1, 2, 0, 1))).toBe('+12 points (5 to 19)');
    expect(differenceText(-3.2, [-5, -1.5], some)).toBe('-3.2 days (-5 to -1.5)');
    expect(sideText(some)).toBe('8.6 [4.1–15] days, mean 12');
    expect([chanceText(0.00001), chanceText(0.0001), chanceText(0.01234), chanceText(1)]).toEqual([
      '<0.0001',
      '0.0001',
      '0.012',
      '1',
    ]);
  });
});

describe('a table of figures', () => {
  const columns = [{ title: 'step' }, { title: 'reached', align: 'right' as const }, { title: 'share' }];
  const rows = [
    ['first_second_third', '500', '77 % (73–80)'],
    ['last', '3', '–'],
  ];
  const told = (width: number): string[] => figureTable(columns, rows, { width, hasColours: false }).split('\n');

  it('is as wide as its cells', () => {
    expect(told(80)).toEqual([
      ' step               │ reached │ share',
      '────────────────────┼─────────┼──────────────',
      ' first_second_third │     500 │ 77 % (73–80)',
      ' last               │       3 │ –',
      '',
    ]);
  });

  it('breaks names where their parts meet', () => {
    expect(told(42).slice(2, 4)).toEqual([' first_second_   │     500 │ 77 % (73–80)', ' third           │         │']);
  });

  it('becomes paragraphs where figures would be broken', () => {
    expect(told(38)).toEqual([
      'first_second_third',
      '  reached: 500; share: 77 % (73–80)',
      'last',
      '  reached: 3; share: –',
      '',
    ]);
    expect(told(20)).toEqual([
      'first_second_third',
      '  reached: 500;',
      '  share: 77 %',
      '  (73–80)',
      'last',
      '  reached: 3;',
      '  share: –',
      '',
    ]);
  });
});
