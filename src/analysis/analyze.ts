import type { Domain } from '../domain/index.js';
import { readSeen, SeenReader } from '../validation/index.js';
import type { ValidationProgress } from '../validation/index.js';
import type { Analysis } from './Analysis.js';
import { AnalysisState } from './AnalysisState.js';
import { requireSettings } from './AnalysisSettings.js';
import { besideBefore } from './besideBefore.js';

/** What is analysed, and how strictly. */
export interface AnalyzeOptions {
  readonly domain: Domain;
  /** Name of the collection that every record belongs to; default: each record is recognised. */
  readonly model?: string;
  /** Reference date, `YYYY-MM-DD`; default: the one that the records state, else the domain's. */
  readonly asOf?: string;
  /** Chance of a finding that the data do not carry, over all comparisons together; above 0 and below 1, default 0.01. */
  readonly alpha?: number;
  /** Differences below this effect (Cohen's h of shares, d of days) are no findings, from 0; default 0.2. */
  readonly minEffect?: number;
  /** A data set from before: `against` then says what changed. */
  readonly against?: Iterable<unknown> | AsyncIterable<unknown>;
}

export interface AnalyzeFilesOptions extends Omit<AnalyzeOptions, 'against'> {
  /** Files of the data set from before. */
  readonly against?: readonly string[];
  readonly onProgress?: (progress: ValidationProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Analyses records: figures by group, findings with the records behind them, and what may help.
 *
 * For files take `analyzeFiles`, which reads them piece by piece.
 *
 * @param records - in memory, or as they come; all are held.
 * @returns the same as `cohort-check analyze --json` prints, with `records` for the name of the file.
 * @throws CohortCheckError `bad-option`, `unknown-collection` on a model that the domain does not have, `no-studies` where the
 *   domain does not say what its records mean for an analysis.
 * @example
 * import { cohort, health } from 'cohort-check/health';
 * const { collections } = await analyze(cohort({ size: 100, seed: 42 }), { domain: health });
 * const [customers] = collections;
 * customers?.groups[0]?.needs['raised_risk']?.hits // 29
 * customers?.groups.map(({ label }) => label).slice(-3) // ['low', 'moderate', 'high']
 */
export async function analyze(
  records: Iterable<unknown> | AsyncIterable<unknown>,
  { against, ...options }: AnalyzeOptions,
): Promise<Analysis> {
  requireSettings('analyze(…)', options);
  const before = against === undefined ? undefined : await analysisOf(against, options);
  return besideBefore(await analysisOf(records, options), before);
}

/**
 * Analyses files of records together: JSON arrays, NDJSON and CSV, of this project or any other.
 *
 * Files are read piece by piece: memory does not grow with their size.
 *
 * @throws CohortCheckError as `analyze`, and `cannot-read` and the like where a file is none.
 */
export async function analyzeFiles(
  paths: readonly string[],
  { against, ...options }: AnalyzeFilesOptions,
): Promise<Analysis> {
  requireSettings('analyzeFiles(…)', options);
  const before = against === undefined ? undefined : await analysisOfFiles(against, options);
  return besideBefore(await analysisOfFiles(paths, options), before);
}

async function analysisOf(
  records: Iterable<unknown> | AsyncIterable<unknown>,
  options: Omit<AnalyzeOptions, 'against'>,
): Promise<Analysis> {
  const held: unknown[] = Array.isArray(records) ? (records as unknown[]) : [];
  if (!Array.isArray(records)) for await (const record of records) held.push(record);
  const reader = await SeenReader.of(options, held);
  const state = await AnalysisState.of({ ...options, asOf: reader.asOf });
  state.open('records');
  for (const [index, value] of held.entries()) {
    state.see(reader.seen(value, 'records', index, `/${index}`, false));
  }
  return state.finish();
}

async function analysisOfFiles(
  paths: readonly string[],
  options: Omit<AnalyzeFilesOptions, 'against'>,
): Promise<Analysis> {
  let state: AnalysisState | undefined;
  await readSeen(paths, options, {
    start: async (asOf) => {
      state = await AnalysisState.of({ ...options, asOf });
    },
    open: ({ path }) => state!.open(path),
    see: (seen) => state!.see(seen),
    fault: (place) => state!.fault(place),
  });
  return state!.finish();
}
