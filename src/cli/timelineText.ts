import { isoToDay, isoToSecond } from '../arbitrary/index.js';
import type { CardEvent } from '../domain/index.js';
import { counted } from './figures.js';
import { styled } from './terminal.js';
import type { TextFormat, TextStyle } from './terminal.js';
import { padded, textWidth, wrapText } from './wrapText.js';

type Mark = NonNullable<CardEvent['mark']> | 'none';

const MARKS = {
  done: { sign: '✓', format: 'green' },
  open: { sign: '◐', format: 'yellow' },
  planned: { sign: '○', format: 'cyan' },
  skipped: { sign: '–', format: 'dim' },
  stopped: { sign: '✗', format: 'red' },
  none: { sign: '•', format: 'dim' },
} as const satisfies Record<Mark, { readonly sign: string; readonly format: TextFormat }>;

const GAP = 2;
/** A narrower text puts the time of day below its date. */
const NARROW = 48;
const DAY = 86_400;
/** From the longest; the last one fits any distance. */
const UNITS = [
  [DAY, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/**
 * Events from top to bottom, as lines that fit the width: their times in one column, with the distance from the event
 * before, then a line of marks that joins them, then what happened.
 */
export function timelineText(events: readonly CardEvent[], style: TextStyle): string[] {
  const blocks = events.map((event, index) => ({
    event,
    times: timesOf(event.at, events[index - 1]?.at, style.width < NARROW),
  }));
  const column = Math.max(0, ...blocks.flatMap(({ times }) => times.map(textWidth))) + GAP;
  return blocks.flatMap(({ event: { title, text, mark }, times }, index) => {
    const { sign, format } = MARKS[mark ?? 'none'];
    const room = style.width - column - textWidth(`${sign} `);
    const titles = wrapText(title, room);
    const texts = [...titles, ...(text === '' ? [] : wrapText(text, room))];
    const bar = index === blocks.length - 1 ? ' ' : '│';
    return Array.from({ length: Math.max(texts.length, times.length) }, (_, line) => {
      const time = styled('dim', padded(times[line] ?? '', column), style);
      const joint = line === 0 ? styled(format, sign, style) : styled('dim', bar, style);
      const said = texts[line] ?? '';
      return `${time}${joint} ${line < titles.length ? styled('bold', said, style) : said}`.trimEnd();
    });
  });
}

/** What stands beside an event: its time, and the distance from the one before. */
function timesOf(at: string, before: string | undefined, isNarrow: boolean): string[] {
  const time = isoToSecond(at) === undefined ? [at] : [at.slice(0, 10), at.slice(11, 16)];
  const distance = before === undefined ? undefined : distanceOf(before, at);
  return [...(isNarrow ? time : [time.join(' ')]), ...(distance === undefined ? [] : [distance])];
}

/** `+3 days`, in the longest unit of which one has passed; undefined where either text is no ISO date or time. */
function distanceOf(from: string, to: string): string | undefined {
  // A date alone lies neither before nor after a time of the same day.
  const areDays = [from, to].some((text) => isoToDay(text) !== undefined);
  const [start, end] = [from, to].map((text) => (areDays ? secondOf(text.slice(0, 10)) : secondOf(text)));
  if (start === undefined || end === undefined) return undefined;
  if (start === end) return areDays ? 'same day' : 'at once';
  const seconds = Math.abs(end - start);
  const [length, noun] = UNITS.find(([unit]) => seconds >= unit) ?? UNITS[3];
  return `${end < start ? '-' : '+'}${counted(Math.floor(seconds / length), noun)}`;
}

function secondOf(text: string): number | undefined {
  const day = isoToDay(text);
  return day === undefined ? isoToSecond(text) : day * DAY;
}
