import type { Command } from 'commander';
import { Infeasible, sample } from '../arbitrary/index.js';
import type { Collection } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { cardText } from './cardText.js';
import type { CliContext } from './CliContext.js';
import { ExitCode } from './ExitCode.js';
import { parseCount, parseDate, parseSeed } from './optionParsers.js';
import { parseConstraints } from './parseConstraints.js';
import type { Wish } from './parseConstraints.js';
import { pickCollection } from './pickCollection.js';
import { hasColours, widthOf } from './terminal.js';
import { wishOf } from './wishOf.js';
import { write } from './write.js';

interface SampleOptions {
  readonly seed: number;
  readonly count: number;
  readonly asOf?: string;
  readonly json?: true;
}

/** What an option wants of the records, once it is known which records are meant. */
type Holding = (collection: Collection<object>) => Wish;

/** So many records show every field that a constraint may name, also those that not every record has. */
const EXAMPLES = 20;

const HELP = `
A field is held to a value, to a range a..b whose ends may be left open, or to a choice a|b.

Examples:
  cohort-check sample
  cohort-check sample --persona overlooked_risk_group --age 40..50
  cohort-check sample --count 100 --risk moderate --json
  cohort-check sample --where core.location.state=TX --where 'core.education=master|phd'
  cohort-check sample scenario life_transition --persona prevention_professional
  cohort-check sample --where health.chronic_conditions=asthma --where engagement.visit_count=5..
`;

/** Adds `sample`, whose actions resolve to an exit code. */
export function addSampleCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  const command = program
    .command('sample')
    .description('print a few records, held to constraints')
    .argument('[collection]', "such as customers, or a group such as scenario; default: the domain's first")
    .argument('[member]', "one of the group, such as life_transition; default: the group's first")
    .option('--count <records>', 'how many', parseCount, 3)
    .option('--seed <integer>', 'which ones', parseSeed, 42)
    .option('--as-of <date>', "reference date, YYYY-MM-DD (default: the domain's)", parseDate)
    .option('--json', 'print a JSON array instead of cards');
  // Shortcuts and --where fill one list, in the order in which they were written.
  const holdings: Holding[] = [];
  for (const shortcut of context.shortcuts) {
    command.option(shortcut.flags, shortcut.description, (text: string) =>
      holdings.push((collection) => wishOf(shortcut, text, collection, context.shortcuts)),
    );
  }
  command
    .option('--where <field=value>', 'hold any field; may be repeated', (text: string) => {
      const wish = parseWhere(text);
      return holdings.push(() => wish);
    })
    .addHelpText('after', HELP)
    .action(async (word: string | undefined, member: string | undefined, options: SampleOptions) => {
      const domain = await context.domain();
      const collection = pickCollection(domain, word, member);
      const wishes = holdings.map((holding) => holding(collection));
      done(await run(collection, wishes, { asOf: domain.asOf, ...options }, context));
    });
}

async function run(
  collection: Collection<object>,
  wishes: readonly Wish[],
  { asOf, seed, count, json }: SampleOptions & { readonly asOf: string },
  { stdout, env }: CliContext,
): Promise<number> {
  const examples = wishes.length === 0 ? [] : sample(collection.arbitrary({}, { asOf }), { count: EXAMPLES });
  const constraints = parseConstraints(wishes, examples);
  const records = drawn(constraints, () => sample(collection.arbitrary(constraints, { asOf }), { seed, count }));
  const style = { width: widthOf(stdout, env), hasColours: hasColours(stdout, env) };
  const text =
    json === true
      ? `${JSON.stringify(records, null, 2)}\n`
      : records.map((record) => cardText(collection.card(record), style)).join('\n');
  await write(stdout, text);
  return ExitCode.fine;
}

/** Most clashes show when the constraints are set; some only when a record is drawn. */
function drawn<T>(constraints: unknown, draw: () => T): T {
  try {
    return draw();
  } catch (error) {
    throw error instanceof Infeasible ? error.toError(constraints) : error;
  }
}

function parseWhere(text: string): Wish {
  const [, path, value] = /^\s*([^=]+?)\s*=(.*)$/su.exec(text) ?? [];
  if (path !== undefined && value !== undefined) return { said: `--where ${text}`, path, text: value.trim() };
  throw new CohortCheckError({
    code: 'bad-constraint',
    what: `--where ${shown(text)}`,
    why: 'it must name a field and a value, with = between them',
    try: '--where core.location.state=TX',
  });
}
