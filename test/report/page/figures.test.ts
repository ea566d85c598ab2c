import { describe, expect, it } from 'vitest';
import {
  figureText,
  inTime,
  lastDays,
  lifeLine,
  numberText,
  shareText,
  spanOf,
  windowOf,
} from '../../../src/report/page/model/index.js';

const moment = (at: string, lane = 'visits'): { at: string; lane: string; title: string; text: string } => ({
  at,
  lane,
  title: at,
  text: '',
});

describe('numbers for people', () => {
  it.each([
    [0, '0'],
    [1234567, '1,234,567'],
    [1234.5, '1,235'],
    [-0.25, '−0.25'],
    [-0.0001, '0'],
    [12.3456, '12.35'],
    [0.1, '0.1'],
  ])('writes %d as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('writes shares as percentages and nothing as a dash', () => {
    expect(shareText(0.12345)).toBe('12.3 %');
    expect(figureText(0.5, 'share')).toBe('50 %');
    expect(figureText(null, 'share')).toBe('–');
    expect(figureText(3, 'days')).toBe('3 days');
  });
});

describe('the window of a long table', () => {
  it('holds what is seen and a few rows beyond, and never more than there are', () => {
    expect(windowOf(0, 400, 40, 20_000)).toStrictEqual({ from: 0, to: 18 });
    expect(windowOf(40_000, 400, 40, 20_000)).toStrictEqual({ from: 992, to: 1018 });
    expect(windowOf(1e9, 400, 40, 20_000)).toStrictEqual({ from: 20_000, to: 20_000 });
    expect(windowOf(-50, 400, 40, 3)).toStrictEqual({ from: 0, to: 3 });
  });
});

describe('a life line', () => {
  it('tells moments in order of time, each once', () => {
    const told = inTime([moment('2025-02-01'), moment('2024-01-01T10:00:00Z'), moment('2025-02-01')]);
    expect(told.map(({ at }) => at)).toStrictEqual(['2024-01-01T10:00:00Z', '2025-02-01']);
  });

  it('places moments between its ends, in the lane of their kind', () => {
    const moments = [moment('2020-01-01'), moment('2024-12-01', 'events'), moment('no time')];
    const { lanes, ticks } = lifeLine(moments, spanOf(moments)!);
    expect(lanes.map(({ lane, dots }) => [lane, dots.length])).toStrictEqual([
      ['visits', 1],
      ['events', 1],
    ]);
    for (const { dots } of lanes) for (const { x } of dots) expect(x > 0 && x < 1).toBe(true);
    expect(ticks.map(({ text }) => text)).toStrictEqual(['2020', '2021', '2022', '2023', '2024']);
  });

  it('shows the last days up to the reference date alone', () => {
    const moments = [moment('2020-01-01'), moment('2025-03-01'), moment('2026-01-01')];
    const { lanes } = lifeLine(moments, lastDays(spanOf(moments)!, '2025-03-31', 90));
    expect(lanes[0]!.dots.map((dot) => dot.moment.at)).toStrictEqual(['2025-03-01']);
  });

  it('has no span without a time', () => {
    expect(spanOf([moment('some day')])).toBeUndefined();
  });
});
