import type { Command } from 'commander';
import type { CliContext } from './CliContext.js';
import { parseAlpha, parseDate, parseMinEffect, parseTolerance } from './optionParsers.js';
import { chartFormats, parseChartFormats, parseTitle } from './reportOptions.js';
import type { ReportCommandOptions } from './reportOptions.js';
import { parseWantedCount } from './validateOptions.js';

const HELP = `
The page holds everything: charts, findings, what the checker says, and a table of all records to search, sort and filter, with
links from every chart, finding and violation to the records behind it. It needs no network and no other file.

Exit code: 0, also where the data break rules, which the page shows; 1 where no record could
be analysed or a file cannot be written, 2 on wrong usage.

Examples:
  cohort-check report fixtures/customers.json fixtures/scenarios/*.json
  cohort-check report people.csv --model customers --out people.html --title 'People of March'
  cohort-check report fixtures/scenarios/*.json --charts charts --formats svg
`;

/** Adds `report`, whose action resolves to an exit code. */
export function addReportCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command('report')
    .description('write what files of records hold as one page to look around in, or its charts as pictures')
    .argument('<file...>', 'JSON, NDJSON or CSV')
    .option('--out <file>', 'where to write the page (default: report.html, or no page where --charts is given)')
    .option('--charts <directory>', 'where to write every chart as pictures; it is made where it is missing')
    .option(
      '--formats <formats>',
      `of the pictures, split by commas (default: ${chartFormats.join(',')})`,
      parseChartFormats,
    )
    .option('--title <text>', 'heading of the page (default: the kinds of records)', parseTitle)
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
    .option('--alpha <chance>', 'of a false alarm, and of a finding that is none (default: 0.01)', parseAlpha)
    .option('--tolerance <share>', 'by which a modelled share may be off (default: 0)', parseTolerance)
    .option(
      '--min-effect <size>',
      "smaller differences are no findings: Cohen's h of shares, d of days (default: 0.2)",
      parseMinEffect,
    )
    .option('--json', 'print what was written as JSON')
    .option('--quiet', 'print nothing where all is written')
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], options: ReportCommandOptions) => {
      // Charts, the page and their figures are loaded by those who want them.
      const { runReport } = await import('./report/index.js');
      done(await runReport(files, options, context));
    });
}
