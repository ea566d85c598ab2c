import { el } from '../dom/index.js';
import type { Child } from '../dom/index.js';

/** A part of the page with a heading that the table of contents leads to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly element: HTMLElement;
}

export function section(id: string, title: string, lead: string, ...children: readonly Child[]): Section {
  const heading = `${id}-title`;
  return {
    id,
    title,
    element: el(
      'section',
      { id, 'aria-labelledby': heading },
      el('h2', { id: heading, tabindex: -1 }, title),
      lead === '' ? undefined : el('p', { class: 'lead' }, lead),
      ...children,
    ),
  };
}
