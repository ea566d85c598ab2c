import { el } from './dom/index.js';

type Choice = 'auto' | 'light' | 'dark';

const CHOICES: readonly Choice[] = ['auto', 'light', 'dark'];
const KEY = 'cohort-check-theme';

/** Light or dark: as the system has it, unless the reader chose. */
export class Theme {
  private choice: Choice = storedChoice();
  private isPrinting = false;
  private readonly system = matchMedia('(prefers-color-scheme: dark)');
  private readonly listeners: (() => void)[] = [];

  constructor() {
    this.apply();
    this.system.addEventListener('change', () => this.tell());
  }

  /** Paper is light. */
  get isDark(): boolean {
    if (this.isPrinting) return false;
    return this.choice === 'auto' ? this.system.matches : this.choice === 'dark';
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  set printing(isPrinting: boolean) {
    this.isPrinting = isPrinting;
  }

  /** The switch of the page's header. */
  element(): HTMLElement {
    const buttons = CHOICES.map((choice) =>
      el('button', { type: 'button', onclick: () => choose(choice), 'data-choice': choice }, choice),
    );
    const mark = (): void => {
      for (const button of buttons)
        button.setAttribute('aria-pressed', String(button.dataset['choice'] === this.choice));
    };
    const choose = (choice: Choice): void => {
      this.choice = choice;
      store(choice);
      this.apply();
      mark();
      this.tell();
    };
    mark();
    return el('div', { class: 'segments theme-switch', role: 'group', 'aria-label': 'Colours' }, ...buttons);
  }

  private apply(): void {
    if (this.choice === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.choice;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Storage may be forbidden, as it is for files in some browsers: the choice then lasts as long as the page. */
function storedChoice(): Choice {
  try {
    const stored = localStorage.getItem(KEY);
    return CHOICES.find((choice) => choice === stored) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function store(choice: Choice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // See above.
  }
}
