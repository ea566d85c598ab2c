import type { Explorer } from './explorer/index.js';
import { everything, stateOf } from './model/index.js';

/** Follows the page's address: to the records that it asks for, or to a place that is folded away. */
export class Router {
  private readonly section: HTMLElement;
  private explorer: Explorer | undefined;

  constructor(section: HTMLElement) {
    this.section = section;
    addEventListener('hashchange', () => this.follow());
    this.follow();
  }

  /** From now on the records are there. */
  lead(explorer: Explorer): void {
    this.explorer = explorer;
    explorer.apply(everything);
    this.follow();
  }

  private follow(): void {
    const state = stateOf(location.hash);
    if (state === undefined) {
      this.explorer?.closeCard();
      unfold(location.hash.slice(1));
      return;
    }
    const isNew = this.explorer?.apply(state) ?? true;
    // A card stands above the page, which stays where it is.
    if (isNew && state.open === undefined) this.reveal();
  }

  private reveal(): void {
    this.section.scrollIntoView();
    this.section.querySelector('h2')?.focus({ preventScroll: true });
  }
}

/** Opens what hides an anchor: browsers differ in doing so by themselves. */
function unfold(id: string): void {
  const target = id === '' ? null : document.getElementById(id);
  if (target === null) return;
  let folded = target.closest<HTMLDetailsElement>('details:not([open])');
  if (folded === null) return;
  for (; folded !== null; folded = folded.parentElement?.closest<HTMLDetailsElement>('details:not([open])') ?? null) {
    folded.open = true;
  }
  target.scrollIntoView();
}
