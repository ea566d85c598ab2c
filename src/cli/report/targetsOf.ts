import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CohortCheckError, shown } from '../../errors/index.js';
import { outFault } from '../outFault.js';
import type { ReportCommandOptions } from '../reportOptions.js';

/** Where to write; at least one of the two. */
export interface ReportTargets {
  readonly page?: string;
  readonly charts?: string;
}

const PAGE = 'report.html';

/**
 * Where the page and the charts go. A place that cannot be written is told before anything is read, not after it.
 *
 * @throws CohortCheckError `bad-path`, `wrong-usage`.
 */
export async function targetsOf(
  files: readonly string[],
  { out, charts, formats }: ReportCommandOptions,
): Promise<ReportTargets> {
  if (formats !== undefined && charts === undefined) {
    throw new CohortCheckError({
      code: 'wrong-usage',
      what: `--formats ${formats.join(',')}: no charts are written`,
      why: 'it says how --charts writes them',
      try: `--charts charts --formats ${formats.join(',')}`,
    });
  }
  const page = out ?? (charts === undefined ? PAGE : undefined);
  if (page !== undefined) {
    const fault = await outFault(page, files, 'read');
    const next = 'name another file with --out, in a directory that is there';
    if (fault !== undefined) throw badPath(`${out === undefined ? '' : '--out '}${shown(page)}`, fault, next);
  }
  if (charts !== undefined) {
    const fault = await directoryFault(charts);
    if (fault !== undefined) throw badPath(`--charts ${shown(charts)}`, fault, 'name another directory with --charts');
  }
  return { ...(page !== undefined && { page }), ...(charts !== undefined && { charts }) };
}

/** A directory that is missing is made, with those above it. */
async function directoryFault(path: string): Promise<string | undefined> {
  const there = await stat(path).catch((error: unknown) => (error as NodeJS.ErrnoException).code);
  if (there === 'ENOTDIR') return 'a file stands where a directory is needed';
  if (there === 'ENOENT') return dirname(path) === path ? 'there is no such directory' : directoryFault(dirname(path));
  return typeof there === 'object' && !there.isDirectory() ? 'a file stands where a directory is needed' : undefined;
}

function badPath(said: string, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-path', what: `${said}: cannot be written`, why, try: next });
}
