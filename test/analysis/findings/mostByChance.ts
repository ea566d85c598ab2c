/** The most false alarms that a true chance of `alpha` gives in all but one of 1,000 runs. */
export function mostByChance(trials: number, alpha: number): number {
  let mass = (1 - alpha) ** trials;
  let below = mass;
  let most = 0;
  while (below < 0.999) {
    most += 1;
    mass *= ((trials - most + 1) / most) * (alpha / (1 - alpha));
    below += mass;
  }
  return most;
}
