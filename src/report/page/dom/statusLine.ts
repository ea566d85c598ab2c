import { el } from './el.js';

/** A line that screen readers say when it changes; shown as well. */
export function statusLine(className: string): HTMLElement {
  return el('p', { class: className, role: 'status', 'aria-live': 'polite' });
}
