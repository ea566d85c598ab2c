import { describe, expect, it } from 'vitest';
import { paletteOf } from '../../../src/report/charts/index.js';
import { contrast, inkOn, shade } from '../../../src/report/charts/palette.js';

type Colour = Parameters<typeof inkOn>[0];
type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

/** What is left of linear red, green and blue: Machado, Oliveira and Fernandes (2009), severity 1. */
const sights: Readonly<Record<string, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

describe.each([{ isDark: false }, { isDark: true }])('paletteOf, dark: $isDark', (theme) => {
  const { surface, text, muted, axis, bar, series, endings, ramp, diverging } = paletteOf(theme);

  it('has marks that stand out from the surface', () => {
    for (const colour of [...series, ...Object.values(endings), bar, axis]) {
      expect(contrast(colour, surface), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it('has texts that can be read on the surface, and lines that stand out from bars', () => {
    for (const colour of [text, muted]) expect(contrast(colour, surface), colour).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, bar)).toBeGreaterThanOrEqual(3);
  });

  it('has ink that can be read on every colour and shade', () => {
    const shades = [ramp, diverging].flatMap((one) =>
      Array.from({ length: 101 }, (_, index) => shade(one, index / 100)),
    );
    for (const fill of [...series, ...Object.values(endings), ...shades]) {
      expect(contrast(inkOn(fill), fill), fill).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(Object.keys(sights))('has colours that stay apart for %s sight', (sight) => {
    for (const [index, one] of series.entries()) {
      for (const other of series.slice(0, index))
        expect(distance(one, other, sight), `${one} ${other}`).toBeGreaterThan(20);
    }
    const ends = Object.values(endings);
    for (const [index, one] of ends.entries()) {
      for (const other of ends.slice(0, index))
        expect(distance(one, other, sight), `${one} ${other}`).toBeGreaterThan(20);
    }
  });

  it('has ramps that only get stronger', () => {
    const away = Array.from({ length: 21 }, (_, index) => contrast(shade(ramp, index / 20), surface));
    expect(away).toEqual(away.toSorted((a, b) => a - b));
    expect(shade(ramp, -1)).toBe(ramp[0]);
    expect(shade(ramp, 2)).toBe(ramp.at(-1));
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#ffffff', '#ffffff')).toBe(1);
  });
});

describe('distance', () => {
  it('tells red from green for full sight alone', () => {
    const [red, green] = ['#c04040', '#7f7f00'] as const;
    expect(distance(red, green, 'full')).toBeGreaterThan(50);
    expect(distance(red, green, 'deuteranopia')).toBeLessThan(20);
  });
});

/** How different two colours are to a sight: the distance in CIE Lab, where 2 can just be seen. */
function distance(one: Colour, other: Colour, sight: string): number {
  const [a, b] = [lab(one, sights[sight]!), lab(other, sights[sight]!)];
  return Math.hypot(...a.map((value, index) => value - b[index]!));
}

function lab(colour: Colour, sight: Matrix): Vector {
  const linear = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const dot = (row: Vector) => row.reduce((sum, factor, index) => sum + factor * linear[index]!, 0);
  const [red, green, blue] = sight.map((row) => Math.min(1, Math.max(0, dot(row)))) as unknown as Vector;
  const part = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = part((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = part(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = part((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
