import { el } from '../dom/index.js';
import { numberText } from '../model/index.js';

/** A choice of one table; undefined stands for all records. */
export interface Tab {
  readonly collection: string | undefined;
  readonly title: string;
  readonly count: number;
}

/** The kinds of records: one stop of the Tab key, left and right move. */
export class Tabs {
  readonly element = el('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Kinds of records' });
  private readonly tabs: ReadonlyMap<string | undefined, HTMLButtonElement>;

  constructor(tabs: readonly Tab[], panel: string, choose: (collection: string | undefined) => void) {
    this.tabs = new Map(
      tabs.map(({ collection, title, count }) => [
        collection,
        el(
          'button',
          { type: 'button', role: 'tab', 'aria-controls': panel, onclick: () => choose(collection) },
          title,
          ' ',
          el('span', { class: 'count' }, numberText(count)),
        ),
      ]),
    );
    this.element.append(...this.tabs.values());
    this.element.addEventListener('keydown', (event) => this.pressed(event));
  }

  mark(collection: string | undefined): void {
    for (const [key, tab] of this.tabs) {
      tab.setAttribute('aria-selected', String(key === collection));
      tab.tabIndex = key === collection ? 0 : -1;
    }
  }

  private pressed(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = [...this.tabs.values()];
    const next = all[all.indexOf(document.activeElement as HTMLButtonElement) + (step ?? 0)];
    if (step === undefined || next === undefined) return;
    event.preventDefault();
    next.focus();
    next.click();
  }
}
