import type { Analysis } from '../../analysis/index.js';
import { counted, grouped } from '../figures.js';
import type { Block, Part } from '../text/index.js';
import { chanceText, differenceText, effectText, sideText } from './inWords.js';

/** What is other than in the data set from before. */
export function changesPart({ against, alpha, records }: Analysis): Part[] {
  if (against === undefined) return [];
  const { files, changes, only_before: onlyBefore, only_after: onlyAfter } = against;
  const surely = changes.filter((one) => one.is_change);
  const before = `${counted(against.records, 'record')} of ${files.map(({ path }) => path).join(', ')}`;
  const blocks: Block[] = [
    { kind: 'lines', lines: [`Before: ${before}. Now: ${counted(records, 'record')}.`] },
    {
      kind: 'figures',
      title: 'What changed, the surest first',
      columns: [
        { title: 'figure', isText: true },
        { title: 'before' },
        { title: 'now' },
        { title: 'difference' },
        { title: 'effect' },
        { title: 'corrected p' },
      ],
      rows: surely.map((one) => [
        one.title,
        sideText(one.before),
        sideText(one.after),
        differenceText(one.difference, one.difference_interval, one.after),
        effectText(one.effect, one.after),
        chanceText(one.adjusted_p),
      ]),
    },
    { kind: 'lines', lines: [countText(surely.length, changes.length, alpha), ...aloneText(onlyBefore, onlyAfter)] },
  ];
  return [{ title: 'Compared with before', blocks }];
}

function countText(changed: number, all: number, alpha: number): string {
  const level = `at a chance of ${alpha} for all of them together`;
  if (all === 0) return 'The two have no figure in common.';
  if (changed === 0) return `None of ${counted(all, 'figure')} differs by more than chance, ${level}.`;
  return `${grouped(changed)} of ${counted(all, 'figure')} changed, ${level}; the other ${grouped(all - changed)} did not by more than chance.`;
}

function aloneText(onlyBefore: readonly string[], onlyAfter: readonly string[]): string[] {
  return [
    ...(onlyBefore.length === 0 ? [] : [`Before alone: ${onlyBefore.join(', ')}.`]),
    ...(onlyAfter.length === 0 ? [] : [`Now alone: ${onlyAfter.join(', ')}.`]),
  ];
}
