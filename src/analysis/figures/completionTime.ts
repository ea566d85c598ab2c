/*
 * The Aalen-Johansen estimate of how many have finished by a day, where loss is a competing end.
 *
 * Idea: of the journeys that are still under way just before day t, the part d(t) / n(t) finishes on it. Whoever was watched for
 * less than t days leaves n(t) without saying anything of later days. With S, the part of all that has neither finished
 * nor been lost, the part that finishes on day t is S(t-1) d(t) / n(t); their sum is F(t). One minus Kaplan-Meier with losses
 * taken for open journeys would be too high: it counts on the lost to finish later.
 *
 * The variance is that of the delta method after Greenwood (E. Marubini, M. G. Valsecchi, "Analysing Survival Data from Clinical
 * Trials and Observational Studies", 1995, section 10.2.3). With e(s) all ends on day s,
 *   Var F(t) = Σ (F(t) - F(s))² e(s) / (n(s) (n(s) - e(s))) + Σ S(s-1)² d(s) (n(s) - d(s)) / n(s)³
 *              - 2 Σ (F(t) - F(s)) S(s-1) d(s) / n(s)²,  over the days s up to t.
 * Multiplied out, its sums run along with the days. Where nobody is open it is F (1 - F) / n.
 *
 * Example: four journeys; one finishes on day 2, one is watched for 3 days, one is lost on day 4, one finishes on day 5. F is 1/4
 * on day 2. Two are left on day 4, of the 3/4: F stays, and 3/8 are lost. The last one stands for the other 3/8: F is 5/8.
 */
import { shareInterval } from '../../statistics/index.js';
import type { CompletionTime } from '../Analysis.js';
import type { DayTally } from '../tally/index.js';

/** The z of an interval of 95 %. */
const Z = 1.959963984540054;
/** Half, as sums of quotients come to it. */
const HALF = 0.5 - 1e-12;
const ALL = 1 - 1e-12;

export function completionTime(tally: DayTally): CompletionTime {
  const points: CompletionTime['points'][number][] = [];
  const variance = new Variance();
  let atRisk = tally.journeys;
  let underWay = 1;
  let finished = 0;
  let lost = 0;
  /** Those that are not known to be watched for less. */
  let told = tally.journeys;
  for (const [day, counts] of tally.ascending()) {
    const ends = counts.finished + counts.lost;
    if (ends > 0) {
      finished += (underWay * counts.finished) / atRisk;
      lost += (underWay * counts.lost) / atRisk;
      variance.add(counts.finished, ends, atRisk, underWay, finished);
      underWay *= (atRisk - ends) / atRisk;
      points.push({
        day,
        at_risk: atRisk,
        finished: Math.min(1, finished),
        finished_interval: interval(finished, variance.at(finished), told),
        lost: Math.min(1, lost),
      });
    }
    // Whoever is watched up to a day is under way on all of it.
    atRisk -= ends + counts.open;
    told -= counts.open;
  }
  return {
    journeys: tally.journeys,
    median_days: points.find((point) => point.finished >= HALF)?.day ?? null,
    points,
  };
}

/** The sums of the variance, of which F(t) is the only part that changes from day to day. */
class Variance {
  private plain = 0;
  private timesShare = 0;
  private timesSquare = 0;
  private own = 0;
  private mixed = 0;
  private mixedTimesShare = 0;

  add(finished: number, ends: number, atRisk: number, underWay: number, share: number): void {
    // Where all end, nothing changes later, so that the first sum has no part of this day.
    const weight = ends === atRisk ? 0 : ends / (atRisk * (atRisk - ends));
    this.plain += weight;
    this.timesShare += weight * share;
    this.timesSquare += weight * share * share;
    this.own += (underWay * underWay * finished * (atRisk - finished)) / atRisk ** 3;
    const mixed = (underWay * finished) / atRisk ** 2;
    this.mixed += mixed;
    this.mixedTimesShare += mixed * share;
  }

  at(share: number): number {
    const first = share * share * this.plain - 2 * share * this.timesShare + this.timesSquare;
    return Math.max(0, first + this.own - 2 * (share * this.mixed - this.mixedTimesShare));
  }
}

/**
 * On the scale of log(-log F), on which the estimate is closer to normal. At 0 and 1 that scale has no end, and the estimate no
 * variance: there the score interval takes its place.
 *
 * @param told - journeys of which it is known whether they have finished.
 */
function interval(share: number, variance: number, told: number): [low: number, high: number] {
  if (share <= 0) return shareInterval(0, told);
  if (share >= ALL) return shareInterval(told, told);
  const reach = Math.exp((Z * Math.sqrt(variance)) / (share * Math.abs(Math.log(share))));
  return [Math.min(share, steady(share ** reach)), Math.max(share, steady(share ** (1 / reach)))];
}

/** Without the last digits, in which versions of Node differ over logarithms and powers. */
function steady(value: number): number {
  return Number(value.toPrecision(12));
}
