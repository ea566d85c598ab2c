import type { Chart } from '../../charts/index.js';
import type { Theme } from '../theme.js';
import { ChartFigure } from './ChartFigure.js';

/** So far below the window charts are drawn already. */
const AHEAD = '600px';

/** All charts of the page: draws each when it comes near, and keeps them to the theme and the window. */
export class Gallery {
  private readonly figures = new Map<Element, ChartFigure>();
  private readonly theme: Theme;
  private readonly near: IntersectionObserver;
  private readonly sizes: ResizeObserver;

  constructor(theme: Theme) {
    this.theme = theme;
    this.near = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) this.show(target);
      },
      { rootMargin: AHEAD },
    );
    // A frame gathers the sizes of a window that is drawn larger, so that each is drawn once.
    this.sizes = new ResizeObserver((entries) =>
      requestAnimationFrame(() => {
        for (const { target } of entries) this.figures.get(target)?.resize();
      }),
    );
    theme.onChange(() => {
      for (const figure of this.figures.values()) figure.redraw();
    });
  }

  /** The element of a chart, to be put into the page. */
  hang(chart: Chart): HTMLElement {
    const figure = new ChartFigure(chart, this.theme);
    this.figures.set(figure.element, figure);
    this.near.observe(figure.element);
    return figure.element;
  }

  drawAll(): void {
    for (const figure of this.figures.values()) figure.draw();
  }

  /** Draws everything for a width of paper, tables open; answers how to go back. */
  toPaper(width: number): () => void {
    const figures = [...this.figures.values()];
    this.drawAll();
    const closers = figures.map((figure) => {
      figure.redraw();
      figure.resize(width);
      return figure.openTable();
    });
    return () => {
      for (const close of closers) close();
      for (const figure of figures) {
        figure.redraw();
        figure.resize();
      }
    };
  }

  private show(element: Element): void {
    this.near.unobserve(element);
    this.figures.get(element)?.draw();
    this.sizes.observe(element);
  }
}
