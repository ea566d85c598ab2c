import type { Ending } from '../../analysis/index.js';
import type { ChartTheme } from './Chart.js';

type Hex = `#${string}`;

/**
 * The colours of a theme. Marks have a contrast of at least 3 to the surface and texts one of at least 4.5, as WCAG 2.2 asks;
 * and every two of `series` stay apart for people who do not see red, green or blue.
 */
export interface Palette {
  readonly surface: Hex;
  readonly text: Hex;
  readonly muted: Hex;
  /** Lines behind the marks. */
  readonly grid: Hex;
  readonly axis: Hex;
  /** For marks that lines are drawn on: those in the colour of texts stand out on it. */
  readonly bar: Hex;
  /** For what has no order. */
  readonly series: readonly Hex[];
  readonly endings: Readonly<Record<Ending, Hex>>;
  /** From nothing to most. */
  readonly ramp: readonly Hex[];
  /** From most below to most above, with nothing in the middle. */
  readonly diverging: readonly Hex[];
}

/*
 * Found by search, starting from the colours of Okabe and Ito (2008), of which some are too pale for white: the smallest
 * distance of any two, for full sight and with the matrices of Machado, Oliveira and Fernandes (2009) for each kind of
 * colour blindness, was made as great as it gets within the contrasts. Ramps are those of ColorBrewer (Blues, PuOr).
 */
const light: Palette = {
  surface: '#ffffff',
  text: '#1f2328',
  muted: '#57606a',
  grid: '#e3e7eb',
  axis: '#7d8590',
  bar: '#0098e7',
  series: ['#003e96', '#d55e00', '#007941', '#a34d93', '#0098e7', '#7a2600', '#402650', '#91908c'],
  endings: { finished: '#007941', open: '#0098e7', abandoned: '#d55e00', stopped: '#7a2600' },
  ramp: ['#f3f7fc', '#c6dbef', '#6baed6', '#2171b5', '#08306b'],
  diverging: ['#b35806', '#fdb863', '#f7f7f7', '#b2abd2', '#542788'],
};

const dark: Palette = {
  surface: '#14181d',
  text: '#e6edf3',
  muted: '#a0aab4',
  grid: '#2b323a',
  axis: '#6e7781',
  bar: '#2f7fc1',
  series: ['#6cceff', '#eba300', '#3a8f62', '#9c6b9b', '#feec89', '#bf4f11', '#caf7e3', '#8a79ee'],
  endings: { finished: '#3a8f62', open: '#6cceff', abandoned: '#eba300', stopped: '#bf4f11' },
  ramp: ['#1b232c', '#173a5e', '#2a6ca8', '#6baed6', '#deebf7'],
  diverging: ['#fdb863', '#9c5a16', '#20262d', '#62579a', '#b9b0e0'],
};

export function paletteOf({ isDark }: ChartTheme): Palette {
  return isDark ? dark : light;
}

/** The colour at a place of a ramp, from 0 to 1. */
export function shade(ramp: readonly Hex[], place: number): Hex {
  const exact = Math.min(Math.max(place, 0), 1) * (ramp.length - 1);
  const below = Math.min(Math.floor(exact), ramp.length - 2);
  const [from, to] = [channelsOf(ramp[below]!), channelsOf(ramp[below + 1]!)];
  const mixed = from.map((value, index) => Math.round(value + (to[index]! - value) * (exact - below)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** A colour that lets through what lies behind it; not as eight digits, which not every program reads in an SVG. */
export function faint(colour: Hex, opacity: number): string {
  return `rgba(${channelsOf(colour).join(',')},${opacity})`;
}

/** Black or white, whichever reads better on a colour: one of them has a contrast of at least 4.5. */
export function inkOn(fill: Hex): Hex {
  return contrast('#ffffff', fill) >= contrast('#000000', fill) ? '#ffffff' : '#000000';
}

/** Contrast ratio of two colours after WCAG 2.2, from 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

function luminance(colour: Hex): number {
  const [red, green, blue] = channelsOf(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function channelsOf(colour: Hex): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
