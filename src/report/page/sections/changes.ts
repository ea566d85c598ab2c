import type { Comparison } from '../../../analysis/index.js';
import { dataTable, el } from '../dom/index.js';
import { counted } from '../model/index.js';
import type { PageContext } from '../PageContext.js';
import { differenceText, figureOf, suretyText } from './comparedFigures.js';
import { section } from './section.js';
import type { Section } from './section.js';

/** So many figures are listed at once. */
const AT_ONCE = 20;

/** What changed since another data set; undefined where there is none. */
export function changes({ data, words }: PageContext): Section | undefined {
  const { against } = data.analysis;
  if (against === undefined) return undefined;
  const sure = against.changes.filter((one) => one.is_change);
  const rest = against.changes.filter((one) => !one.is_change);
  const names = (collections: readonly string[]): string =>
    collections.map((name) => words.collection(name)).join(', ');
  return section(
    'changes',
    'Changes',
    `Compared with ${counted(against.records, 'record')} from before (${against.files.map(({ path }) => path).join(', ')}): ${counted(sure.length, 'change')} beyond chance.`,
    against.only_before.length === 0 ? undefined : el('p', {}, `Only before: ${names(against.only_before)}`),
    against.only_after.length === 0 ? undefined : el('p', {}, `Only now: ${names(against.only_after)}`),
    sure.length === 0 ? undefined : table('Changes beyond chance', sure),
    rest.length === 0
      ? undefined
      : el(
          'details',
          {},
          el('summary', {}, `${counted(rest.length, 'figure')} that chance alone could have moved`),
          table('Figures without a sure change', rest.slice(0, AT_ONCE)),
          rest.length > AT_ONCE ? el('p', { class: 'hint' }, `The first ${AT_ONCE} are shown.`) : undefined,
        ),
  );
}

function table(caption: string, rows: Comparison['changes']): HTMLElement {
  return dataTable(
    caption,
    ['figure', 'before', 'now', 'difference', 'effect'],
    rows.map((one) => {
      const isShare = 'trials' in one.after;
      return [
        { content: one.title },
        { content: figureOf(one.before) },
        { content: figureOf(one.after) },
        { content: el('span', { 'data-value': one.difference }, differenceText(one, isShare)) },
        { content: suretyText(one, isShare) },
      ];
    }),
  );
}
