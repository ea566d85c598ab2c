import { AnalysisState, endings } from '../analysis/index.js';
import type { Study } from '../domain/index.js';
import { CohortCheckError, OwnBugError } from '../errors/index.js';
import { ownVersion } from '../snapshot/index.js';
import { validateFiles } from '../validation/index.js';
import type { ReportedViolation, SeenVisitor, ValidateFilesOptions } from '../validation/index.js';
import { RecordGathering } from './RecordGathering.js';
import type { ReportData } from './ReportData.js';
import { tableOf } from './tables.js';

/** What a report is made of. */
export interface GatherOptions extends Omit<ValidateFilesOptions, 'visitor' | 'onViolation' | 'keepViolations'> {
  /** Heading of the page; default: what kinds of records were found. */
  readonly title?: string;
  /** Differences below this effect are no findings; default 0.2. */
  readonly minEffect?: number;
  /** So many records can be looked at in the page, from 0; default 100,000. All of them are in the figures. */
  readonly maxRecords?: number;
}

/** So many violations are listed in the page; all of them are counted. */
const MOST_VIOLATIONS = 2000;

/**
 * Reads files once and gathers what the page shows: their analysis, what the checker says, and the records themselves.
 *
 * `alpha` is the level of the checker and of the findings alike.
 *
 * @throws CohortCheckError `bad-option`, `no-studies`, or `cannot-read` and the like where a file is none.
 */
export async function gatherReport(paths: readonly string[], options: GatherOptions): Promise<ReportData> {
  const { domain, title, maxRecords = 100_000 } = options;
  requireCount(maxRecords);
  const studies = ((await domain.studies?.()) ?? []) as readonly Study[];
  let state: AnalysisState | undefined;
  let records: RecordGathering | undefined;
  const violations: ReportedViolation[] = [];
  const visitor: SeenVisitor = {
    async start(asOf) {
      state = await AnalysisState.of({ ...options, asOf });
      records = new RecordGathering(domain, studies, asOf, maxRecords);
    },
    open: (file) => state?.open(file.path),
    see(seen, value) {
      state?.see(seen);
      records?.see(seen, value);
    },
    fault: (place) => state?.fault(place),
  };
  const { ok, validations, counts } = await validateFiles(paths, {
    ...options,
    visitor,
    keepViolations: false,
    onViolation: (violation) => {
      if (violations.length < MOST_VIOLATIONS) violations.push(violation);
      records?.violated(violation);
    },
  });
  if (state === undefined || records === undefined) throw new OwnBugError('a check ended before it began', paths);
  const analysis = state.finish();
  const tables = studies
    .filter(({ collection }) => analysis.collections.some((one) => one.collection === collection))
    .map(tableOf);
  return {
    title: title ?? (tables.map((table) => table.title).join(', ') || 'No records'),
    version: ownVersion(),
    analysis,
    validation: {
      ok,
      validations,
      byRule: counts.by_rule,
      brokenRecords: counts.broken_records,
      errors: counts.errors,
      warnings: counts.warnings,
      violations,
    },
    endings,
    tables,
    ...records.finish(),
  };
}

function requireCount(maxRecords: number): void {
  if (Number.isSafeInteger(maxRecords) && maxRecords >= 0) return;
  throw new CohortCheckError({
    code: 'bad-option',
    what: `gatherReport(…): maxRecords is ${String(maxRecords)}`,
    why: 'it must be a whole number from 0',
    try: 'maxRecords: 100000',
  });
}
