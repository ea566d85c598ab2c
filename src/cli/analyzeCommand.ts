import { Option } from 'commander';
import type { Command } from 'commander';
import type { AnalyzeCommandOptions } from './analyzeOptions.js';
import type { CliContext } from './CliContext.js';
import { parseAlpha, parseDate, parseMinEffect } from './optionParsers.js';

const HELP = `
What the records say: how far journeys come, where they are lost and how people feel there, how long they take, which outcomes
are reached; who differs from all others by more than chance, and what to do about it. Shares have 95 % intervals. A million
records need no more memory than a thousand.

--against compares with files from before, and tells what changed by more than chance. --records reads the files a second time
and prints the records behind a finding as NDJSON; it takes the finding's rank, or its id from --json.

Exit code: 0, 1 where no record could be analysed, 2 on wrong usage.

Examples:
  cohort-check analyze fixtures/customers.json fixtures/scenarios/*.json
  cohort-check analyze fixtures/scenarios/*.json --by persona --markdown > journeys.md
  cohort-check analyze customers.json --against before/customers.json
  cohort-check analyze journeys.ndjson --records 1 > behind.ndjson
`;

/** Adds `analyze`, whose action resolves to an exit code. */
export function addAnalyzeCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command('analyze')
    .description('tell what records say: completion, drop-off, emotions, durations, outcomes, findings, what changed')
    .argument('<file...>', 'JSON, NDJSON or CSV')
    .option('--model <collection>', 'the kind of every record, such as customers (default: each is recognised)')
    .option(
      '--as-of <date>',
      'reference date, YYYY-MM-DD (default: that of the manifest beside the files, or what the records state; those of --against have their own)',
      parseDate,
    )
    .option('--alpha <chance>', 'of a finding that is none, over all comparisons together (default: 0.01)', parseAlpha)
    .option(
      '--min-effect <size>',
      "smaller differences are no findings: Cohen's h of shares, d of days (default: 0.2)",
      parseMinEffect,
    )
    .option('--against <file...>', 'files of the data set from before, to compare with')
    .addOption(
      new Option('--by <grouping>', 'tables by this grouping alone, such as persona').conflicts(['json', 'records']),
    )
    .addOption(
      new Option('--records <finding>', 'print the records behind a finding, by its rank or id').conflicts([
        'json',
        'markdown',
        'against',
      ]),
    )
    .addOption(new Option('--json', 'print every figure as JSON').conflicts(['markdown']))
    .option('--markdown', 'print it as tables, such as for a comment on a pull request')
    .option('--quiet', 'print what was found alone, without its tables and without progress')
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], options: AnalyzeCommandOptions) => {
      // The figures and their statistics are loaded by those who analyse.
      const { runAnalysis } = await import('./analysis/index.js');
      done(await runAnalysis(files, options, context));
    });
}
