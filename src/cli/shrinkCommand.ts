import { Option } from 'commander';
import type { Command } from 'commander';
import { CohortCheckError, shown } from '../errors/index.js';
import type { CliContext } from './CliContext.js';
import { parseDate } from './optionParsers.js';
import type { ShrinkCommandOptions } from './shrink/index.js';

/** Longer timers overflow and fire at once. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

const HELP = `
The predicate is a function of one record, or with --data of the array of all: the failure shows where it returns true, throws, or
takes longer than --timeout; it may be async. What it prints is not shown. A command shows the failure by an exit code other than 0:
{} in it stands for the path of a JSON file; without {} the JSON comes on standard input.

Without --record and --data, records are asked in turn until one fails. The smallest case is written as JSON, and a vitest test
that fails on it is printed: save it in the directory that you are in. Ctrl-C ends the search with the smallest case so far.

Exit code: 0 with the smallest case, 1 when nothing fails or the predicate answers one value in two ways, 2 on wrong usage, 130 when
interrupted.

Examples:
  cohort-check shrink customers.json --fails ./predicate.ts > smallest.test.ts
  cohort-check shrink people.csv --model customers --fails ./checks.ts --export rejectsBadge --record 17
  cohort-check shrink customers.ndjson --data --command 'node import.js {}' --timeout 2000
`;

/** Adds `shrink`, whose action resolves to an exit code. */
export function addShrinkCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command('shrink')
    .description('find the smallest record, or the smallest data set, that still shows a failure: of any file')
    .argument('<file>', 'JSON, NDJSON or CSV; records may come from elsewhere')
    .addOption(
      new Option(
        '--fails <module>',
        'TypeScript or JavaScript file whose export says that the failure shows',
      ).conflicts('command'),
    )
    .addOption(
      new Option('--export <name>', 'the export of the module (default: the default export)').conflicts('command'),
    )
    .option('--command <line>', 'shell command that exits with another code than 0 where the failure shows')
    .addOption(new Option('--record <id|index>', 'the record to shrink: its id, or its place in the file, from 0'))
    .addOption(new Option('--data', 'shrink the whole array').conflicts('record'))
    .option('--timeout <ms>', 'a longer run is ended, and shows the failure (default: none)', parseTimeout)
    .option('--model <collection>', 'the kind of the records, such as customers (default: it is recognised)')
    .option(
      '--as-of <date>',
      'reference date, YYYY-MM-DD (default: that of the manifest beside the file, or what the record states)',
      parseDate,
    )
    .option('--out <file>', 'where to write the smallest case (default: <file>.smallest.json in this directory)')
    .option('--json', 'print the result as JSON instead, and write a file only with --out')
    .addHelpText('after', HELP)
    .action(async (file: string, options: ShrinkCommandOptions) => {
      // Reading, models and the search are loaded by those who shrink.
      const { runShrink } = await import('./shrink/index.js');
      done(await runShrink(file, options, context));
    });
}

function parseTimeout(text: string): number {
  const milliseconds = /^\d+(?:_\d+)*$/.test(text) ? Number(text.replaceAll('_', '')) : 0;
  if (milliseconds >= 1 && milliseconds <= LONGEST_TIMEOUT) return milliseconds;
  throw new CohortCheckError({
    code: 'bad-option',
    what: `--timeout ${shown(text)}`,
    why: `it must be a whole number of milliseconds from 1 to ${LONGEST_TIMEOUT}`,
    try: '--timeout 1000',
  });
}
