import { CohortCheckError } from '../../errors/index.js';
import { shrink, shrinkData } from '../../shrink/index.js';
import type { ShrinkOptions, Shrunk } from '../../shrink/index.js';
import { counted } from '../figures.js';
import type { Asking } from './Asking.js';
import { chooseRecord } from './chooseRecord.js';
import type { Found } from './Found.js';
import type { Kinds } from './Kinds.js';
import type { Subject, SubjectRecord } from './readSubject.js';
import type { TriesLine } from './TriesLine.js';

const HOW_IT_SHOWS =
  'a predicate shows it by returning true, by throwing, or by passing --timeout; a command by its exit code';

/** What a search needs to know of its surroundings. */
export interface Search {
  readonly subject: Subject;
  readonly kinds: Kinds;
  readonly asking: Asking;
  readonly line: TriesLine;
  /** Fires when the user interrupts. */
  readonly interrupted: AbortSignal;
}

/**
 * The smallest data set that fails.
 *
 * @throws CohortCheckError `no-failure`, `flaky-predicate`, `unknown-record`.
 */
export async function searchData(search: Search): Promise<Found> {
  const { subject, kinds } = search;
  const { file, records } = subject;
  const collection = kinds.ofMost(records, file);
  const values = records.map(({ value }) => value);
  const example = records.find(({ value }) => kinds.of(value) === collection)?.value;
  const shrunk = await searched(
    search,
    { said: file, hasShown: false, next: 'a predicate that takes the array of all records' },
    async (options) => shrinkData(values, { ...options, model: kinds.modelOf(collection, example) }),
  );
  return foundOf(search, shrunk, undefined, undefined);
}

/**
 * The smallest record that fails.
 *
 * @param wanted - which record to begin with; default: the first that fails.
 * @throws CohortCheckError `no-failure`, `flaky-predicate`, `unknown-record`.
 */
export async function searchRecord(search: Search, wanted: string | undefined): Promise<Found> {
  const { subject, kinds } = search;
  const record = wanted === undefined ? await firstFailing(search) : chooseRecord(subject, wanted, kinds);
  const { index, value } = record;
  const said = `${subject.file}, record ${index}`;
  const collection = kinds.ofMost([record], said);
  const shrunk = await searched(
    search,
    {
      said,
      hasShown: wanted === undefined,
      next: 'leave --record out to ask all in turn, or --data where it takes several',
    },
    async (options) => shrink(value, { ...options, model: kinds.modelOf(collection, value) }),
  );
  const asked = wanted === undefined ? subject.records.indexOf(record) + 1 : undefined;
  return foundOf(search, shrunk, { ...record, id: kinds.idOf(value) }, asked);
}

function foundOf(
  { subject: { file }, asking, interrupted }: Search,
  shrunk: Shrunk<unknown>,
  record: Found['record'],
  asked: number | undefined,
): Found {
  const isInterrupted = interrupted.aborted && !shrunk.isComplete;
  const answer = asking.answerOf(shrunk.value);
  // Interrupted before the failure showed at all: there is no smallest case.
  if (isInterrupted && !answer.shows) throw interrupted.reason;
  return { file, shrunk, answer, record, asked, isInterrupted };
}

/** @throws CohortCheckError `no-failure`. */
async function firstFailing({ subject, asking, line, interrupted }: Search): Promise<SubjectRecord> {
  const { file, records } = subject;
  for (const record of records) {
    line.asking(record.index, records.length);
    if (await asking.fails(record.value)) return record;
    asking.requireSound();
    interrupted.throwIfAborted();
  }
  throw new CohortCheckError({
    code: 'no-failure',
    what: `${file}: the failure shows for none of ${counted(records.length, 'record')}`,
    why: HOW_IT_SHOWS,
    try: '--data, where it takes several records to fail',
  });
}

/**
 * Runs a search; what its predicate cannot do, and what it says itself, is told as the command line says it.
 *
 * @param place - `said`: as an error names what is shrunk; `hasShown`: whether the failure showed already; `next`: what to do
 *   where it does not.
 */
async function searched(
  { asking, line, interrupted }: Search,
  { said, hasShown, next }: { readonly said: string; readonly hasShown: boolean; readonly next: string },
  search: (options: Omit<ShrinkOptions<unknown>, 'model'>) => Promise<Shrunk<unknown>>,
): Promise<Shrunk<unknown>> {
  try {
    const shrunk = await search({ fails: asking.fails, signal: asking.signal, onProgress: line.shrinking });
    asking.requireSound();
    return shrunk;
  } catch (error) {
    asking.requireSound();
    interrupted.throwIfAborted();
    if (!(error instanceof CohortCheckError) || error.code !== 'no-failure') throw error;
    if (hasShown) {
      throw new CohortCheckError({
        code: 'flaky-predicate',
        what: `${said}: the failure showed, and when asked again it did not`,
        why: 'what it hangs on changes from one run to the next, such as a clock, a random number, or what an earlier run left',
        try: 'make the predicate answer by the value alone',
      });
    }
    throw new CohortCheckError({
      code: 'no-failure',
      what: `${said}: the failure does not show`,
      why: HOW_IT_SHOWS,
      try: next,
    });
  }
}
