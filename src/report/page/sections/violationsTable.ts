import type { PageData } from '../../embedded.js';
import { dataTable, el } from '../dom/index.js';
import { counted, everything, hashOf, numberText, placeKey } from '../model/index.js';

type Violation = PageData['validation']['violations'][number];

/** So many come with each click: a row costs the browser time. */
const AT_ONCE = 100;
const LONGEST = 160;

/** The violations that the page holds, with a link to each record. */
export function violationsTable({ validation }: PageData): HTMLElement[] {
  const { violations, errors, warnings, byRule } = validation;
  const total = errors + warnings;
  if (total === 0) return [];
  const holder = el('div', {});
  const more = el('button', { type: 'button', class: 'more' });
  let shown = 0;
  const grow = (): void => {
    shown = Math.min(shown + AT_ONCE, violations.length);
    holder.replaceChildren(table(violations.slice(0, shown)));
    more.textContent = `Show ${Math.min(AT_ONCE, violations.length - shown)} more`;
    more.hidden = shown === violations.length;
  };
  more.addEventListener('click', grow);
  grow();
  const isCut = violations.length < total;
  return [
    el('h3', { id: 'violations' }, 'Violations'),
    el(
      'p',
      { class: 'hint' },
      isCut
        ? `The first ${numberText(violations.length)} of ${counted(total, 'violation')} are listed here.`
        : counted(total, 'violation'),
    ),
    dataTable(
      'Violations by rule',
      ['rule', 'violations'],
      Object.entries(byRule).map(([rule, count]) => [{ content: rule }, { content: numberText(count), value: count }]),
    ),
    holder,
    more,
  ];
}

function table(violations: readonly Violation[]): HTMLElement {
  return dataTable(
    'Violations',
    ['rule', 'where', 'message', 'found', 'expected'],
    violations.map((one) => [
      { content: one.rule },
      { content: place(one) },
      { content: one.message },
      { content: el('code', {}, valueText(one.actual)) },
      { content: el('code', {}, valueText(one.expected)) },
    ]),
  );
}

function place({ file, record, pointer }: Violation): HTMLElement {
  if (file === null || record === null) return el('span', {}, file ?? 'whole data set');
  const href = hashOf({ ...everything, open: placeKey({ file, record }) });
  return el('a', { href, class: 'place' }, `${file} ${pointer === '' ? `#${record}` : pointer}`);
}

/** A value as JSON, cut to a length that fits a cell. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
