import { dialogOf, el } from '../dom/index.js';
import { capital, hasLabels, labelCounts, numberText } from '../model/index.js';
import type { Column, ColumnFilter, Row } from '../model/index.js';

/** Asks what a column is held to; each change takes effect at once. */
export class FilterDialog {
  readonly element = dialogOf('filter-dialog', 'filter-title', () => {});

  ask(
    column: Column,
    rows: readonly Row[],
    filter: ColumnFilter | undefined,
    change: (filter: ColumnFilter | undefined) => void,
  ): void {
    const fields = hasLabels(column) ? labelFields(column, rows, filter, change) : numberFields(filter, change);
    this.element.replaceChildren(
      el(
        'form',
        { method: 'dialog' },
        el('h3', { id: 'filter-title' }, `Filter by ${column.title}`),
        fields,
        el(
          'div',
          { class: 'dialog-buttons' },
          el('button', { type: 'submit', onclick: () => change(undefined) }, 'Clear'),
          el('button', { type: 'submit', class: 'primary', autofocus: true }, 'Done'),
        ),
      ),
    );
    this.element.showModal();
  }
}

function labelFields(
  column: Column,
  rows: readonly Row[],
  filter: ColumnFilter | undefined,
  change: (filter: ColumnFilter | undefined) => void,
): HTMLElement {
  const chosen = new Set(filter !== undefined && 'labels' in filter ? filter.labels : []);
  const boxes = [...labelCounts(rows, column)].map(([label, count]) => {
    const box = el('input', { type: 'checkbox', checked: chosen.has(label) });
    box.addEventListener('change', () => {
      if (box.checked) chosen.add(label);
      else chosen.delete(label);
      change(chosen.size === 0 ? undefined : { labels: [...chosen] });
    });
    const text = label === '' ? '(none)' : capital(column.text(column.key === 'needs' ? [label] : label));
    return el('label', {}, box, el('span', {}, text), el('span', { class: 'count' }, numberText(count)));
  });
  return el('fieldset', { class: 'choices' }, el('legend', { class: 'unseen' }, column.title), ...boxes);
}

function numberFields(
  filter: ColumnFilter | undefined,
  change: (filter: ColumnFilter | undefined) => void,
): HTMLElement {
  const bounds: { min?: number | undefined; max?: number | undefined } =
    filter === undefined || 'labels' in filter ? {} : { ...filter };
  const field = (key: 'min' | 'max', title: string): HTMLElement => {
    const input = el('input', { type: 'number', step: 'any', value: bounds[key] });
    input.addEventListener('input', () => {
      bounds[key] = Number.isFinite(input.valueAsNumber) ? input.valueAsNumber : undefined;
      change(bounds.min === undefined && bounds.max === undefined ? undefined : { ...bounds });
    });
    return el('label', {}, title, input);
  };
  return el('div', { class: 'bounds' }, field('min', 'At least'), field('max', 'At most'));
}
