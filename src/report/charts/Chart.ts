import type { EChartsCoreOption } from 'echarts/core';
import type { Where } from '../../analysis/index.js';

/** Colours and sizes; the page has a light and a dark one, files are light. */
export interface ChartTheme {
  readonly isDark: boolean;
}

/** A picture, and the same as a table. */
export interface Chart {
  /** In kebab-case, such as `completion-first_time_user`: name of its file, and its anchor in the page. */
  readonly id: string;
  /** What it shows, such as `Completion by step: First-time users`. */
  readonly title: string;
  /** One sentence for those who do not see it, with its main figures. */
  readonly summary: string;
  /** Group of the page that it stands in. */
  readonly section: 'people' | 'journeys' | 'profile';
  readonly width: number;
  readonly height: number;
  /**
   * Items of series that stand for records carry them as `where` beside their `value`, so that the page can lead to them.
   * Animation is off.
   */
  option(this: void, theme: ChartTheme): EChartsCoreOption;
  readonly table: ChartTable;
}

/** Every number of the chart as it stands in the analysis, unrounded. */
export interface ChartTable {
  readonly columns: readonly { readonly title: string; readonly unit?: string }[];
  readonly rows: readonly {
    readonly cells: readonly (string | number | null)[];
    /** The records behind the row. */
    readonly where?: Where;
  }[];
}
