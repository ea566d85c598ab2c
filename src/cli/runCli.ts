import { Command, CommanderError } from 'commander';
import { CohortCheckError } from '../errors/index.js';
import { ownVersion } from '../snapshot/index.js';
import { addAnalyzeCommand } from './analyzeCommand.js';
import { addBreakCommand } from './breakCommand.js';
import type { CliContext } from './CliContext.js';
import { addCounterexamplesCommand } from './counterexamplesCommand.js';
import { ExitCode, exitCodeOf } from './ExitCode.js';
import { addExportCommand } from './exportCommand.js';
import { addReportCommand } from './reportCommand.js';
import { addSampleCommand } from './sampleCommand.js';
import { addShrinkCommand } from './shrinkCommand.js';
import { widthOf } from './terminal.js';
import { addValidateCommand } from './validateCommand.js';
import { write } from './write.js';

/**
 * Runs the command line and resolves to its exit code; it neither throws nor ends the process.
 *
 * @param argv - the arguments alone, without the program's own path.
 */
export async function runCli(argv: readonly string[], context: CliContext): Promise<number> {
  const { stdout, stderr, signal } = context;
  // Faults reach whoever wrote, through the callback of the write; the event on top of it would end the process.
  const ignore = (): void => undefined;
  stdout.on('error', ignore);
  stderr.on('error', ignore);
  let code: number = ExitCode.fine;
  const texts: string[] = [];
  const program = programOf(context, texts, (given) => {
    code = given;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (signal.aborted) {
      await write(stderr, 'interrupted: no file was changed\n');
      return ExitCode.interrupted;
    }
    return await report(error, argv, program, texts, context);
  }
}

function programOf(context: CliContext, texts: string[], done: (code: number) => void): Command {
  const { stdout, env } = context;
  const program = new Command('cohort-check')
    .description('Test data about people: exact cohorts, small diffs, failures that shrink wherever they came from.')
    .version(ownVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => texts.push(text),
      writeErr: (text) => texts.push(text),
      // The thrown error carries the same text.
      outputError: () => undefined,
      getOutHelpWidth: () => widthOf(stdout, env),
      getErrHelpWidth: () => widthOf(stdout, env),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addExportCommand(program, context, done);
  addSampleCommand(program, context, done);
  addBreakCommand(program, context, done);
  addValidateCommand(program, context, done);
  addAnalyzeCommand(program, context, done);
  addReportCommand(program, context, done);
  addShrinkCommand(program, context, done);
  addCounterexamplesCommand(program, context, done);
  return program;
}

async function report(
  error: unknown,
  argv: readonly string[],
  program: Command,
  texts: readonly string[],
  { stdout, stderr }: CliContext,
): Promise<number> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) {
      await write(stdout, texts.join(''));
      return ExitCode.fine;
    }
    await write(stderr, texts.length > 0 ? texts.join('') : `${usageError(error, argv, program).message}\n`);
    return ExitCode.wrongUsage;
  }
  if (error instanceof CohortCheckError) {
    await write(stderr, `${error.message}\n`);
    return exitCodeOf(error.code);
  }
  const facts = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await write(
    stderr,
    `this is a bug in cohort-check, not in your call\n` +
      `  please report it with these facts: cohort-check ${ownVersion()}, Node ${process.version}, ` +
      `arguments ${JSON.stringify(argv)}\n${facts}\n`,
  );
  return ExitCode.failed;
}

/** A mistake that commander found, in the words and the shape of all others. */
function usageError(error: CommanderError, argv: readonly string[], program: Command): CohortCheckError {
  const [what = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const command = program.commands.find((one) => argv.includes(one.name()))?.name();
  return new CohortCheckError({
    code: 'wrong-usage',
    what,
    ...(suggestion === undefined ? {} : { why: suggestion.replace(/^\((.*)\)$/, '$1') }),
    try: `cohort-check ${command === undefined ? '' : `${command} `}--help`,
  });
}
