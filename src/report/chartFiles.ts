import type { Analysis } from '../analysis/index.js';
import type { WriteChartsOptions, WrittenChart } from './files/index.js';

/**
 * Writes every chart of an analysis as files, and resolves to what was written: all of them or none. The directory is made
 * where it is missing; files of the same names are replaced, others stay.
 *
 * @throws CohortCheckError `bad-path` or `cannot-write`; and the reason of `signal` once it is aborted.
 */
export async function writeCharts(
  analysis: Analysis,
  directory: string,
  options: WriteChartsOptions = {},
): Promise<WrittenChart[]> {
  // Whoever writes a page alone has no need of ECharts, which the page brings along.
  const files = await import('./files/index.js');
  return files.writeCharts(analysis, directory, options);
}
