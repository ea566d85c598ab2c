import type { Finding } from '../../../analysis/index.js';
import { el } from '../dom/index.js';
import { capital, counted, plain, shareText } from '../model/index.js';
import type { PageContext } from '../PageContext.js';
import { differenceText, figureOf, suretyText } from './comparedFigures.js';
import { recommendations } from './recommendations.js';
import { recordsLink } from './recordsLink.js';
import { section } from './section.js';
import type { Section } from './section.js';

/** So many findings are shown at once; the others open with a click. */
const AT_ONCE = 12;

/** Groups that differ from the others, and what to do for them. */
export function findings(context: PageContext): Section {
  const { analysis } = context.data;
  const cards = analysis.findings.map((finding) => card(finding, context));
  const later = cards.slice(AT_ONCE);
  return section(
    'findings',
    'Findings and recommendations',
    analysis.findings.length === 0
      ? `No group differs from the others by more than chance, in ${counted(analysis.comparisons, 'comparison')}.`
      : `What sets groups apart by more than chance (at ${shareText(analysis.alpha)} over all ${counted(analysis.comparisons, 'comparison')}), the most weighty first.`,
    el('ol', { class: 'cards' }, ...cards.slice(0, AT_ONCE)),
    later.length === 0
      ? undefined
      : el(
          'details',
          { class: 'more', id: 'more-findings' },
          el('summary', {}, counted(later.length, 'more finding')),
          el('ol', { class: 'cards', start: AT_ONCE + 1 }, ...later),
        ),
    ...recommendations(context),
  );
}

function card(finding: Finding, { words }: PageContext): HTMLElement {
  const { rank, statement, adverse, figures, records, grouping, label } = finding;
  const isShare = 'trials' in figures.group;
  return el(
    'li',
    { class: adverse ? 'card finding adverse' : 'card finding', id: `finding-${rank}`, tabindex: -1 },
    el('p', { class: 'rank' }, `${rank}. ${capital(words.title(grouping))} ${plain(label)} `, adverseMark(adverse)),
    el('h3', { class: 'statement' }, statement),
    el(
      'dl',
      { class: 'facts' },
      ...pair('This group', figureOf(figures.group)),
      ...pair('All others', figureOf(figures.others)),
      ...pair('Difference', el('span', { 'data-value': figures.difference }, differenceText(figures, isShare))),
      ...pair('Effect', el('span', { 'data-value': figures.effect }, suretyText(figures, isShare))),
    ),
    el('p', { class: 'behind' }, recordsLink(records.where, records.count), ' behind this'),
  );
}

function adverseMark(adverse: boolean): HTMLElement {
  return el('span', { class: adverse ? 'badge bad' : 'badge good' }, adverse ? 'worse' : 'better');
}

function pair(term: string, value: HTMLElement): HTMLElement[] {
  return [el('dt', {}, term), el('dd', {}, value)];
}
