import type { Moment } from '../../../domain/index.js';

/** A life on one axis of time; places on it are from 0 to 1. */
export interface LifeLine {
  readonly lanes: readonly {
    readonly lane: string;
    readonly dots: readonly { readonly x: number; readonly moment: Moment }[];
  }[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
}

/** A window on the axis, in milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;
const MOST_TICKS = 8;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600] as const;

/** In order of time, each once; records of one person tell some of them twice. */
export function inTime(moments: readonly Moment[]): Moment[] {
  const known = new Map(moments.map((one) => [`${one.at}\n${one.lane}\n${one.title}`, one]));
  return [...known.values()].sort((a, b) => timeOf(a) - timeOf(b) || (a.at < b.at ? -1 : 1));
}

/** From the first to the last moment; undefined where no moment has a time. */
export function spanOf(moments: readonly Moment[]): Span | undefined {
  const times = moments.map(timeOf).filter((time) => Number.isFinite(time));
  if (times.length === 0) return undefined;
  const from = times.reduce((least, time) => Math.min(least, time));
  const to = times.reduce((most, time) => Math.max(most, time));
  return { from: from - DAY, to: Math.max(to, from) + DAY };
}

/** The part of an axis that ends at a day, as far as it goes. */
export function lastDays(span: Span, asOf: string, days: number): Span {
  const end = Math.min(span.to, Date.parse(asOf) + DAY);
  return { from: Math.max(span.from, end - days * DAY), to: end };
}

export function lifeLine(moments: readonly Moment[], { from, to }: Span): LifeLine {
  const place = (time: number): number => (time - from) / (to - from);
  const lanes = new Map<string, { x: number; moment: Moment }[]>();
  for (const moment of moments) {
    const dots = lanes.get(moment.lane) ?? [];
    lanes.set(moment.lane, dots);
    const time = timeOf(moment);
    if (time >= from && time <= to) dots.push({ x: place(time), moment });
  }
  return {
    lanes: [...lanes].map(([lane, dots]) => ({ lane, dots })),
    ticks: ticksOf({ from, to }).map(({ time, text }) => ({ x: place(time), text })),
  };
}

function timeOf({ at }: Moment): number {
  return Date.parse(at);
}

function ticksOf({ from, to }: Span): { time: number; text: string }[] {
  const months = (to - from) / (30.44 * DAY);
  const step = MONTH_STEPS.find((one) => months / one <= MOST_TICKS) ?? 1200;
  const first = new Date(from);
  const ticks: { time: number; text: string }[] = [];
  const start = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  for (let month = start; ticks.length <= MOST_TICKS + 1; month += step) {
    const time = Date.UTC(Math.floor(month / 12), month % 12);
    if (time > to) break;
    const text = new Date(time).toISOString();
    if (time >= from) ticks.push({ time, text: step < 12 ? text.slice(0, 7) : text.slice(0, 4) });
  }
  return ticks;
}
