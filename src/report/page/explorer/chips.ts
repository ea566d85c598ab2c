import { el } from '../dom/index.js';
import { boundsText, capital, whereChips } from '../model/index.js';
import type { Column, ColumnFilter, ExplorerState, Words } from '../model/index.js';

/** What the records are held to, each with a button that takes it away. */
export function chips(
  state: ExplorerState,
  columns: readonly Column[],
  words: Words,
  go: (state: ExplorerState) => void,
): HTMLElement[] {
  const { where, filters } = state;
  const asked = where === undefined ? [] : whereChips(where, words);
  return [
    ...asked.map(({ text, without }) => chip(text, () => go({ ...state, where: without }))),
    ...Object.entries(filters).flatMap(([key, filter]) => {
      const column = columns.find((one) => one.key === key);
      if (column === undefined) return [];
      const rest = Object.fromEntries(Object.entries(filters).filter(([one]) => one !== key));
      return [chip(filterText(column, filter), () => go({ ...state, filters: rest }))];
    }),
  ];
}

function chip(text: string, remove: () => void): HTMLElement {
  return el(
    'li',
    { class: 'chip' },
    el('span', {}, capital(text)),
    el('button', { type: 'button', 'aria-label': `Remove filter: ${text}`, onclick: remove }, '✕'),
  );
}

function filterText(column: Column, filter: ColumnFilter): string {
  if (!('labels' in filter)) return `${column.title} ${boundsText(filter)}`;
  const labels = filter.labels.map((label) =>
    label === '' ? 'none' : column.text(column.key === 'needs' ? [label] : label),
  );
  return `${column.title} is ${labels.join(' or ')}`;
}
