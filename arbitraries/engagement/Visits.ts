/*
 * The visits of a year: few fields, but every visit hangs on the one before it and all of them on the window they lie
 * in. So the list is drawn, shrunk and mended as a whole: days first, then what each visit is filled with.
 */
import {
  dayToIso,
  instantSeconds,
  integer,
  isoToSecond,
  isRecord,
  KeyedArbitrary,
  looseIsoToSecond,
  secondToIso,
  subset,
} from '../../src/index.js';
import type { Source, SubsetArbitrary } from '../../src/index.js';
import { visitFrequencies } from '../vocabulary.js';
import type { Feature, VisitFrequency } from '../vocabulary.js';
import { drawFeatures, maskOf } from './featureSets.js';
import { sessionLengths, visitClasses } from './visitClasses.js';
import type { Visit, VisitClass } from './visitClasses.js';
import { inOrder } from './visitFigures.js';
import { dayOf } from './visitWindow.js';

const SECONDS_A_DAY = 86400;
const FIRST_MINUTE = 6 * 60;
const LAST_MINUTE = 22 * 60 + 59;
const MOST_MINUTES = 30;
/** Nobody works through more features in one visit. */
const MOST_FEATURES = 5;

/** The hours of the day, as often as they are when people look after their own affairs: before work, at noon, after supper. */
const hours: readonly number[] = [
  [6, 2],
  [7, 5],
  [8, 6],
  [9, 5],
  [10, 4],
  [11, 4],
  [12, 7],
  [13, 5],
  [14, 3],
  [15, 3],
  [16, 4],
  [17, 6],
  [18, 7],
  [19, 9],
  [20, 11],
  [21, 9],
  [22, 4],
].flatMap(([hour = 0, weight = 0]) => Array.from({ length: weight }, () => hour));

/** What the class fixes, made once. */
interface Tools {
  readonly mask: number;
  readonly features: SubsetArbitrary<Feature>;
}

const tools = Object.fromEntries(
  visitFrequencies.map((frequency) => [frequency, toolsOf(visitClasses[frequency])]),
) as unknown as Readonly<Record<VisitFrequency, Tools>>;

function toolsOf({ features }: VisitClass): Tools {
  return { mask: maskOf(features), features: subset(features, { minLength: 1 }) };
}

/**
 * The visits of a frequency class between two days, in the order of time.
 *
 * Shrinks toward: the fewest visits, as early and as close as they may be, one minute each, the profile alone.
 * Keyed by: the source, the class and the days.
 */
export class Visits extends KeyedArbitrary<Visit[]> {
  private readonly frequency: VisitFrequency;
  private readonly first: number;
  private readonly last: number;

  /** `first` and `last` are days counted from 1970-01-01, far enough apart for the fewest visits. */
  constructor(frequency: VisitFrequency, first: number, last: number) {
    super();
    this.frequency = frequency;
    this.first = first;
    this.last = last;
  }

  override draw(source: Source, bias?: number): Visit[] {
    const { gapDays, lengths } = visitClasses[this.frequency];
    const { mask } = tools[this.frequency];
    const count = this.drawCount(source, bias);
    let room = this.last - this.first - (count - 1) * gapDays.min;
    const spare = gapDays.max - gapDays.min;
    // From the last visit back, which tends to be recent: whoever comes every week was here a week ago.
    const point = Math.min(source.unit(), source.unit());
    const idle = Math.floor((Math.min(room, 2 * gapDays.max) + 1) * point);
    room -= idle;
    let day = this.last - idle;
    const visits: Visit[] = [];
    for (let index = 0; index < count; index++) {
      if (index > 0) {
        const wider = source.below(Math.min(spare, room) + 1);
        room -= wider;
        day -= gapDays.min + wider;
      }
      const minute = (hours[source.below(hours.length)] as number) * 60 + source.below(60);
      const minutes = drawMinutes(source, lengths);
      const most = minutes < MOST_FEATURES ? minutes : MOST_FEATURES;
      visits.push({ at: instantText(day, minute), minutes, features: drawFeatures(source, mask, most) });
    }
    visits.reverse();
    return visits;
  }

  private drawCount(source: Source, bias: number | undefined): number {
    const { min } = visitClasses[this.frequency].count;
    const max = this.mostVisits();
    if (bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0)
      return source.below(2) === 0 ? min : max;
    return source.between(min, max);
  }

  /** As many visits as the class and the days allow. */
  private mostVisits(): number {
    const { count, gapDays } = visitClasses[this.frequency];
    return Math.max(count.min, Math.min(count.max, 1 + Math.floor((this.last - this.first) / gapDays.min)));
  }

  override accepts(value: unknown): value is Visit[] {
    if (!Array.isArray(value)) return false;
    const { count, gapDays } = visitClasses[this.frequency];
    if (value.length < count.min || value.length > count.max) return false;
    let before: number | undefined;
    for (const visit of value) {
      if (!this.isVisit(visit)) return false;
      const day = dayOf(visit.at);
      if (day < this.first || day > this.last) return false;
      if (before !== undefined && (day - before < gapDays.min || day - before > gapDays.max)) return false;
      before = day;
    }
    return true;
  }

  private isVisit(value: unknown): value is Visit {
    if (!isRecord(value) || Object.keys(value).length !== 3) return false;
    const { at, minutes, features } = value;
    const second = typeof at === 'string' ? isoToSecond(at) : undefined;
    if (second === undefined || second % 60 !== 0) return false;
    const minute = (second - Math.floor(second / SECONDS_A_DAY) * SECONDS_A_DAY) / 60;
    return (
      minute >= FIRST_MINUTE &&
      minute <= LAST_MINUTE &&
      typeof minutes === 'number' &&
      Number.isInteger(minutes) &&
      minutes <= MOST_MINUTES &&
      tools[this.frequency].features.accepts(features) &&
      features.length <= minutes
    );
  }

  override *smaller(value: Visit[]): Iterable<Visit[]> {
    for (const candidate of this.candidates(value)) {
      if (this.compare(candidate, value) < 0 && this.accepts(candidate)) yield candidate;
    }
  }

  private *candidates(value: Visit[]): Iterable<Visit[]> {
    const { min } = visitClasses[this.frequency].count;
    for (let size = value.length - min; size > 0; size = Math.floor(size / 2)) {
      for (let end = value.length; end > 0; end -= size) {
        const start = Math.max(0, end - size);
        const kept = value.filter((_, index) => index < start || index >= start + size);
        yield kept;
        yield this.seated(kept);
      }
    }
    const { features } = tools[this.frequency];
    for (const [index, visit] of value.entries()) {
      const second = isoToSecond(visit.at) ?? 0;
      const day = Math.floor(second / SECONDS_A_DAY);
      const days = integer({ min: this.first, max: day, toward: this.first });
      for (const earlier of days.smaller(day)) {
        const moved = value.map((one, place) => (place < index ? one : onDay(one, dayOf(one.at) + earlier - day)));
        yield moved;
        yield this.seated(moved);
        yield value.with(index, onDay(visit, earlier));
      }
      const times = instantSeconds(day * SECONDS_A_DAY + FIRST_MINUTE * 60, second, 60);
      for (const at of times.smaller(visit.at)) yield value.with(index, { ...visit, at });
      for (const fewer of features.smaller(visit.features)) yield value.with(index, { ...visit, features: fewer });
      const minutes = integer({ min: visit.features.length, max: MOST_MINUTES, toward: visit.features.length });
      for (const shorter of minutes.smaller(visit.minutes)) yield value.with(index, { ...visit, minutes: shorter });
    }
  }

  override mend(value: unknown): Visit[] {
    return this.accepts(value) ? value : this.seated(this.read(value));
  }

  /** What can be read of a list, each visit made to fit the class by itself, in the order of time. */
  private read(value: unknown): Visit[] {
    return inOrder((Array.isArray(value) ? value : []).flatMap((one) => this.mendedVisit(one)));
  }

  private mendedVisit(value: unknown): Visit[] {
    if (!isRecord(value) || typeof value['at'] !== 'string') return [];
    const second = looseIsoToSecond(value['at']);
    if (second === undefined) return [];
    const day = Math.floor(second / SECONDS_A_DAY);
    const minute = Math.floor((second - day * SECONDS_A_DAY) / 60);
    const features = tools[this.frequency].features.mend(value['features']);
    const minutes = integer({ min: features.length, max: MOST_MINUTES }).mend(value['minutes']);
    const fitted = Math.min(LAST_MINUTE, Math.max(FIRST_MINUTE, minute));
    return [{ at: instantText(day, fitted), minutes, features }];
  }

  /** The same visits on the nearest days that the class and the window allow, the latest ones dropped where they are too many. */
  private seated(visits: readonly Visit[]): Visit[] {
    const { count, gapDays } = visitClasses[this.frequency];
    const length = Math.min(this.mostVisits(), Math.max(count.min, visits.length));
    const seated: Visit[] = [];
    let day = this.first;
    for (let index = 0; index < length; index++) {
      const visit = visits[index];
      const latest = this.last - (length - 1 - index) * gapDays.min;
      const low = index === 0 ? this.first : day + gapDays.min;
      const high = index === 0 ? latest : Math.min(latest, day + gapDays.max);
      day = visit === undefined ? low : Math.min(high, Math.max(low, dayOf(visit.at)));
      seated.push(
        visit === undefined
          ? { at: instantText(day, FIRST_MINUTE), minutes: 1, features: ['profile'] }
          : onDay(visit, day),
      );
    }
    return seated;
  }

  /** On their days, and moved along with the window; where they become too many, each run of neighbours in turn. */
  override *reseat(value: Visit[], previous: KeyedArbitrary<Visit[]>): Iterable<Visit[]> {
    yield this.mend(value);
    if (previous === this || !(previous instanceof Visits)) return;
    const visits = this.read(value);
    const most = this.mostVisits();
    for (let start = 1; start + most <= visits.length; start++) yield this.seated(visits.slice(start, start + most));
    for (const days of new Set([this.first - previous.first, this.last - previous.last])) {
      if (days !== 0) yield this.mend(value.map((visit) => onDay(visit, dayOf(visit.at) + days)));
    }
  }

  /** Fewer visits first; then, visit by visit, earlier ones, fewer and simpler features, shorter ones. */
  override compare(a: Visit[], b: Visit[]): number {
    if (a.length !== b.length) return a.length - b.length;
    const { features } = tools[this.frequency];
    for (const [index, left] of a.entries()) {
      const right = b[index] as Visit;
      if (left.at !== right.at) return left.at < right.at ? -1 : 1;
      const order = features.compare(left.features, right.features) || left.minutes - right.minutes;
      if (order !== 0) return order;
    }
    return 0;
  }

  override describe(): string {
    const { count, gapDays } = visitClasses[this.frequency];
    return `${count.min} to ${count.max} visits, ${gapDays.min} to ${gapDays.max} days apart`;
  }
}

const timeTexts: (string | undefined)[] = [];

/** The instant at a minute of a day. */
function instantText(day: number, minute: number): string {
  return dayToIso(day) + (timeTexts[minute] ??= secondToIso(minute * 60).slice(10));
}

function drawMinutes(source: Source, { short, medium }: VisitClass['lengths']): number {
  const point = source.below(100);
  const length =
    point < short ? sessionLengths.short : point < short + medium ? sessionLengths.medium : sessionLengths.long;
  return source.between(length.min, length.max);
}

/** The same visit at the same time of another day. */
export function onDay(visit: Visit, day: number): Visit {
  const second = isoToSecond(visit.at) ?? 0;
  const time = second - Math.floor(second / SECONDS_A_DAY) * SECONDS_A_DAY;
  return { ...visit, at: secondToIso(day * SECONDS_A_DAY + time) };
}
