/*
 * Where a search for the earliest time that fails asks next.
 *
 * Halving seconds would come to any time, in 24 tries for half a year. But what people write down are days: more than five
 * of them between two steps, or a day in March. So whole days are halved first, then whole minutes, then seconds; and where
 * no whole day (minute) is left between a time that passed and one that fails, the second after the one and the second
 * before the other are asked for before anything else, since one of them is mostly the answer.
 *
 * Example: what fails is more than five days after the step before, nine and a half of them. Four times in place of 20:
 * 5 days, which pass, 7 and 6, which fail, and a second more than 5, which fails with nothing left between.
 */
const UNITS = [86400, 60];

/**
 * The times to ask for, one after another while all of them pass; whichever fails, the search goes on between it and the
 * one before.
 *
 * @param passed - a time that did not fail; the first asked for lies after it.
 * @param time - the time that fails; the last asked for is a second before.
 * @param origin - what whole days and minutes count from.
 */
export function* timesBetween(passed: number, time: number, origin: number): Iterable<number> {
  let low = passed;
  while (time - low > 1) {
    low = nextBetween(low, time, origin);
    yield low;
  }
}

function nextBetween(low: number, high: number, origin: number): number {
  for (const unit of UNITS) {
    const [first, last] = [Math.floor((low - origin) / unit) + 1, Math.ceil((high - origin) / unit) - 1];
    if (first <= last) return origin + unit * Math.floor((first + last) / 2);
    if ((low - origin) % unit === 0) return low + 1;
    if ((high - origin) % unit === 0) return high - 1;
  }
  return low + Math.floor((high - low) / 2);
}
