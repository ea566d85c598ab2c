import type { Moment } from '../../../domain/index.js';
import { el } from '../dom/index.js';
import { capital, counted, lastDays, spanOf } from '../model/index.js';
import type { Span } from '../model/index.js';
import { lifeLineDrawing, laneClasses } from './lifeLineDrawing.js';

interface Zoom {
  readonly title: string;
  /** Undefined for everything. */
  readonly days?: number;
}

const ZOOMS: readonly Zoom[] = [
  { title: 'whole life' },
  { title: 'five years', days: 1826 },
  { title: 'a year', days: 365 },
  { title: '90 days', days: 90 },
];

/** What happened to a person, on one axis of time; and the same as a list. */
export class LifeLineFigure {
  readonly element: HTMLElement;
  private readonly moments: readonly Moment[];
  private readonly span: Span | undefined;
  private readonly asOf: string;
  private readonly holder = el('div', { class: 'life-line' });
  private readonly buttons: readonly HTMLButtonElement[];

  constructor(moments: readonly Moment[], asOf: string) {
    this.moments = moments;
    this.asOf = asOf;
    this.span = spanOf(moments);
    this.buttons = ZOOMS.map((zoom) => el('button', { type: 'button', onclick: () => this.zoom(zoom) }, zoom.title));
    this.element = el(
      'section',
      {},
      el('h3', {}, 'Life line'),
      el('div', { class: 'segments', role: 'group', 'aria-label': 'Time shown' }, ...this.buttons),
      this.holder,
      el(
        'details',
        { class: 'moments', open: moments.length <= 12 },
        el('summary', {}, `All ${counted(moments.length, 'moment')} as a list`),
        this.list(),
      ),
    );
    this.zoom(ZOOMS[0]!);
  }

  private zoom(zoom: Zoom): void {
    for (const [index, button] of this.buttons.entries()) {
      button.setAttribute('aria-pressed', String(ZOOMS[index] === zoom));
    }
    if (this.span === undefined) return;
    const span = zoom.days === undefined ? this.span : lastDays(this.span, this.asOf, zoom.days);
    this.holder.replaceChildren(lifeLineDrawing(this.moments, span, this.asOf));
  }

  private list(): HTMLElement {
    const classes = laneClasses(this.moments);
    return el(
      'ol',
      {},
      ...this.moments.map(({ at, lane, title, text }) =>
        el(
          'li',
          {},
          el('time', { datetime: at }, timeText(at)),
          el('span', { class: `lane-name ${classes.get(lane)}` }, lane),
          el('span', {}, el('strong', {}, capital(title)), text === '' ? '' : `: ${text}`),
        ),
      ),
    );
  }
}

/** A date, and the minute where there is one. */
export function timeText(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
