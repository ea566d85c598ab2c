import { el } from '../dom/index.js';
import { windowOf } from '../model/index.js';
import type { Column, ExplorerState, Row } from '../model/index.js';
import { GridHeader } from './GridHeader.js';
import type { HeaderActions } from './GridHeader.js';
import { gridRow, rowId } from './gridRow.js';

/** Pixels; the style sheet sets the same. */
const ROW_HEIGHT = 40;

export interface GridActions extends HeaderActions {
  open(row: Row): void;
}

/**
 * A table of any length: only the rows that are seen, and the one that has the focus, stand in the page.
 *
 * The rows are one stop of the Tab key: arrows, Page Up and Down, Home and End move between them, Enter opens.
 */
export class Grid {
  readonly element: HTMLElement;
  private readonly body = el('div', { class: 'grid-body', role: 'rowgroup' });
  private readonly header: GridHeader;
  private readonly open: (row: Row) => void;
  private readonly shown = new Map<number, HTMLElement>();
  private rows: readonly Row[] = [];
  private columns: readonly Column[] = [];
  private active = 0;
  private isWaiting = false;

  constructor(actions: GridActions) {
    this.open = (row) => actions.open(row);
    this.header = new GridHeader(actions);
    this.element = el(
      'div',
      {
        class: 'grid',
        role: 'grid',
        'aria-label': 'Records',
        onscroll: () => this.later(),
        onkeydown: (event: KeyboardEvent) => this.pressed(event),
      },
      this.header.element,
      this.body,
    );
    new ResizeObserver(() => this.later()).observe(this.element);
  }

  show(rows: readonly Row[], columns: readonly Column[], state: ExplorerState): void {
    const isSame = columns === this.columns;
    this.rows = rows;
    this.columns = columns;
    this.active = 0;
    this.header.show(columns, state);
    this.element.style.setProperty('--columns', columns.map(widthOf).join(' '));
    this.element.setAttribute('aria-rowcount', String(rows.length + 1));
    this.element.setAttribute('aria-colcount', String(columns.length));
    this.body.style.height = `${rows.length * ROW_HEIGHT}px`;
    this.element.scrollTo(isSame ? { top: 0 } : { top: 0, left: 0 });
    this.clear();
    this.render();
  }

  /** The place of a row in the order that is shown. */
  placeOf(row: Row): number {
    return this.rows.indexOf(row);
  }

  at(place: number): Row | undefined {
    return this.rows[place];
  }

  /** Makes a row the one that Tab comes to, and brings it into sight. */
  activate(place: number, withFocus: boolean): void {
    if (this.rows.length === 0) return;
    this.active = Math.max(0, Math.min(place, this.rows.length - 1));
    const top = this.active * ROW_HEIGHT;
    const { scrollTop } = this.element;
    const room = this.roomFor();
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + ROW_HEIGHT > scrollTop + room) this.element.scrollTop = top + ROW_HEIGHT - room;
    this.render();
    if (withFocus) this.shown.get(this.active)?.focus({ preventScroll: true });
  }

  private clear(): void {
    this.shown.clear();
    this.body.replaceChildren();
  }

  private later(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    requestAnimationFrame(() => {
      this.isWaiting = false;
      this.render();
    });
  }

  private render(): void {
    const { from, to } = windowOf(this.element.scrollTop, this.roomFor(), ROW_HEIGHT, this.rows.length);
    for (const [index, element] of this.shown) {
      if ((index >= from && index < to) || index === this.active) continue;
      element.remove();
      this.shown.delete(index);
    }
    for (let index = from; index < to; index++) this.place(index);
    if (this.active < this.rows.length) this.place(this.active);
    for (const [index, element] of this.shown) element.tabIndex = index === this.active ? 0 : -1;
  }

  private place(index: number): void {
    if (this.shown.has(index)) return;
    const row = this.rows[index]!;
    const element = gridRow(row, this.columns, index);
    element.style.top = `${index * ROW_HEIGHT}px`;
    element.addEventListener('click', () => {
      this.activate(index, true);
      this.open(row);
    });
    this.shown.set(index, element);
    this.body.append(element);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.target instanceof HTMLElement && event.target.id !== rowId(this.active)) {
      if (event.key === 'ArrowDown' && this.header.element.contains(event.target)) this.move(event, 0);
      return;
    }
    const page = Math.max(1, Math.floor(this.roomFor() / ROW_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -this.rows.length,
      End: this.rows.length,
    };
    const step = steps[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.open(this.rows[this.active]!);
    } else if (step !== undefined) {
      this.move(event, step);
    }
  }

  private move(event: KeyboardEvent, step: number): void {
    event.preventDefault();
    this.activate(this.active + step, true);
  }

  private roomFor(): number {
    return this.element.clientHeight - this.header.element.offsetHeight;
  }
}

function widthOf({ key, isNumber }: Column): string {
  if (key === 'name' || key === 'needs') return '220px';
  return isNumber ? '130px' : '190px';
}
