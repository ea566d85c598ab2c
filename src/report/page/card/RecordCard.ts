import type { Records } from '../data/index.js';
import { dialogOf, el } from '../dom/index.js';
import { inTime, numberText } from '../model/index.js';
import type { Row } from '../model/index.js';
import type { PageContext } from '../PageContext.js';
import { cardBody } from './cardBody.js';

/** Where the record stands in the list that it was opened from. */
export interface CardPlace {
  /** From 0; -1 where it is not in the list. */
  readonly place: number;
  readonly count: number;
  at(index: number): Row | undefined;
  /** The address of a record. */
  hrefOf(row: Row): string;
}

export interface CardActions {
  /** Opens a neighbour in the list. */
  step(row: Row): void;
  closed(): void;
}

/** A record in a dialog of its own. */
export class RecordCard {
  readonly element: HTMLDialogElement;
  private readonly context: PageContext;
  private readonly records: Records;
  private readonly actions: CardActions;
  private row: Row | undefined;

  constructor(context: PageContext, records: Records, actions: CardActions) {
    this.context = context;
    this.records = records;
    this.actions = actions;
    this.element = dialogOf('record-card', 'card-title', () => {
      this.row = undefined;
      actions.closed();
    });
  }

  async show(row: Row, around: CardPlace): Promise<void> {
    this.row = row;
    const family = this.records.ofPerson(row);
    const details = await Promise.all(family.map((one) => this.records.detailOf(one)));
    // Another may have been opened, or this one closed, while it was unpacked.
    if (this.row !== row) return;
    const body = cardBody(this.context, {
      row,
      detail: details[family.indexOf(row)]!,
      moments: inTime(details.flatMap(({ moments }) => moments)),
      others: family.filter((one) => one !== row),
      hrefOf: (one) => around.hrefOf(one),
    });
    this.element.replaceChildren(this.bar(around), ...body);
    this.element.scrollTop = 0;
    if (!this.element.open) this.element.showModal();
    this.element.querySelector<HTMLElement>('#card-title')?.focus();
  }

  close(): void {
    this.row = undefined;
    if (this.element.open) this.element.close();
  }

  private bar(around: CardPlace): HTMLElement {
    const { place, count } = around;
    const step = (title: string, index: number): HTMLElement => {
      const row = place === -1 ? undefined : around.at(index);
      const attributes = { type: 'button', disabled: row === undefined };
      return el(
        'button',
        row === undefined ? attributes : { ...attributes, onclick: () => this.actions.step(row) },
        title,
      );
    };
    return el(
      'div',
      { class: 'card-bar' },
      step('‹ Previous', place - 1),
      step('Next ›', place + 1),
      el('span', { class: 'hint' }, place === -1 ? '' : `${numberText(place + 1)} of ${numberText(count)}`),
      el('button', { type: 'button', class: 'close', onclick: () => this.element.close() }, 'Close'),
    );
  }
}
