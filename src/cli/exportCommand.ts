import { Option } from 'commander';
import type { Command } from 'commander';
import { collectionsCalled } from '../domain/index.js';
import type { Domain } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { compareSnapshot, snapshotFormats, streamRecords, writeSnapshot } from '../snapshot/index.js';
import type { SnapshotOptions } from '../snapshot/index.js';
import type { CliContext } from './CliContext.js';
import { ExitCode } from './ExitCode.js';
import { reportDifference, reportSameness, reportWritten } from './exportReport.js';
import type { ExportOptions } from './exportReport.js';
import { parseCount, parseDate, parseFormat, parseNames, parseSeed } from './optionParsers.js';
import { pickCollection } from './pickCollection.js';
import { ProgressLine } from './ProgressLine.js';
import { write } from './write.js';

const EXAMPLES = `
Examples:
  cohort-check export                                    the fixture: fixtures/customers.json and all beside it
  cohort-check export --check                            does the fixture still come out of its seed?
  cohort-check export --seed 7 --count 100000 --format ndjson --out /tmp/big
  cohort-check export --only scenario,customers --count 1000 --out /tmp/journeys
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
    .option(
      '--only <names>',
      'these files alone: names of collections, groups or folders, split by commas; may be repeated',
      parseNames,
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
  const only = pickedBy(options, domain);
  const progress = new ProgressLine(context.stderr, context.seconds);
  const what: SnapshotOptions = {
    domain,
    seed,
    count,
    format,
    ...(asOf === undefined ? {} : { asOf }),
    ...(only === undefined ? {} : { only }),
    onProgress: progress.update,
    signal: context.signal,
  };
  try {
    if (options.stdout === true) return await print(what, context);
    if (options.check === true) {
      const difference = await compareSnapshot({ ...what, directory: options.out });
      progress.stop();
      if (difference !== undefined) return await reportDifference(difference, options, context);
      await reportSameness(only ?? namesOf(domain.collections), options, context);
      return ExitCode.fine;
    }
    const written = await writeSnapshot({ ...what, out: options.out });
    progress.stop();
    await reportWritten(written, progress.seconds, options, context);
    return ExitCode.fine;
  } finally {
    progress.stop();
  }
}

/** Names of the picked collections; undefined for all of them. Standard output has place for one. */
function pickedBy({ only, stdout }: ExportOptions, domain: Domain): readonly string[] | undefined {
  if (only === undefined) return stdout === true ? [pickCollection(domain).name] : undefined;
  const picked = new Set(only.flatMap((word) => collectionsCalled(domain, word, `--only ${shown(word)}`)));
  const names = namesOf(domain.collections.filter((one) => picked.has(one)));
  if (stdout !== true || names.length === 1) return names;
  throw new CohortCheckError({
    code: 'bad-option',
    what: `--only ${only.join(',')}: these are ${names.length} files, and standard output has place for one`,
    why: `it stands for ${names.join(', ')}`,
    try: `--stdout --only ${names[0] ?? ''}`,
  });
}

function namesOf(collections: readonly { readonly name: string }[]): string[] {
  return collections.map(({ name }) => name);
}

async function print(what: SnapshotOptions, { stdout }: CliContext): Promise<number> {
  await streamRecords(what, async (bytes) => write(stdout, bytes));
  return ExitCode.fine;
}
