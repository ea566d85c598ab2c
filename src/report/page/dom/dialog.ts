import { el } from './el.js';

/**
 * A dialog that is emptied between two uses. Escape closes it, and the browser gives the focus back to where it was.
 *
 * @param closed - called after each closing, however it came about.
 */
export function dialogOf(className: string, label: string, closed: () => void): HTMLDialogElement {
  const dialog = el('dialog', { class: className, 'aria-labelledby': label });
  dialog.addEventListener('close', () => {
    dialog.replaceChildren();
    closed();
  });
  // A click beside the content is one on the dialog itself, which its padding-free box leaves to its backdrop alone.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
