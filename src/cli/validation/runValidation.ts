import type { Domain } from '../../domain/index.js';
import { CohortCheckError } from '../../errors/index.js';
import { detectFormat, validateFiles } from '../../validation/index.js';
import { BytesProgress } from '../BytesProgress.js';
import { checkSettings } from '../checkSettings.js';
import type { CliContext } from '../CliContext.js';
import { ExitCode } from '../ExitCode.js';
import { requireFiles } from '../requireFiles.js';
import { hasColours, widthOf } from '../terminal.js';
import type { ValidateCommandOptions } from '../validateOptions.js';
import { write } from '../write.js';
import { againCommand } from './againCommand.js';
import type { Findings } from './Findings.js';
import { fixFiles } from './fixFiles.js';
import type { FixOptions, FixResult } from './fixFiles.js';
import { changesText, fixedText } from './fixText.js';
import { githubReport } from './githubReport.js';
import { jsonReport } from './jsonReport.js';
import { junitReport } from './junitReport.js';
import { markdownReport } from './markdownReport.js';
import { planCopies } from './planCopies.js';
import { reportText } from './reportText.js';
import { ViolationDigest } from './ViolationDigest.js';

/** Pieces of JSON are small; so much is written at a time. */
const CHUNK_LENGTH = 1 << 16;
/** The rule that a place breaks which cannot be read. */
const SYNTAX = 'file-syntax';

/** Checks files, prints what was found, mends where that is asked for, and resolves to the exit code. */
export async function runValidation(
  files: readonly string[],
  options: ValidateCommandOptions,
  context: CliContext,
): Promise<number> {
  const { fix, json } = options;
  await requireFiles(files, { done: 'checked', by: fix === undefined ? 'validate' : '--fix' });
  const plan = fix === undefined ? undefined : await planCopies(await inputsOf(files), fix);
  const domain = await context.domain();
  const settings = await checkSettings(files, options, domain, context.signal);
  const digest = new ViolationDigest();
  const report = await during(options, context)('checking', async (onProgress) =>
    validateFiles(files, { ...settings, onProgress, onViolation: digest.add, keepViolations: json === true }),
  );
  const findings = { report, digest, again: againCommand(files, options) };
  const isReadable = digest.rules().every(({ rule }) => rule !== SYNTAX);
  if (plan === undefined || !isReadable) {
    await print(findings, undefined, domain, options, context);
    if (plan !== undefined) throw unreadable(digest);
    return report.ok ? ExitCode.fine : ExitCode.failed;
  }
  if (json !== true) await print(findings, undefined, domain, options, context);
  const fixed = await fixFiles(report, { checking: settings, plan, ...tellingOf(options, context) });
  if (json === true) await print(findings, fixed, domain, options, context);
  else if (options.quiet !== true || !fixed.left.ok) await write(context.stdout, fixedText(fixed));
  return fixed.left.ok ? ExitCode.fine : ExitCode.failed;
}

async function inputsOf(files: readonly string[]): Promise<{ readonly path: string; readonly isCsv: boolean }[]> {
  return Promise.all(files.map(async (path) => ({ path, isCsv: (await detectFormat(path)) === 'csv' })));
}

/** Shows progress while something is done, unless nobody wants it. */
function during({ quiet }: ValidateCommandOptions, context: CliContext): FixOptions['during'] {
  return async (doing, act) => (quiet === true ? act(() => undefined) : new BytesProgress(doing, context).during(act));
}

/** People read the changes as they are made: where these go to the terminal, a progress line would run through them. */
function tellingOf(options: ValidateCommandOptions, context: CliContext): Pick<FixOptions, 'tell' | 'during'> {
  const { json, quiet = false } = options;
  if (json === true) return { during: during(options, context) };
  return {
    during: during(context.stdout.isTTY === true ? { quiet: true } : options, context),
    tell: async (changes) => {
      if (!quiet && changes.length > 0) await write(context.stdout, changesText(changes));
    },
  };
}

/** Every output but the JSON is short, whatever was found. */
async function print(
  findings: Findings,
  fixed: FixResult | undefined,
  domain: Domain,
  options: ValidateCommandOptions,
  { stdout, env }: CliContext,
): Promise<void> {
  if (options.json === true) {
    await writePieces(jsonReport(findings.report, fixed), async (piece) => write(stdout, piece));
    return;
  }
  const style = { width: widthOf(stdout, env), hasColours: hasColours(stdout, env) };
  if (options.junit === true) await write(stdout, junitReport(findings, domain));
  else if (options.markdown === true) await write(stdout, markdownReport(findings));
  else if (options.github === true) await write(stdout, githubReport(findings));
  else await write(stdout, reportText(findings, style, { quiet: options.quiet === true }));
}

/** @param sink - resolves to `false` when nobody reads any more. */
async function writePieces(pieces: Iterable<string>, sink: (text: string) => Promise<boolean>): Promise<void> {
  let gathered = '';
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < CHUNK_LENGTH) continue;
    if (!(await sink(gathered))) return;
    gathered = '';
  }
  await sink(gathered);
}

function unreadable(digest: ViolationDigest): CohortCheckError {
  const first = digest.rules().find(({ rule }) => rule === SYNTAX)?.first[0];
  return new CohortCheckError({
    code: 'cannot-read',
    what: `${first?.file ?? ''}: ${first?.message ?? ''}`,
    why: 'a mended copy would lack what cannot be read, so none was written',
    try: 'correct that line, or take it out',
  });
}
