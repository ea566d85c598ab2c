/** Wanted shares over one margin: fractions of the cohort that add up to 1, one for each label. */
export interface ShareMargin {
  readonly name: string;
  readonly shares: Readonly<Record<string, number>>;
}

/** Wanted counts over one margin: whole numbers that add up to the size of the cohort, one for each label. */
export interface CountMargin {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** One margin of the targets, as a user writes it. */
export type Margin = ShareMargin | CountMargin;

/** Exact shares: class `i` is to get `weights[i] / denominator` of the whole. The weights add up to the denominator. */
export interface ExactShares {
  readonly weights: readonly number[];
  readonly denominator: number;
}

/** A margin after parsing: its shares are exact fractions over their smallest common denominator. */
export interface ExactMargin extends ExactShares {
  readonly name: string;
  readonly labels: readonly string[];
  readonly given: 'shares' | 'counts';
  /** How the user reaches this margin, such as `targets.persona`: error messages print it. */
  readonly path: string;
}
