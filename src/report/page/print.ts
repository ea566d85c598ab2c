import type { Gallery } from './charts/index.js';
import type { Theme } from './theme.js';

/** Pixels between the margins of A4, at 96 to the inch; the style sheet sets the same. */
const PAPER_WIDTH = 690;

/** On paper everything is drawn, in light colours, as wide as the sheet. */
export function preparePrint(gallery: Gallery, theme: Theme): void {
  let back: (() => void) | undefined;
  const prepare = (): void => {
    if (back !== undefined) return;
    theme.printing = true;
    const fold = unfold();
    const shrink = gallery.toPaper(PAPER_WIDTH);
    back = () => {
      fold();
      shrink();
    };
  };
  const restore = (): void => {
    theme.printing = false;
    back?.();
    back = undefined;
  };
  addEventListener('beforeprint', prepare);
  addEventListener('afterprint', restore);
  // Previews change the medium without the events.
  matchMedia('print').addEventListener('change', ({ matches }) => (matches ? prepare() : restore()));
}

/** Opens what was folded only to keep the page short; answers how to fold it again. */
function unfold(): () => void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('details.more:not([open])')];
  for (const one of folded) one.open = true;
  return () => {
    for (const one of folded) one.open = false;
  };
}
