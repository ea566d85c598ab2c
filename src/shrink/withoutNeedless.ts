/**
 * Drops from a list whatever is not needed, in runs of halving length (delta debugging: Zeller and Hildebrandt, "Simplifying
 * and Isolating Failure-Inducing Input", IEEE TSE 2002, with complements alone), until no single item can go.
 *
 * `k` needed ones among `n` take about 2 k log2(n / k) questions, then one for each that is left.
 *
 * @param isEnough - whether these items alone still do; called with what is then kept first.
 */
export async function withoutNeedless<I>(
  items: readonly I[],
  isEnough: (kept: readonly I[]) => Promise<boolean>,
): Promise<readonly I[]> {
  let kept = items;
  for (let size = items.length; size > 0;) {
    let hasDropped = false;
    for (let end = kept.length; end > 0;) {
      const start = Math.max(0, end - size);
      const fewer = [...kept.slice(0, start), ...kept.slice(end)];
      if (await isEnough(fewer)) {
        kept = fewer;
        hasDropped = true;
      }
      end = start;
    }
    // What was needed by an item that is gone can go as well.
    if (size > 1) size = Math.min(size >> 1, Math.max(1, kept.length));
    else if (!hasDropped) break;
  }
  return kept;
}
