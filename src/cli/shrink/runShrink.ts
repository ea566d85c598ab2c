import { CohortCheckError } from '../../errors/index.js';
import type { CliContext } from '../CliContext.js';
import { ExitCode } from '../ExitCode.js';
import { promisesBeside } from '../promisesBeside.js';
import { write } from '../write.js';
import { Asking } from './Asking.js';
import { CommandPredicate } from './CommandPredicate.js';
import type { Found } from './Found.js';
import { Kinds } from './Kinds.js';
import { ModulePredicate } from './ModulePredicate.js';
import { outFileOf, writeSmallest } from './outFile.js';
import type { Predicate } from './Predicate.js';
import { readCells } from './readCells.js';
import { faultsText, readSubject } from './readSubject.js';
import type { Subject, SubjectRecord } from './readSubject.js';
import { resultJson } from './resultJson.js';
import { resultText } from './resultText.js';
import { searchData, searchRecord } from './search.js';
import type { ShrinkCommandOptions } from './ShrinkCommandOptions.js';
import { testText } from './testText.js';
import { TriesLine } from './TriesLine.js';

/** Finds the smallest case that still fails, writes and prints it, and resolves to the exit code. */
export async function runShrink(file: string, options: ShrinkCommandOptions, context: CliContext): Promise<number> {
  const { stdout, stderr, signal } = context;
  const predicate = predicateOf(options);
  const out = await outFileOf(file, options);
  const read = await readSubject(file, signal);
  const { asOf = (await promisesBeside([file])).asOf } = options;
  const kinds = new Kinds(await context.domain(), options.model, asOf);
  await write(stderr, faultsText(read));
  const line = new TriesLine(context);
  const asking = new Asking(predicate, signal);
  let found: Found;
  try {
    await predicate.open(signal);
    signal.throwIfAborted();
    const subject = read.isText ? await withoutTexts(read, kinds) : read;
    const search = { subject, kinds, asking, line, interrupted: signal };
    found = options.data === true ? await searchData(search) : await searchRecord(search, options.record);
  } finally {
    line.stop();
    await asking.close();
  }
  if (out !== undefined) await writeSmallest(out, found.shrunk.value);
  await write(stderr, options.json === true ? '' : resultText(found, out));
  await write(stdout, options.json === true || out === undefined ? resultJson(found) : testText(found, out, options));
  return found.isInterrupted ? ExitCode.interrupted : ExitCode.fine;
}

/** @throws CohortCheckError `wrong-usage`. */
function predicateOf({
  fails,
  export: exportName = 'default',
  command,
  timeout: timeoutMs,
}: ShrinkCommandOptions): Predicate {
  if (fails !== undefined) return new ModulePredicate({ path: fails, exportName, timeoutMs });
  if (command !== undefined && command.trim() !== '') return new CommandPredicate({ command, timeoutMs });
  throw new CohortCheckError({
    code: 'wrong-usage',
    what: command === undefined ? 'shrink: nothing says when the failure shows' : '--command "": there is no command',
    why: 'a predicate or a command does',
    try: `--fails ./predicate.ts, or --command 'node check.js {}'`,
  });
}

/** The records of a CSV file with the values that their texts stand for. */
async function withoutTexts(subject: Subject, kinds: Kinds): Promise<Subject> {
  const records: SubjectRecord[] = [];
  for (const { index, value } of subject.records) {
    const collection = kinds.of(value);
    const schema = await collection?.model.schema();
    records.push({ index, value: schema === undefined ? value : readCells(value, schema) });
  }
  return { ...subject, records };
}
