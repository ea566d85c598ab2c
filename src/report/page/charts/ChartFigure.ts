import { init } from '../../charts/index.js';
import type { Chart, ECharts } from '../../charts/index.js';
import type { Where } from '../../../analysis/index.js';
import { el } from '../dom/index.js';
import { behind, hashOf } from '../model/index.js';
import type { Theme } from '../theme.js';
import { chartTable } from './chartTable.js';
import { withoutOverlaps } from './withoutOverlaps.js';

/** Pixels; charts that are taller have many labels, and want the whole width. */
const TALL = 380;

/** Longer tables stay closed on paper, where they would fill pages. */
const MOST_PRINTED_ROWS = 24;

/** A chart in the page: drawn when it comes near, with a table of the same figures behind a toggle. */
export class ChartFigure {
  readonly element: HTMLElement;
  private readonly chart: Chart;
  private readonly theme: Theme;
  private readonly canvas: HTMLElement;
  private readonly table: HTMLDetailsElement;
  private drawing: ECharts | undefined;

  constructor(chart: Chart, theme: Theme) {
    const { id, title, summary, width, height } = chart;
    this.chart = chart;
    this.theme = theme;
    this.canvas = el('div', {
      class: 'canvas',
      role: 'img',
      'aria-label': summary,
      style: `height:${height}px;min-width:${Math.round(width * 0.62)}px`,
    });
    this.table = el('details', { class: 'as-table' }, el('summary', {}, 'Show as table'));
    this.table.addEventListener('toggle', () => this.fillTable());
    this.element = el(
      'figure',
      { id, class: height > TALL ? 'chart wide' : 'chart' },
      el('figcaption', {}, title),
      el('p', { class: 'summary' }, summary),
      el('div', { class: 'canvas-scroll' }, this.canvas),
      this.table,
    );
  }

  get isDrawn(): boolean {
    return this.drawing !== undefined;
  }

  draw(): void {
    if (this.drawing !== undefined) return;
    this.drawing = init(this.canvas, null, { renderer: 'svg' });
    this.drawing.on('click', ({ data }) => {
      const { where } = (data ?? {}) as { where?: Where };
      if (where !== undefined) location.hash = hashOf(behind(where));
    });
    this.redraw();
    this.element.dataset['drawn'] = '';
  }

  /** In the colours of the theme. */
  redraw(): void {
    this.drawing?.setOption(withoutOverlaps(this.chart.option({ isDark: this.theme.isDark })), { notMerge: true });
  }

  /** To the room that it has; or to so many pixels, such as those of a sheet of paper. */
  resize(width?: number): void {
    this.drawing?.resize(width === undefined ? undefined : { width });
    // ECharts draws with the next frame; a sheet of paper is taken before there is one.
    this.drawing?.getZr().flush();
  }

  /** Opens a table that fits on paper; answers how to close it again. */
  openTable(): () => void {
    const { table, chart } = this;
    if (table.open || chart.table.rows.length > MOST_PRINTED_ROWS) return () => {};
    this.fillTable();
    table.open = true;
    return () => (table.open = false);
  }

  private fillTable(): void {
    if (this.table.childElementCount === 1) this.table.append(chartTable(this.chart));
  }
}
