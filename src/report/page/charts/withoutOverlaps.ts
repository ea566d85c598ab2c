import type { EChartsCoreOption } from 'echarts/core';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';

/** Charts are laid out for the width of their files; where the page has less room, labels that would overlap are left out. */
export function withoutOverlaps(option: EChartsCoreOption): EChartsCoreOption {
  // Asked for here and not as the module is loaded: a bundler may drop what a module does by itself.
  use(LabelLayout);
  const series = option['series'];
  if (!Array.isArray(series)) return option;
  return { ...option, series: series.map((one: object) => ({ labelLayout: { hideOverlap: true }, ...one })) };
}
