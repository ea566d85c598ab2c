import { join } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { Domain } from '../domain/index.js';
import { CohortCheckError } from '../errors/index.js';
import { compareSnapshot, snapshotFormats, streamRecords, writeSnapshot } from '../snapshot/index.js';
import type { SnapshotDifference, SnapshotFormat, SnapshotOptions, WrittenSnapshot } from '../snapshot/index.js';
import type { CliContext } from './CliContext.js';
import { ExitCode } from './ExitCode.js';
import { counted, duration, grouped, size } from './figures.js';
import { parseCount, parseDate, parseFormat, parseSeed } from './optionParsers.js';
import { pickCollection } from './pickCollection.js';
import { ProgressLine } from './ProgressLine.js';
import { write } from './write.js';

interface ExportOptions {
  readonly seed: number;
  readonly count: number;
  readonly asOf?: string;
  readonly out: string;
  readonly format: SnapshotFormat;
  readonly stdout?: true;
  readonly check?: true;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  cohort-check export                                    the fixture: fixtures/customers.json and its manifest
  cohort-check export --check                            does the fixture still come out of its seed?
  cohort-check export --seed 7 --count 100000 --format ndjson --out /tmp/big
  cohort-check export --format ndjson --stdout | head -n 3
`;

/** Adds `export`, whose actions resolve to an exit code. */
export function addExportCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command('export')
    .description(
      'write a snapshot: records that hit their targets exactly, and a manifest that says how to make them again',
    )
    .option('--seed <integer>', 'which records', parseSeed, 42)
    .option('--count <records>', 'how many of them', parseCount, 500)
    .option('--as-of <date>', "reference date, YYYY-MM-DD (default: the domain's)", parseDate)
    .option('--out <directory>', 'where to write', 'fixtures')
    .addOption(
      new Option('--format <format>', `one of ${snapshotFormats.join(', ')}`).default('json').argParser(parseFormat),
    )
    .option('--check', 'write nothing; exit 1 when the files in --out are not what would be written')
    .addOption(new Option('--stdout', 'print the records instead, without a manifest').conflicts(['check', 'json']))
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ExportOptions) => {
      done(await run(options, context));
    });
}

async function run(options: ExportOptions, context: CliContext): Promise<number> {
  const { seed, count, asOf, format } = options;
  const domain = await context.domain();
  const progress = new ProgressLine(context.stderr, context.seconds);
  const what: SnapshotOptions = {
    domain,
    seed,
    count,
    format,
    ...(asOf === undefined ? {} : { asOf }),
    onProgress: progress.update,
    signal: context.signal,
  };
  try {
    if (options.stdout === true) return await print({ ...what, domain: onlyOne(domain) }, context);
    if (options.check === true) {
      const difference = await compareSnapshot({ ...what, directory: options.out });
      progress.stop();
      return await reportComparison(difference, options, context);
    }
    const written = await writeSnapshot({ ...what, out: options.out });
    progress.stop();
    await reportWritten(written, progress.seconds, options, context);
    return ExitCode.fine;
  } finally {
    progress.stop();
  }
}

/** Standard output has place for one file. */
function onlyOne(domain: Domain): Domain {
  return { ...domain, collections: [pickCollection(domain, undefined)] };
}

async function print(what: SnapshotOptions, { stdout }: CliContext): Promise<number> {
  await streamRecords(what, async (bytes) => write(stdout, bytes));
  return ExitCode.fine;
}

async function reportWritten(
  { manifest, leftBehind, directory }: WrittenSnapshot,
  seconds: number,
  { json }: ExportOptions,
  { stdout, stderr }: CliContext,
): Promise<void> {
  if (json === true) {
    await write(stdout, `${JSON.stringify({ directory, files: manifest.files, left_behind: leftBehind })}\n`);
    return;
  }
  const records = manifest.files.reduce((sum, file) => sum + file.records, 0);
  for (const file of manifest.files) {
    const path = join(directory, file.path);
    await write(stderr, `${path}  ${counted(file.records, 'record')}, ${size(file.bytes)}\n`);
  }
  for (const path of leftBehind)
    await write(stderr, `${join(directory, path)}  of an earlier export, left as it was\n`);
  const rate = seconds > 0 ? `, ${grouped(records / seconds)} records/s` : '';
  await write(stderr, `${join(directory, 'manifest.json')}  seed ${manifest.seed}, ${duration(seconds)}${rate}\n`);
}

async function reportComparison(
  difference: SnapshotDifference | undefined,
  options: ExportOptions,
  { stdout, stderr }: CliContext,
): Promise<number> {
  if (options.json === true) {
    await write(stdout, `${JSON.stringify({ same: difference === undefined, difference: difference ?? null })}\n`);
  } else if (difference === undefined) {
    await write(stderr, `${options.out}  is what seed ${options.seed} gives: ${counted(options.count, 'record')}\n`);
  } else {
    await write(stderr, `${explain(difference, options).message}\n`);
  }
  return difference === undefined ? ExitCode.fine : ExitCode.failed;
}

function explain(found: SnapshotDifference, options: ExportOptions): CohortCheckError {
  const path = join(options.out, found.file);
  const place = [
    ...(found.line === undefined ? [] : [`line ${found.line}`]),
    ...(found.pointer === undefined ? [] : [found.pointer]),
  ];
  return new CohortCheckError({
    code: 'snapshot-differs',
    what: `${path}: ${summary(found)}`,
    ...(place.length === 0 ? {} : { where: `${path}, ${place.join(', ')}` }),
    why: `expected ${quoted(found.expected)}, found ${quoted(found.actual)}`,
    try: `write it anew: ${commandOf(options)}`,
  });
}

/** Lines of JSON end in commas and hold quotes, so they stand apart between backticks. */
function quoted(text: string | undefined): string {
  return text === undefined ? 'nothing' : `\`${text}\``;
}

function summary({ record, id, pointer, line, actual }: SnapshotDifference): string {
  if (record !== undefined) {
    return `record ${record}${id === undefined ? '' : ` (${id})`} ${actual === undefined ? 'is missing' : 'differs'}`;
  }
  if (pointer !== undefined) return `${pointer} differs`;
  return line === undefined ? 'is missing' : 'differs outside its records';
}

function commandOf({ seed, count, asOf, out, format }: ExportOptions): string {
  const parts = ['cohort-check export'];
  if (seed !== 42) parts.push(`--seed ${seed}`);
  if (count !== 500) parts.push(`--count ${count}`);
  if (asOf !== undefined) parts.push(`--as-of ${asOf}`);
  if (format !== 'json') parts.push(`--format ${format}`);
  if (out !== 'fixtures') parts.push(`--out '${out}'`);
  return parts.join(' ');
}
