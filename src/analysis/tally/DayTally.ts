import type { Ending } from '../Traits.js';

/** What happened to journeys on a day after their beginning. */
export interface DayCounts {
  finished: number;
  lost: number;
  /** Watched no longer than this. */
  open: number;
}

/** Journeys by the whole day on which they came to an end, or up to which they were watched. */
export class DayTally {
  private readonly days = new Map<number, DayCounts>();
  journeys = 0;

  /** @param days - from the first step; what happens within a day counts at its end. */
  add(days: number, ending: Ending): void {
    const day = Math.ceil(days);
    let counts = this.days.get(day);
    if (counts === undefined) this.days.set(day, (counts = { finished: 0, lost: 0, open: 0 }));
    this.journeys += 1;
    if (ending === 'finished') counts.finished += 1;
    else if (ending === 'open') counts.open += 1;
    else counts.lost += 1;
  }

  ascending(): (readonly [day: number, counts: Readonly<DayCounts>])[] {
    return [...this.days].sort(([a], [b]) => a - b);
  }
}
