import type { Distribution, Share } from '../../../analysis/index.js';
import { el } from '../dom/index.js';
import { chanceText, figureText, numberText, shareText } from '../model/index.js';

/** Two figures, and how surely they differ. */
export interface Compared {
  readonly difference: number;
  readonly difference_interval: readonly [low: number, high: number];
  readonly effect: number;
  readonly p: number;
  readonly adjusted_p: number;
}

/** A share or a number of days in words, with what it rests on. */
export function figureOf(figure: Share | Distribution): HTMLElement {
  if ('trials' in figure) {
    const { hits, trials, share } = figure;
    return el(
      'span',
      { 'data-value': share ?? undefined },
      `${figureText(share, 'share')} (${numberText(hits)} of ${numberText(trials)})`,
    );
  }
  const { median, mean, count } = figure;
  return el(
    'span',
    { 'data-value': mean ?? undefined },
    `${figureText(mean)} days on average, median ${figureText(median)} (of ${numberText(count)})`,
  );
}

/** A difference with its interval: of shares in percentage points. */
export function differenceText({ difference, difference_interval: interval }: Compared, isShare: boolean): string {
  const said = (value: number): string =>
    (value > 0 ? '+' : '') + (isShare ? shareText(value).replace(' %', '') : numberText(value));
  const unit = isShare ? 'percentage points' : 'days';
  return `${said(difference)} ${unit} (${said(interval[0])} to ${said(interval[1])})`;
}

/** How large and how sure, for those who know statistics. */
export function suretyText({ effect, adjusted_p: p }: Compared, isShare: boolean): string {
  return `${numberText(effect)} (Cohen’s ${isShare ? 'h' : 'd'}), corrected p ${chanceText(p)}`;
}
