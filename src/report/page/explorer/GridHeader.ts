import { el } from '../dom/index.js';
import type { Column, ExplorerState } from '../model/index.js';

export interface HeaderActions {
  sort(column: Column): void;
  filter(column: Column): void;
}

/** The heads of the columns, each with a button to sort and one to filter: one stop of the Tab key, left and right move. */
export class GridHeader {
  readonly element = el('div', {
    class: 'grid-head',
    role: 'row',
    'aria-rowindex': 1,
    onkeydown: (event: KeyboardEvent) => this.pressed(event),
    onfocusin: (event: FocusEvent) => this.focused(event.target),
  });
  private readonly actions: HeaderActions;
  private current = 0;

  constructor(actions: HeaderActions) {
    this.actions = actions;
  }

  show(columns: readonly Column[], { sort, filters }: ExplorerState): void {
    const focused = this.buttons().indexOf(document.activeElement as HTMLButtonElement);
    const heads = columns.map((column, index) => {
      const direction = sort?.key !== column.key ? 'none' : sort.descending ? 'descending' : 'ascending';
      return el(
        'div',
        { role: 'columnheader', 'aria-sort': direction, 'aria-colindex': index + 1, 'data-key': column.key },
        el(
          'button',
          { type: 'button', class: 'sort', onclick: () => this.actions.sort(column) },
          el('span', {}, column.title),
          el(
            'span',
            { class: 'arrow', 'aria-hidden': 'true' },
            { none: '', ascending: '▲', descending: '▼' }[direction],
          ),
        ),
        index === 0 ? undefined : this.filterButton(column, Object.hasOwn(filters, column.key)),
      );
    });
    this.element.replaceChildren(...heads);
    this.rove(Math.min(this.current, this.buttons().length - 1));
    if (focused !== -1) this.buttons()[focused]?.focus({ preventScroll: true });
  }

  private filterButton(column: Column, isOn: boolean): HTMLElement {
    return el(
      'button',
      {
        type: 'button',
        class: isOn ? 'filter on' : 'filter',
        'aria-label': `Filter by ${column.title}${isOn ? ', filtered' : ''}`,
        'aria-haspopup': 'dialog',
        onclick: () => this.actions.filter(column),
      },
      el('span', { class: 'funnel', 'aria-hidden': 'true' }),
    );
  }

  private buttons(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll('button')];
  }

  private rove(to: number): void {
    this.current = to;
    for (const [index, button] of this.buttons().entries()) button.tabIndex = index === to ? 0 : -1;
  }

  private focused(target: EventTarget | null): void {
    const index = this.buttons().indexOf(target as HTMLButtonElement);
    if (index !== -1) this.rove(index);
  }

  private pressed(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.buttons()[this.current + step]?.focus();
  }
}
