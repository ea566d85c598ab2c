import { join } from 'node:path';
import type { Analysis } from '../../analysis/index.js';
import { CohortCheckError } from '../../errors/index.js';
import { StagedFiles } from '../../snapshot/index.js';
import { chartsOf } from '../charts/index.js';
import type { ChartTheme } from '../charts/index.js';
import { renderPng } from './renderPng.js';
import { renderSvg } from './renderSvg.js';

/** How each format is made from an SVG. */
const makers = {
  svg: (svg: string) => Buffer.from(svg),
  png: (svg: string) => renderPng(svg),
} as const satisfies Record<string, (svg: string) => Uint8Array>;

export type ChartFormat = keyof typeof makers;
export const chartFormats = Object.keys(makers) as readonly ChartFormat[];

export interface WriteChartsOptions {
  /** Default: all of them. */
  readonly formats?: readonly ChartFormat[];
  /** Default: light. */
  readonly theme?: ChartTheme;
  readonly signal?: AbortSignal;
}

export interface WrittenChart {
  /** Name in the directory, such as `targets.svg`. */
  readonly name: string;
  readonly bytes: number;
}

/**
 * Writes every chart of an analysis as files, and resolves to what was written: all of them or none. The directory is made
 * where it is missing; files of the same names are replaced, others stay.
 *
 * @throws CohortCheckError `bad-path` or `cannot-write`; and the reason of `signal` once it is aborted.
 */
export async function writeCharts(
  analysis: Analysis,
  directory: string,
  { formats = chartFormats, theme = { isDark: false }, signal }: WriteChartsOptions = {},
): Promise<WrittenChart[]> {
  const staged = await guarded(() => StagedFiles.in(directory));
  try {
    const written: WrittenChart[] = [];
    for (const chart of chartsOf(analysis)) {
      signal?.throwIfAborted();
      const svg = renderSvg(chart, theme);
      for (const format of formats) {
        const name = `${chart.id}.${format}`;
        const bytes = makers[format](svg);
        const handle = await guarded(() => staged.stage(name));
        await guarded(() => handle.writeFile(bytes), join(directory, name));
        written.push({ name, bytes: bytes.length });
      }
    }
    signal?.throwIfAborted();
    await guarded(() => staged.commit());
    return written;
  } catch (error) {
    await staged.discard();
    throw error;
  }
}

/** Faults of the system as their user reads them, with advice on the option that charts are written with. */
async function guarded<T>(act: () => Promise<T>, path?: string): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof CohortCheckError) {
      // That is the advice for snapshots.
      const advice = error.parts.try?.replace(/--out( \S+)?$/, '--charts');
      throw new CohortCheckError({ ...error.parts, ...(advice !== undefined && { try: advice }) });
    }
    if (path === undefined || !(error instanceof Error)) throw error;
    throw new CohortCheckError({
      code: 'cannot-write',
      what: `${path}: cannot be written`,
      why: error.message,
      try: 'free some space, or choose another directory with --charts',
    });
  }
}
