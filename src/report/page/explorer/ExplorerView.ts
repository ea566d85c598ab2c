import type { PageData } from '../../embedded.js';
import { el, statusLine } from '../dom/index.js';
import { counted, numberText } from '../model/index.js';
import type { ExplorerState, Row } from '../model/index.js';
import { Tabs } from './Tabs.js';

export interface ViewActions {
  choose(collection: string | undefined): void;
  search(query: string): void;
  clear(): void;
  download(): void;
}

/** What stands around the grid: tabs, search, filters and the count of hits. */
export class ExplorerView {
  readonly element: HTMLElement;
  private readonly tabs: Tabs;
  private readonly field: HTMLInputElement;
  private readonly chips = el('ul', { class: 'chips', 'aria-label': 'Filters' });
  private readonly hits = statusLine('hits');
  private readonly clear: HTMLButtonElement;

  constructor(data: PageData, rows: readonly Row[], grid: HTMLElement, actions: ViewActions) {
    this.tabs = new Tabs(tabsOf(data, rows), 'explorer-panel', (collection) => actions.choose(collection));
    this.field = el('input', {
      type: 'search',
      id: 'search',
      placeholder: 'Name, id or any label',
      autocomplete: 'off',
      spellcheck: 'false',
      oninput: () => actions.search(this.field.value),
    });
    this.clear = el('button', { type: 'button', class: 'quiet', onclick: () => actions.clear() }, 'Clear all');
    this.element = el(
      'div',
      { class: 'explorer' },
      this.tabs.element,
      el(
        'div',
        { class: 'tools' },
        el('label', { for: 'search', class: 'unseen' }, 'Search the records'),
        this.field,
        this.hits,
        el('button', { type: 'button', onclick: () => actions.download() }, 'Download CSV'),
      ),
      el('div', { class: 'held' }, this.chips, this.clear),
      el('div', { id: 'explorer-panel', role: 'tabpanel', 'aria-label': 'Records' }, grid),
      data.rowsLeftOut === 0
        ? undefined
        : el(
            'p',
            { class: 'hint' },
            `The figures are of all records; the first ${numberText(rows.length)} can be looked at here, ${counted(data.rowsLeftOut, 'record')} cannot.`,
          ),
    );
  }

  show(state: ExplorerState, count: number, chips: readonly HTMLElement[]): void {
    this.tabs.mark(state.collection);
    // While somebody types, the field is ahead of the address.
    if (document.activeElement !== this.field) this.field.value = state.query;
    this.chips.replaceChildren(...chips);
    this.clear.hidden = chips.length === 0 && state.query === '';
    this.hits.textContent = count === 0 ? 'No records' : counted(count, 'record');
  }
}

function tabsOf(
  { tables }: PageData,
  rows: readonly Row[],
): { collection: string | undefined; title: string; count: number }[] {
  const counts = new Map<string | undefined, number>();
  for (const { collection } of rows) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  return [
    { collection: undefined, title: 'All', count: rows.length },
    ...tables.map(({ collection, title }) => ({ collection, title, count: counts.get(collection) ?? 0 })),
  ].filter(({ collection, count }) => collection === undefined || count > 0);
}
