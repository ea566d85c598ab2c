import { isoToDay } from '../../arbitrary/index.js';
import type { GapDescription, JourneyDescription } from '../JourneyDescription.js';
import { gapInSeconds } from '../JourneyGraph.js';
import type { Gap } from '../JourneyGraph.js';
import { leaveOut, put } from './Mistake.js';
import type { Mistake } from './Mistake.js';
import type { Path } from './Path.js';
import { gapsAt } from './parts.js';
import { durationText } from './wording.js';
import { pathText } from './Path.js';

const units = ['Minutes', 'Hours', 'Days'] as const;

/** The first day that can be written, 0000-01-01. */
const FIRST_DAY = isoToDay('0000-01-01') ?? 0;

/** Ranges that hold nothing: of days before the reference date, and of gaps each by itself. */
export function* rangeMistakes(description: JourneyDescription): Generator<Mistake> {
  for (const key of Object.keys(description)) {
    if (key === 'startDays') yield* startDays(description);
    if (key === 'steps') yield* gaps(description);
  }
}

function* startDays({ startDays: { min, max }, asOf }: JourneyDescription): Generator<Mistake> {
  const path = ['startDays'];
  if (min > max) {
    const remedies = () => [put(path, { min: max, max: min })];
    const why = 'no day lies between them; max is the earlier day, more days before the reference date';
    yield { code: 'journey-date', path, said: `min ${min} is above max ${max}`, why, remedies };
  }
  const most = (isoToDay(asOf) ?? 0) - FIRST_DAY;
  if (max > most) {
    const remedies = () => [put([...path, 'max'], Math.min(most, Math.max(min, 365))), put(path, { min: 0, max: 365 })];
    const why = `only ${most} days before ${asOf} have a year of four digits`;
    yield { code: 'journey-date', path: [...path, 'max'], said: `${max} is too far back`, why, remedies };
  }
}

function* gaps({ steps }: JourneyDescription): Generator<Mistake> {
  for (const [name, { gap }] of Object.entries(steps)) {
    const all = gapsAt(gap, ['steps', name, 'gap']);
    for (const [index, [each, path]] of all.entries()) {
      yield* twoUnits(each, path);
      const { min, max, from } = inWholeSeconds(gapInSeconds(each));
      if (min > max) yield emptyGap(each, path);
      const before = all.slice(0, index).map(([other, at]) => [inWholeSeconds(gapInSeconds(other)), at] as const);
      const low = before.filter(([other]) => other.from === from && other.min > max);
      const high = before.filter(([other]) => other.from === from && other.max < min);
      const [clash] = [...low, ...high];
      if (clash !== undefined) yield twoGaps({ from, min, max }, path, ...clash);
    }
  }
}

/** The gap that whole seconds leave of a gap: times have no fractions. */
export function inWholeSeconds({ from, min, max }: Gap): Gap {
  return { from, min: Math.ceil(min), max: Math.floor(max) };
}

function* twoUnits(gap: GapDescription, path: Path): Generator<Mistake> {
  for (const bound of ['min', 'max'] as const) {
    const given = units.map((unit) => `${bound}${unit}` as const).filter((key) => gap[key] !== undefined);
    const [first, second] = given;
    if (first === undefined || second === undefined) continue;
    yield {
      code: 'journey-gap',
      path,
      said: `${first} ${gap[first]} and ${second} ${gap[second]}`,
      why: 'a bound is one number in one unit',
      remedies: () => given.map((key) => put(path, without(gap, given, key))),
    };
  }
}

function without(gap: GapDescription, keys: readonly string[], kept: string): object {
  return Object.fromEntries(Object.entries(gap).filter(([key]) => key === kept || !keys.includes(key)));
}

function emptyGap(gap: GapDescription, path: Path): Mistake {
  const { min, max } = gapInSeconds(gap);
  const bounds = units.flatMap((unit) => [`min${unit}`, `max${unit}`] as const).filter((key) => gap[key] !== undefined);
  const swapped = Object.entries(gap).map(([key, value]) => {
    const isBound = (bounds as readonly string[]).includes(key);
    return [isBound ? `${key.startsWith('min') ? 'max' : 'min'}${key.slice(3)}` : key, value as unknown] as const;
  });
  const maxKeys = bounds.filter((key) => key.startsWith('max'));
  return {
    code: 'journey-gap',
    path,
    said:
      min > max
        ? `the smallest gap, ${durationText(min)}, is longer than the greatest, ${durationText(max)}`
        : `no whole second lies between ${durationText(min)} and ${durationText(max)}`,
    why: min > max ? 'no time lies between them' : 'times are whole seconds',
    remedies: () => [put(path, Object.fromEntries(swapped)), ...maxKeys.map((key) => leaveOut([...path, key]))],
  };
}

function twoGaps(gap: Gap, path: Path, other: Gap, at: Path): Mistake {
  const [low, high] = other.min > gap.max ? [other, gap] : [gap, other];
  return {
    code: 'journey-gap',
    path,
    said: `no time is right for it and for ${pathText(at)}`,
    why: `from ${gap.from}, the one asks for at least ${durationText(low.min)}, the other for at most ${durationText(high.max)}`,
    remedies: () => [leaveOut(path), leaveOut(at)],
  };
}
