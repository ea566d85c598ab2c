import type { Visit } from './visitClasses.js';
import { dayOf } from './visitWindow.js';

/** Mean length of the visits, in minutes with one digit; 0 without visits. */
export function averageMinutes(visits: readonly Visit[]): number {
  let sum = 0;
  for (const { minutes } of visits) sum += minutes;
  return visits.length === 0 ? 0 : Math.round((sum / visits.length) * 10) / 10;
}

/** Mean number of calendar days from one visit to the next, with one digit; null with fewer than two visits. */
export function averageGapDays(visits: readonly Visit[]): number | null {
  if (visits.length < 2) return null;
  const first = visits[0] as Visit;
  const last = visits[visits.length - 1] as Visit;
  return Math.round(((dayOf(last.at) - dayOf(first.at)) / (visits.length - 1)) * 10) / 10;
}

/** Whether the visits stand in the order of time, as nearly all do. */
export function areInOrder(visits: readonly Visit[]): boolean {
  for (let index = 1; index < visits.length; index++) {
    if ((visits[index] as Visit).at < (visits[index - 1] as Visit).at) return false;
  }
  return true;
}

/** The visits in the order of time: what rules look at that are not about the order. */
export function inOrder(visits: readonly Visit[]): Visit[] {
  return visits.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
