import { secondToIso } from '../../arbitrary/index.js';
import { shown } from '../../errors/index.js';
import { movedTo, placesAround, shiftedFrom, withStep, withStepOrCut } from './copies.js';
import type { JourneyRule } from './JourneyRule.js';
import { durationInWords, instantsInWords, rangeInWords } from './words.js';

/** Longest time by which a breaker misses a bound. */
const MISS = 86_400;

/** Rules on the times of the steps beside each other, beside the cause, and on the time at which the first one comes. */
export const timeRules: readonly JourneyRule[] = [
  {
    name: 'time-order',
    sentence: 'The time of every step can be read, and none comes before that of the step before.',
    check: ({ journey, seconds }, report) => {
      let latest: number | undefined;
      for (const [index, { step, timestamp }] of journey.entries()) {
        const second = seconds[index]!;
        if (Number.isNaN(second)) {
          const instant = 'an ISO 8601 instant, such as 2025-03-05T00:03:07Z';
          report(
            `/${index}/timestamp`,
            `${shown(timestamp)} of ${step} is no time that can be read`,
            timestamp,
            instant,
          );
          continue;
        }
        const before = latest === undefined ? undefined : journey[latest];
        if (before !== undefined && second < seconds[latest!]!) {
          report(
            `/${index}/timestamp`,
            `${step} at ${timestamp} comes before ${before.step} at ${before.timestamp}, which stands before it`,
            timestamp,
            `${before.timestamp} or later`,
          );
        }
        latest = index;
      }
    },
    *broken(subject, source) {
      const { journey, seconds } = subject;
      for (const place of placesAround(source, 1, journey.length)) {
        for (const by of [source.between(1, MISS), 60, 1]) {
          yield* movedTo(subject, place, seconds[place - 1]! - by);
          const later = { timestamp: secondToIso(seconds[place]! + by) };
          yield withStep(journey, place - 1, later);
          yield withStep(journey.slice(0, place + 1), place - 1, later);
        }
      }
    },
  },
  {
    name: 'gap',
    sentence: 'Between a step and the steps, or the cause, that it counts from lies as much time as the graph allows.',
    appliesTo: (graph) =>
      [...graph.steps.values()].some(({ gaps }) => gaps.some(({ min, max }) => min > 0 || max < Infinity)),
    check: (subject, report) => {
      for (const [index, { step, timestamp }] of subject.journey.entries()) {
        for (const [{ min, max }, origin] of subject.gapsAt(index)) {
          const gap = subject.seconds[index]! - origin.second;
          // Less than nothing means that time runs backwards, which other rules report.
          if (!(gap >= 0) || (gap >= min && gap <= max)) continue;
          const from = `${origin.name === 'cause' ? 'its cause' : origin.name} at ${secondToIso(origin.second)}`;
          report(
            `/${index}/timestamp`,
            `${step} at ${timestamp} comes ${durationInWords(gap)} after ${from}, allowed: ${rangeInWords(min, max)}`,
            timestamp,
            instantsInWords(origin.second + min, origin.second + max),
          );
        }
      }
    },
    *broken(subject, source) {
      const { journey, now } = subject;
      for (const place of placesAround(source, 0, journey.length)) {
        for (const [{ min, max }, { second }] of subject.gapsAt(place)) {
          const short = min > 0 ? [Math.ceil(min) - source.between(1, Math.ceil(min)), Math.ceil(min) - 1] : [];
          const long = max < Infinity ? [Math.floor(max) + source.between(1, MISS), Math.floor(max) + 1] : [];
          for (const gap of source.below(2) === 0 ? [...short, ...long] : [...long, ...short]) {
            yield* movedTo(subject, place, second + gap);
            if (second + gap <= now) continue;
            const ahead = { timestamp: secondToIso(second + gap), completion_status: 'planned' } as const;
            yield* withStepOrCut(journey, place, ahead);
          }
        }
      }
    },
  },
  {
    name: 'start-window',
    sentence: 'The first step lies as many days before the reference date as the graph says, and not before its bound.',
    check: ({ journey, seconds, situation, startWindow: { low, high } }, report) => {
      const first = journey[0];
      if (first === undefined || !(seconds[0]! < low || seconds[0]! > high)) return;
      const { step, timestamp } = first;
      const since = situation.since === undefined ? '' : ` and a bound of ${situation.since}`;
      report(
        '/0/timestamp',
        `${step} at ${timestamp} comes too ${seconds[0]! < low ? 'early' : 'late'} for a reference date of ${situation.asOf}${since}`,
        timestamp,
        low <= high ? instantsInWords(low, high) : 'nothing: the bound leaves no day',
      );
    },
    *broken(subject, source) {
      const { journey, now } = subject;
      const { low, high } = subject.startWindow;
      const early = [low - source.between(1, MISS), low - 1];
      const late = [high + source.between(1, MISS), high + 1];
      for (const second of source.below(2) === 0 ? [...early, ...late] : [...late, ...early]) {
        for (let length = journey.length; length > 0; length--)
          yield* movedTo(subject.with(journey.slice(0, length)), 0, second);
        if (second > now)
          yield withStep(journey.slice(0, 1), 0, { timestamp: secondToIso(second), completion_status: 'planned' });
      }
    },
  },
  {
    name: 'cause-order',
    sentence: 'No step comes before what set the journey off.',
    appliesTo: (_, { cause }) => cause,
    check: ({ journey, seconds, cause, situation }, report) => {
      if (cause === undefined) return;
      for (const [index, { step, timestamp }] of journey.entries()) {
        if (!(seconds[index]! < cause)) continue;
        const message = `${step} at ${timestamp} comes before its cause of ${situation.cause}`;
        report(`/${index}/timestamp`, message, timestamp, instantsInWords(cause, Infinity));
      }
    },
    *broken(subject, source) {
      const { journey, cause } = subject;
      if (cause === undefined) return;
      for (const by of [source.between(1, MISS), 60, 1]) {
        yield* movedTo(subject, 0, cause - by);
        for (let length = journey.length; length > 0; length--)
          yield shiftedFrom(subject.with(journey.slice(0, length)), 0, cause - by - subject.seconds[0]!);
      }
    },
  },
];
