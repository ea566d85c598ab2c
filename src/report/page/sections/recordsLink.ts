import type { Where } from '../../../analysis/index.js';
import { el } from '../dom/index.js';
import { counted, behind, hashOf } from '../model/index.js';

/** A link to the records behind a figure. */
export function recordsLink(where: Where, count: number): HTMLElement {
  if (count === 0) return el('span', { class: 'records-link hint' }, 'no records');
  const href = hashOf(behind(where));
  return el('a', { class: 'records-link', href }, counted(count, 'record'));
}
