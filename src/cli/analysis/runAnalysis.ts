import { analyzeFiles, besideBefore } from '../../analysis/index.js';
import type { Analysis } from '../../analysis/index.js';
import { counted } from '../figures.js';
import type { AnalyzeCommandOptions } from '../analyzeOptions.js';
import { BytesProgress } from '../BytesProgress.js';
import type { CliContext } from '../CliContext.js';
import { ExitCode } from '../ExitCode.js';
import { promisesBeside } from '../promisesBeside.js';
import { requireFiles } from '../requireFiles.js';
import { requireModel } from '../requireModel.js';
import { hasColours, widthOf } from '../terminal.js';
import { partsMarkdown, partsText } from '../text/index.js';
import { write } from '../write.js';
import { analysisParts } from './analysisParts.js';
import { findFinding } from './findFinding.js';
import { furtherCommands } from './furtherCommands.js';
import { recordsBehind } from './recordsBehind.js';
import type { SecondPass } from './recordsBehind.js';
import { requireGrouping } from './requireGrouping.js';

/** Records are small; so much of their text is written at a time. */
const CHUNK_LENGTH = 1 << 16;

/** Analyses files, prints what was found, and resolves to the exit code. */
export async function runAnalysis(
  files: readonly string[],
  options: AnalyzeCommandOptions,
  context: CliContext,
): Promise<number> {
  const { against, by, model, alpha, minEffect, quiet } = options;
  const { signal } = context;
  await requireFiles(files, { done: 'analysed', by: 'analyze' });
  if (against !== undefined) await requireFiles(against, { done: 'compared with', by: 'analyze' });
  const domain = await context.domain();
  requireModel(domain, model);
  await requireGrouping(domain, by);
  const settings = {
    domain,
    signal,
    ...(model !== undefined && { model }),
    ...(alpha !== undefined && { alpha }),
    ...(minEffect !== undefined && { minEffect }),
  };
  const analysed = async (paths: readonly string[]): Promise<Analysis> => {
    // What the user says goes before what a manifest states; data from before were watched until a day of their own.
    const asOf = options.asOf ?? (await promisesBeside(paths)).asOf;
    return new BytesProgress('analysing', context).during(async (onProgress) =>
      analyzeFiles(paths, {
        ...settings,
        ...(asOf !== undefined && { asOf }),
        ...(quiet !== true && { onProgress }),
      }),
    );
  };
  const before = against === undefined ? undefined : await analysed(against);
  const analysis = await besideBefore(await analysed(files), before);
  if (options.records === undefined) await print(analysis, files, options, context);
  else await printRecords(options.records, analysis, files, { ...settings, asOf: analysis.as_of }, options, context);
  // Nothing was understood: whoever goes by the exit code must not take that for an analysis.
  return analysis.records === 0 && analysis.left_out.count > 0 ? ExitCode.failed : ExitCode.fine;
}

async function print(
  analysis: Analysis,
  files: readonly string[],
  options: AnalyzeCommandOptions,
  { stdout, env }: CliContext,
): Promise<void> {
  const { json, markdown, by, quiet } = options;
  if (json === true) {
    await write(stdout, `${JSON.stringify(analysis, null, 2)}\n`);
    return;
  }
  const parts = analysisParts(analysis, { by, isShort: quiet === true, further: furtherCommands(files, options) });
  const style = { width: widthOf(stdout, env), hasColours: hasColours(stdout, env) };
  await write(stdout, markdown === true ? partsMarkdown(parts) : partsText(parts, style));
}

/** The records go to standard output and nothing else does. */
async function printRecords(
  word: string,
  analysis: Analysis,
  files: readonly string[],
  pass: SecondPass,
  { quiet }: AnalyzeCommandOptions,
  { stdout, stderr }: CliContext,
): Promise<void> {
  const { id, records } = findFinding(analysis, word);
  let count = 0;
  let gathered = '';
  for await (const record of recordsBehind(files, records.where, pass)) {
    count += 1;
    gathered += `${JSON.stringify(record)}\n`;
    if (gathered.length < CHUNK_LENGTH) continue;
    if (!(await write(stdout, gathered))) return;
    gathered = '';
  }
  if (gathered !== '' && !(await write(stdout, gathered))) return;
  if (quiet !== true) await write(stderr, `${counted(count, 'record')} behind ${id}\n`);
}
