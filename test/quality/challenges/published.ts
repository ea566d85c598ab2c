/*
 * What others reach, from the reports in github.com/jlink/shrinking-challenge at commit 0c1d56c: the files *.json of
 * pbt-libraries/fast-check/reports (fast-check 2.14.0), pbt-libraries/hypothesis/challenges (Hypothesis 5.23.11) and
 * pbt-libraries/jqwik/reports (jqwik 1.3.6, binary heap 1.5.0). The runs are theirs; medians and 95 % are calculated from
 * the evaluations that they list, and nothing was run again. Newer versions may do better. Where fewer than 100 runs are
 * listed, the others found no failure. Hypothesis draws lists of at most one element for `bound5`.
 *
 * `minimal` is a little more generous than what this project asks of itself: the two lists of `bound5` may stand anywhere,
 * and `calculator` may end at a third division of the same size, by -1.
 */

export interface PublishedFigures {
  readonly runs: number;
  /** Runs that ended at the known minimum. */
  readonly minimal: number;
  /** Evaluations while shrinking. */
  readonly median: number;
  readonly p95: number;
}

type Libraries = 'fastCheck' | 'hypothesis' | 'jqwik';

/** By challenge, where a library reports figures. */
export const publishedFigures: Readonly<Record<string, Readonly<Partial<Record<Libraries, PublishedFigures>>>>> = {
  bound5: {
    fastCheck: { runs: 100, minimal: 0, median: 205, p95: 1834 },
    hypothesis: { runs: 100, minimal: 100, median: 132, p95: 195 },
    jqwik: { runs: 100, minimal: 11, median: 5214, p95: 32776 },
  },
  'large union list': {
    fastCheck: { runs: 100, minimal: 6, median: 1245, p95: 1382 },
    hypothesis: { runs: 100, minimal: 100, median: 336, p95: 433 },
    jqwik: { runs: 100, minimal: 48, median: 77, p95: 123 },
  },
  reverse: {
    fastCheck: { runs: 100, minimal: 49, median: 100, p95: 103 },
    hypothesis: { runs: 100, minimal: 100, median: 46, p95: 61 },
    jqwik: { runs: 100, minimal: 100, median: 18, p95: 21 },
  },
  'length list': {
    fastCheck: { runs: 100, minimal: 24, median: 20, p95: 28 },
    hypothesis: { runs: 100, minimal: 100, median: 87, p95: 106 },
    jqwik: { runs: 100, minimal: 100, median: 662, p95: 1504 },
  },
  'difference 1: not zero': {
    jqwik: { runs: 100, minimal: 100, median: 389, p95: 530 },
  },
  'difference 2: not small': {
    jqwik: { runs: 98, minimal: 98, median: 247, p95: 720 },
  },
  'difference 3: not one': {
    jqwik: { runs: 55, minimal: 38, median: 452, p95: 1016 },
  },
  coupling: {
    fastCheck: { runs: 100, minimal: 35, median: 59, p95: 162 },
    jqwik: { runs: 100, minimal: 100, median: 133, p95: 243 },
  },
  deletion: {
    fastCheck: { runs: 54, minimal: 36, median: 45, p95: 199 },
    jqwik: { runs: 100, minimal: 100, median: 99, p95: 272 },
  },
  distinct: {
    fastCheck: { runs: 100, minimal: 50, median: 310, p95: 324 },
    jqwik: { runs: 100, minimal: 100, median: 25, p95: 28 },
  },
  'nested lists': {
    fastCheck: { runs: 100, minimal: 0, median: 34, p95: 63 },
    jqwik: { runs: 100, minimal: 100, median: 19, p95: 33 },
  },
  calculator: {
    fastCheck: { runs: 100, minimal: 26, median: 44, p95: 146 },
    hypothesis: { runs: 100, minimal: 100, median: 282, p95: 704 },
    jqwik: { runs: 100, minimal: 98, median: 38, p95: 162 },
  },
  'binary heap': {
    jqwik: { runs: 100, minimal: 8, median: 270, p95: 1457 },
  },
};
