import type { EChartsCoreOption } from 'echarts/core';
import type { Where } from '../../../src/analysis/index.js';

interface Datum {
  readonly value?: unknown;
  readonly name?: string;
  readonly where?: Where;
  readonly tip: readonly string[];
}

/** What a chart draws, with what a pointer finds on it. */
export interface DrawnItem extends Datum {
  readonly value: unknown;
  /** Whether nothing is meant to be found behind it. */
  readonly isSilent: boolean;
  /** Whether its tooltip is that of a place on the axis. */
  readonly isAxis: boolean;
}

export function seriesOf(option: EChartsCoreOption): readonly Readonly<Record<string, unknown>>[] {
  return option['series'] as Record<string, unknown>[];
}

/** Every datum of every series, links included. */
export function itemsOf(option: EChartsCoreOption): DrawnItem[] {
  const { trigger } = option['tooltip'] as { trigger: string };
  return seriesOf(option).flatMap((series) =>
    [...(series['data'] as Datum[]), ...((series['links'] as Datum[] | undefined) ?? [])].map((datum) => ({
      ...datum,
      value: datum.value,
      isSilent: series['silent'] === true || datum.name?.startsWith('again ') === true,
      isAxis: trigger === 'axis',
    })),
  );
}

/** Every number in a value, however deep. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}
