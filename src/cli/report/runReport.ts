import { join } from 'node:path';
import { gatherReport, reportPage, writeCharts } from '../../report/index.js';
import type { ChartFormat, ReportData } from '../../report/index.js';
import { BytesProgress } from '../BytesProgress.js';
import { checkSettings } from '../checkSettings.js';
import type { CliContext } from '../CliContext.js';
import { ExitCode } from '../ExitCode.js';
import { requireFiles } from '../requireFiles.js';
import { chartFormats } from '../reportOptions.js';
import type { ReportCommandOptions } from '../reportOptions.js';
import { write } from '../write.js';
import { writeWhole } from '../writeWhole.js';
import { targetsOf } from './targetsOf.js';
import { writtenText } from './writtenText.js';
import type { Written, WrittenFile } from './writtenText.js';

/** Writes the page and the charts of files, tells what was written, and resolves to the exit code. */
export async function runReport(
  files: readonly string[],
  options: ReportCommandOptions,
  context: CliContext,
): Promise<number> {
  const { formats = chartFormats, title, minEffect, json, quiet } = options;
  const { stdout, stderr, signal } = context;
  await requireFiles(files, { done: 'read', by: 'report' });
  const targets = await targetsOf(files, options);
  const settings = await checkSettings(files, options, await context.domain(), signal);
  const progress = new BytesProgress('reading', context);
  const data = await progress.during(async (onProgress) =>
    gatherReport(files, {
      ...settings,
      ...(title !== undefined && { title }),
      ...(minEffect !== undefined && { minEffect }),
      ...(quiet !== true && { onProgress }),
    }),
  );
  signal.throwIfAborted();
  // The charts first: they can be interrupted, and then nothing may have been written.
  const charts = targets.charts === undefined ? [] : await writePictures(targets.charts, data, formats, signal);
  const page = targets.page === undefined ? undefined : await writePage(targets.page, data);
  const written: Written = { data, charts, ...(page !== undefined && { page }) };
  if (json === true) await write(stdout, `${JSON.stringify(writtenJson(written), null, 2)}\n`);
  else if (quiet !== true) await write(stderr, writtenText(written));
  const { records, left_out: leftOut } = data.analysis;
  return records === 0 && leftOut.count > 0 ? ExitCode.failed : ExitCode.fine;
}

async function writePictures(
  directory: string,
  { analysis }: ReportData,
  formats: readonly ChartFormat[],
  signal: AbortSignal,
): Promise<WrittenFile[]> {
  const charts = await writeCharts(analysis, directory, { formats, signal });
  return charts.map(({ name, bytes }) => ({ path: join(directory, name), bytes }));
}

async function writePage(path: string, data: ReportData): Promise<WrittenFile> {
  const bytes = await writeWhole(
    path,
    (async function* pieces() {
      yield reportPage(data);
    })(),
  );
  return { path, bytes };
}

function writtenJson({ data, page, charts }: Written): object {
  const { ok, errors, warnings } = data.validation;
  return { page: page ?? null, charts, records: data.analysis.records, rows: data.rowCount, ok, errors, warnings };
}
