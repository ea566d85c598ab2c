import { el } from '../dom/index.js';
import { counted, everything, hashOf, numberText } from '../model/index.js';
import type { PageContext } from '../PageContext.js';
import { keyFigures } from './keyFigures.js';
import { recordsLink } from './recordsLink.js';
import { section } from './section.js';
import type { Section } from './section.js';

/** What there is to know at first: the verdict, the figures that matter most, and the headlines. */
export function overview(context: PageContext): Section {
  const { analysis } = context.data;
  const headlines = analysis.headlines.map(({ statement, records }) =>
    el('li', {}, el('span', { class: 'statement' }, statement), ' ', recordsLink(records.where, records.count)),
  );
  return section(
    'overview',
    'Overview',
    '',
    verdict(context),
    keyFigures(context),
    headlines.length === 0 ? undefined : el('h3', {}, 'At a glance'),
    headlines.length === 0 ? undefined : el('ul', { class: 'headlines' }, ...headlines),
    files(context),
  );
}

function verdict({ data: { validation, analysis } }: PageContext): HTMLElement {
  const { ok, errors, warnings, brokenRecords } = validation;
  const noted = warnings === 0 ? '' : `, ${counted(warnings, 'warning')}`;
  const text = ok
    ? `All checks passed${noted}.`
    : `${counted(errors, 'violation')} in ${counted(brokenRecords, 'record')}${noted}.`;
  return el(
    'p',
    { class: ok ? 'verdict good' : 'verdict bad' },
    el('span', { class: 'mark', 'aria-hidden': 'true' }, ok ? '✓' : '✕'),
    el('span', {}, text, ' ', el('a', { href: '#checks' }, 'See the checks')),
    analysis.left_out.count === 0
      ? undefined
      : el('span', {}, `${counted(analysis.left_out.count, 'record')} could not be analysed.`),
  );
}

function files({ data, words }: PageContext): HTMLElement {
  const { analysis } = data;
  return el(
    'details',
    { class: 'files' },
    el('summary', {}, `${counted(analysis.files.length, 'file')}, ${counted(analysis.records, 'record')}`),
    el(
      'ul',
      {},
      ...analysis.files.map(({ path, records, collections }) =>
        el(
          'li',
          {},
          el('a', { href: hashOf({ ...everything, query: path }) }, path),
          `: ${numberText(records)} of ${collections.map((name) => words.collection(name)).join(', ') || 'no known kind'}`,
        ),
      ),
    ),
  );
}
