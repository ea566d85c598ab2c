import { Option } from 'commander';
import type { Command } from 'commander';
import type { CliContext } from './CliContext.js';
import { parseAlpha, parseDate, parseTolerance } from './optionParsers.js';
import { parseWantedCount, validationFormats } from './validateOptions.js';
import type { ValidateCommandOptions } from './validateOptions.js';

const FORMATS = {
  json: 'print the whole report as JSON, every violation in it',
  junit: 'print it as JUnit XML, for build servers',
  markdown: 'print it as tables, such as for a comment on a pull request',
  github: 'print annotations for GitHub Actions',
} as const satisfies Record<(typeof validationFormats)[number], string>;

const HELP = `
Files are JSON arrays, NDJSON or CSV; which kind of record stands in them is recognised. Files that belong together, such as
customers and their scenarios, are checked against each other.

--fix mends each record by itself, lists every change, and leaves all else as it stands, byte by byte; the copy of a CSV file is
a JSON array. What is wrong between records stays: ids that stand twice, shares, the number of records. A record that cannot
be read ends it, and nothing is written. With --json the changes stand under fixes, and what is left under left.

Exit code: 0 without errors, 1 with errors (with --fix: in the copy), 2 on wrong usage.

Examples:
  cohort-check validate fixtures/customers.json fixtures/scenarios/*.json
  cohort-check validate people.csv --model customers --count any
  cohort-check validate big.ndjson --json > report.json
  cohort-check validate customers.json --fix customers-mended.json
`;

/** Adds `validate`, whose action resolves to an exit code. */
export function addValidateCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  const command = program
    .command('validate')
    .description('check files of records: shapes, rules, ids, shares, journeys; also of files from elsewhere')
    .argument('<file...>', 'JSON, NDJSON or CSV')
    .option('--model <collection>', 'the kind of every record, such as customers (default: each is recognised)')
    .option(
      '--as-of <date>',
      'reference date, YYYY-MM-DD (default: that of the manifest beside the files, or what the records state)',
      parseDate,
    )
    .option(
      '--count <records>',
      'how many were promised, or any (default: what the manifest says, else as many as make all shares whole)',
      parseWantedCount,
    )
    .option('--alpha <chance>', 'of a false alarm over all statistical tests together (default: 0.01)', parseAlpha)
    .option('--tolerance <share>', 'by which a modelled share may be off (default: 0)', parseTolerance);
  for (const format of validationFormats) {
    const others = validationFormats.filter((other) => other !== format);
    command.addOption(new Option(`--${format}`, FORMATS[format]).conflicts(others));
  }
  command
    .addOption(
      new Option(
        '--fix <out>',
        'write a mended copy: of one file to a new file, of several below a directory',
      ).conflicts(validationFormats.filter((format) => format !== 'json')),
    )
    .addOption(
      new Option('--quiet', 'print errors alone, and nothing where there are none').conflicts([...validationFormats]),
    )
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], options: ValidateCommandOptions) => {
      // The checker with its tables and statistics is loaded by those who check.
      const { runValidation } = await import('./validation/index.js');
      done(await runValidation(files, options, context));
    });
}
