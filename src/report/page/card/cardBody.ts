import type { Moment } from '../../../domain/index.js';
import type { ReportDetail } from '../../ReportData.js';
import { dataTable, el } from '../dom/index.js';
import { counted, isWhole, numberText, plain } from '../model/index.js';
import type { Row } from '../model/index.js';
import type { PageContext } from '../PageContext.js';
import { valueText } from '../sections/index.js';
import { LifeLineFigure } from './LifeLineFigure.js';

export interface CardParts {
  readonly row: Row;
  readonly detail: ReportDetail;
  /** Of all the person's records, in order of time. */
  readonly moments: readonly Moment[];
  readonly others: readonly Row[];
  hrefOf(this: void, row: Row): string;
}

/** All that is known of a record and its person. */
export function cardBody(context: PageContext, parts: CardParts): HTMLElement[] {
  const { row, detail, moments } = parts;
  const { card } = detail;
  const place = `${row.file} #${row.record}`;
  const title = card?.title ?? (isWhole(row) ? row.name : place);
  return [
    el(
      'header',
      { class: 'card-head' },
      el('h2', { id: 'card-title', tabindex: -1 }, title),
      el('p', { class: 'hint' }, `${context.words.collection(row.collection)} · ${place}`),
    ),
    ...violations(context, row),
    ...(card === undefined ? [] : [rows(card.rows)]),
    ...(moments.length === 0 ? [] : [new LifeLineFigure(moments, context.data.analysis.as_of).element]),
    ...(parts.others.length === 0 ? [] : [others(context, parts)]),
    ...('raw' in detail ? [raw(detail.raw)] : []),
  ];
}

function rows(lines: readonly (readonly [label: string, text: string])[]): HTMLElement {
  return el(
    'dl',
    { class: 'card-rows' },
    ...lines.map(([label, text]) => el('div', {}, el('dt', {}, label), el('dd', {}, text))),
  );
}

function others({ words }: PageContext, { others: rest, hrefOf }: CardParts): HTMLElement {
  return el(
    'section',
    {},
    el('h3', {}, 'Other records of this person'),
    el(
      'ul',
      { class: 'links' },
      ...rest.map((one) => {
        const ending = one.journey === undefined ? '' : `, ${plain(one.journey.ending)}`;
        return el('li', {}, el('a', { href: hrefOf(one) }, `${words.collection(one.collection)}${ending}`));
      }),
    ),
  );
}

function violations({ data }: PageContext, row: Row): HTMLElement[] {
  if (row.violations === 0) return [];
  const known = data.validation.violations.filter(({ file, record }) => file === row.file && record === row.record);
  const rest = row.violations - known.length;
  return [
    el(
      'section',
      { class: 'card-violations' },
      el('h3', {}, counted(row.violations, 'violation')),
      known.length === 0
        ? undefined
        : dataTable(
            'Violations of this record',
            ['rule', 'where', 'message', 'found', 'expected'],
            known.map((one) => [
              { content: one.rule },
              { content: one.pointer },
              { content: one.message },
              { content: el('code', {}, valueText(one.actual)) },
              { content: el('code', {}, valueText(one.expected)) },
            ]),
          ),
      rest > 0 ? el('p', { class: 'hint' }, `${numberText(rest)} more, which the page does not list.`) : undefined,
    ),
  ];
}

function raw(value: unknown): HTMLElement {
  return el(
    'section',
    {},
    el('h3', {}, 'As it stands in the file'),
    el('pre', { class: 'raw', tabindex: 0 }, JSON.stringify(value, null, 2) ?? ''),
  );
}
