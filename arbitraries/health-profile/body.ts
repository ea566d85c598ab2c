/*
 * Height, weight and body mass index.
 *
 * Height is drawn first, then a weight whose index follows the curve of the age band; the index itself is computed. All
 * of it runs on whole tenths (of a kilogram, of an index point), so that no rounding is
 * left to binary fractions.
 */
import type { GridArbitrary } from '../../src/index.js';
import type { Range } from '../personas.js';
import type { AgeBand, Gender } from '../vocabulary.js';
import { logNormalShape, normalShape } from './Shape.js';
import type { Shape } from './Shape.js';
import { shaped } from './shaped.js';

export const bmiClasses = ['underweight', 'normal', 'overweight', 'obese'] as const;
export type BmiClass = (typeof bmiClasses)[number];

/** The index of every customer lies between these, and so does their weight for its height. */
export const bmiRange: Range = { min: 17.5, max: 45 };
const SIMPLEST_BMI = 22;

/** Heights of adults in centimetres: nearly normal, cut three standard deviations from the mean. */
export const heightRanges: Readonly<Record<Gender, Range>> = {
  female: { min: 141, max: 183 },
  male: { min: 154, max: 198 },
};

const heights: Readonly<Record<Gender, GridArbitrary<number>>> = {
  female: shaped(normalShape(162, 7, 140, 184), { ...heightRanges.female, digits: 0, toward: 160 }),
  male: shaped(normalShape(176, 7.5, 153, 199), { ...heightRanges.male, digits: 0, toward: 175 }),
};

const bmiShapes: Readonly<Record<AgeBand, Shape>> = {
  '20s': logNormalShape(25.6, 0.19, bmiRange.min, bmiRange.max),
  '30s': logNormalShape(26.6, 0.195, bmiRange.min, bmiRange.max),
  '40s': logNormalShape(27.4, 0.195, bmiRange.min, bmiRange.max),
  '50s': logNormalShape(27.9, 0.195, bmiRange.min, bmiRange.max),
};

const weights: Readonly<Record<AgeBand, (GridArbitrary<number> | undefined)[]>> = {
  '20s': [],
  '30s': [],
  '40s': [],
  '50s': [],
};

export function heightOf(gender: Gender): GridArbitrary<number> {
  return heights[gender];
}

/** Weights in kilograms for a height, such that the index follows the curve of the age band. */
export function weightOf(ageBand: AgeBand, heightCm: number): GridArbitrary<number> {
  return (weights[ageBand][heightCm] ??= shaped(bmiShapes[ageBand], {
    ...weightRange(heightCm),
    digits: 1,
    toward: kilograms(SIMPLEST_BMI, heightCm, Math.round),
    stretch: (heightCm * heightCm) / 10_000,
  }));
}

/** The weights that an adult of this height has, in kilograms. */
export function weightRange(heightCm: number): Range {
  return { min: kilograms(bmiRange.min, heightCm, Math.ceil), max: kilograms(bmiRange.max, heightCm, Math.floor) };
}

/** Body mass index, rounded to one digit. */
export function bmiOf(heightCm: number, weightKg: number): number {
  return Math.round((Math.round(weightKg * 10) * 10_000) / (heightCm * heightCm)) / 10;
}

/** A weight that gives this index at this height: one step of weight is less than one step of the index. */
export function weightFor(bmi: number, heightCm: number): number {
  return kilograms(bmi, heightCm, Math.round);
}

export function bmiClassOf(bmi: number): BmiClass {
  if (bmi < 18.5) return 'underweight';
  if (bmi < 25) return 'normal';
  return bmi < 30 ? 'overweight' : 'obese';
}

/** The share of a class in an age band, as weights are drawn. */
export function bmiClassShares(ageBand: AgeBand): Readonly<Record<BmiClass, number>> {
  // Indices are rounded, so a class begins half a step below its first index.
  const [a, b, c] = [18.45, 24.95, 29.95].map((edge) => bmiShapes[ageBand].below(edge)) as [number, number, number];
  return { underweight: a, normal: b - a, overweight: c - b, obese: 1 - c };
}

function kilograms(bmi: number, heightCm: number, round: (tenths: number) => number): number {
  return round((Math.round(bmi * 10) * heightCm * heightCm) / 10_000) / 10;
}
