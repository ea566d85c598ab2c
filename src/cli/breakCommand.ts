import { Option } from 'commander';
import type { Command } from 'commander';
import { waysToBreak } from '../domain/index.js';
import type { Collection, Model, WayToBreak } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { brokenFixtures, fixtureFormats, fixtureText } from './brokenFixtures.js';
import type { FixtureFormat } from './brokenFixtures.js';
import type { CliContext } from './CliContext.js';
import { ExitCode } from './ExitCode.js';
import { counted, size } from './figures.js';
import { parseCount, parseDate, parseSeed } from './optionParsers.js';
import { pickCollection } from './pickCollection.js';
import { ProgressLine } from './ProgressLine.js';
import { rulesText } from './rulesText.js';
import { widthOf } from './terminal.js';
import { write } from './write.js';
import { writeWhole } from './writeWhole.js';

interface BreakOptions {
  readonly rule?: readonly string[];
  readonly seed: number;
  readonly count: number;
  readonly asOf?: string;
  readonly format?: FixtureFormat;
  readonly out?: string;
  readonly list?: true;
  readonly json?: true;
}

type Ways = readonly WayToBreak<object>[];

const HELP = `
Each record breaks one rule and no other. Without --rule the rules take turns:
all of them occur once --count is as large as their number. The word shape
stands for all faults of shape.

Examples:
  cohort-check break customers --list
  cohort-check break customers --rule age-within-persona --count 20 --out broken.json
  cohort-check break customers --rule shape --format ndjson
  cohort-check break --rule age-within-persona,shape-missing-key --seed 7
`;

/** Adds `break`, whose actions resolve to an exit code. */
export function addBreakCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command('break')
    .description('write records that are wrong in one known way, with labels that say where: negative fixtures')
    .argument('[collection]', "such as customers, or a group such as scenario; default: the domain's first")
    .argument('[member]', "one of the group, such as life_transition; default: the group's first")
    .option('--rule <ids>', 'rules to break in turn, split by commas; may be repeated (default: all)', parseRules)
    .option('--count <records>', 'how many', parseCount, 20)
    .option('--seed <integer>', 'which ones', parseSeed, 42)
    .option('--as-of <date>', "reference date, YYYY-MM-DD (default: the domain's)", parseDate)
    .option('--out <file>', 'write a file instead of printing')
    .addOption(
      new Option(
        '--format <format>',
        `one of ${fixtureFormats.join(', ')} (default: ndjson for files called so, json for all others)`,
      ).argParser(parseFixtureFormat),
    )
    .addOption(new Option('--list', 'print the rules instead of breaking them').conflicts(['out', 'format']))
    .option('--json', 'print what --list or --out tells as JSON; records are JSON anyway')
    .addHelpText('after', HELP)
    .action(async (word: string | undefined, member: string | undefined, options: BreakOptions) => {
      const domain = await context.domain();
      const collection = pickCollection(domain, word, member);
      const ways = await waysToBreak(modelAt(collection, options.asOf ?? domain.asOf), {
        ...(options.rule === undefined ? {} : { only: options.rule }),
        said: (id) => `--rule ${shown(id)}`,
        list: `cohort-check break ${collection.name} --list`,
      });
      done(await run(collection, ways, options, context));
    });
}

/** The model whose records are those of a reference date. */
function modelAt(collection: Collection<object>, asOf: string): Model<object> {
  return { ...(collection.modelAt?.(asOf) ?? collection.model), arbitrary: collection.arbitrary({}, { asOf }) };
}

async function run(
  collection: Collection<object>,
  ways: Ways,
  options: BreakOptions,
  context: CliContext,
): Promise<number> {
  const { count, out, json } = options;
  const { stdout, stderr, env } = context;
  if (options.list === true) {
    const rules = ways.map(({ id, sentence }) => ({ id, sentence }));
    await write(stdout, json === true ? `${JSON.stringify(rules, null, 2)}\n` : rulesText(ways, widthOf(stdout, env)));
    return ExitCode.fine;
  }
  if (ways.length === 0 && count > 0) throw nothingToBreak(collection);
  const format = options.format ?? (/\.(?:ndjson|jsonl)$/i.test(out ?? '') ? 'ndjson' : 'json');
  const progress = new ProgressLine(stderr, context.seconds);
  try {
    const update = (records: number): void => progress.update({ file: collection.name, records, total: count });
    const pieces = fixtureText(brokenFixtures(ways, options, context.signal, update), format);
    if (out === undefined) {
      for await (const piece of pieces) if (!(await write(stdout, piece))) break;
      return ExitCode.fine;
    }
    const bytes = await writeWhole(out, pieces);
    progress.stop();
    const broken = ways.slice(0, count).map(({ id }) => id);
    await (json === true
      ? write(stdout, `${JSON.stringify({ file: out, format, records: count, bytes, broken })}\n`)
      : write(stderr, `${out}  ${counted(count, 'record')}, ${size(bytes)}: ${told(broken, ways)}\n`));
    return ExitCode.fine;
  } finally {
    progress.stop();
  }
}

function told(broken: readonly string[], ways: Ways): string {
  if (broken.length < ways.length) return `they break ${broken.length} of ${counted(ways.length, 'rule')}`;
  return broken.length === 1 ? `they break ${broken[0]}` : `they break ${counted(broken.length, 'rule')}`;
}

function parseRules(text: string, before: readonly string[] = []): readonly string[] {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.every((id) => id !== '')) return [...before, ...ids];
  throw new CohortCheckError({
    code: 'bad-option',
    what: `--rule ${shown(text)}`,
    why: 'an id is missing: ids of rules, split by commas',
    try: '--rule shape',
  });
}

function parseFixtureFormat(text: string): FixtureFormat {
  const format = fixtureFormats.find((known) => known === text);
  if (format !== undefined) return format;
  throw new CohortCheckError({
    code: 'bad-option',
    what: `--format ${shown(text)}`,
    why: `it must be one of ${fixtureFormats.join(', ')}`,
    try: '--format json',
  });
}

function nothingToBreak({ name, model }: Collection<object>): CohortCheckError {
  return new CohortCheckError({
    code: 'no-place',
    what: `break ${name}: nothing can be broken`,
    why: `${model.name} has no invariants, and its schema lets everything pass`,
    try: '--count 0, or another collection',
  });
}
