import type { Command } from 'commander';
import { CohortCheckError } from '../errors/index.js';
import type { CliContext } from './CliContext.js';
import { runList, runPrune, runReplay, storedIn } from './counterexamples/index.js';

interface Options {
  readonly dir: string;
  readonly json?: boolean;
  readonly all?: boolean;
  readonly dryRun?: boolean;
}

const DIRECTORY = 'fixtures/counterexamples';

const HELP = `
Counterexamples are kept by properties with remember('name') of cohort-check/vitest.
A property is named as there, or by its file. Without a subcommand they are listed.

Examples:
  cohort-check counterexamples
  cohort-check counterexamples replay 'badge agrees with level'
  cohort-check counterexamples prune --dry-run
  cohort-check counterexamples prune badge-agrees-with-level --all
`;

/** Adds `counterexamples`, whose actions resolve to an exit code. */
export function addCounterexamplesCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  const parent = program
    .command('counterexamples')
    .description('list, replay or prune the counterexamples that properties have kept')
    .addHelpText('after', HELP);
  const add = (name: string, description: string, isDefault = false): Command =>
    parent
      .command(name, { isDefault })
      .description(description)
      .argument('[property...]', 'default: all')
      .option('--dir <folder>', 'where they are kept', DIRECTORY);
  add('list', 'print what is stored, and what has become of it', true)
    .option('--json', 'print a JSON object instead of words')
    .action(async (names: string[], { dir, json = false }: Options) => {
      done(await runList(storedIn(dir, names), { json }, context));
    });
  add('replay', 'run the tests of the properties, which try what is stored first').action(
    async (names: string[], { dir }: Options) => {
      done(await runReplay(storedIn(dir, names), context));
    },
  );
  add('prune', 'take away what is stale: what a rule refuses now, or what cannot be mended')
    .option('--all', 'take away all that is stored of the named properties')
    .option('--dry-run', 'only say what would be taken away')
    .option('--json', 'print a JSON object instead of words')
    .action(async (names: string[], { dir, json = false, all = false, dryRun = false }: Options) => {
      if (all && names.length === 0) throw allOfWhat();
      done(await runPrune(storedIn(dir, names), { json, all, dryRun }, context));
    });
}

function allOfWhat(): CohortCheckError {
  return new CohortCheckError({
    code: 'wrong-usage',
    what: '--all: no property is named',
    why: 'counterexamples that still say something are taken away only where they are meant',
    try: 'cohort-check counterexamples prune badge-agrees-with-level --all',
  });
}
