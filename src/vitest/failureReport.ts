import { relative } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { CohortCheckError } from '../errors/index.js';
import { besideSimplest, printCounterexamples, unfaithfulIn } from '../shrink/index.js';
import type { Arguments, CounterexampleStore, Parameter } from '../shrink/index.js';
import type { RunningTest } from './runningTest.js';

/** A property that does not hold, and what is known of it. */
export interface Failure {
  readonly property: string;
  readonly store: CounterexampleStore;
  readonly test: RunningTest | undefined;
  readonly parameters: readonly Parameter[];
  readonly smallest: Arguments;
  /** The smallest is one of the stored counterexamples, mended or not. */
  readonly isKnown: boolean;
  /** It was a stored counterexample that failed. */
  readonly wasStored: boolean;
}

/** How fast-check says how to repeat a run; a stored value is repeated by itself, and at no path. */
const SEED_AND_PATH = /^\{ seed: .*\}$/m;

/** Keeps the smallest counterexample, and makes the error that tells of it. */
export async function failureReport<Ts>(details: fc.RunDetails<Ts>, failure: Failure): Promise<Error> {
  const { wasStored, parameters, smallest, test } = failure;
  // First, in case that nothing comes of the rest.
  const place = await kept(failure);
  const told = (await fc.asyncDefaultReportMessage(details)) ?? 'Property failed';
  const parts = [
    wasStored ? told.replace(SEED_AND_PATH, '{ a stored counterexample: tried first, whatever the seed }') : told,
    beside(smallest, parameters),
    place,
    ...(test === undefined ? [] : [`run it again: ${test.command}`]),
  ];
  const cause = details.errorInstance ?? undefined;
  const error = new Error(parts.join('\n\n'), { cause });
  // Where the property was broken, not where that was noticed.
  error.stack = `${error.name}: ${error.message}\n${framesOf(cause)}`;
  return error;
}

function framesOf(cause: unknown): string {
  const lines = cause instanceof Error ? (cause.stack ?? '').split('\n') : [];
  return lines.filter((line) => /^\s+at /.test(line)).join('\n');
}

/** Arbitraries of anyone are asked to shrink here, which they may not be up to. */
function beside(smallest: Arguments, parameters: readonly Parameter[]): string {
  try {
    return besideSimplest(smallest, parameters);
  } catch (error) {
    return `no simplest value to put beside it: ${String(error)}`;
  }
}

async function kept({ property, store, test, smallest, isKnown }: Failure): Promise<string> {
  const place = relative(process.cwd(), store.pathOf(property));
  if (isKnown) return `kept already in ${place}`;
  const loss = unfaithfulIn(smallest);
  if (loss !== undefined) {
    return `not kept: ${loss.what} stands at ${loss.pointer}, which JSON does not keep`;
  }
  const { file = '', name = '' } = test ?? {};
  const entry = { arguments: smallest };
  try {
    if (!isOnCi()) {
      const isNew = await store.add(property, { file, name }, entry);
      return isNew ? `kept in ${place}: commit it` : `kept already in ${place}`;
    }
    const text = store.preview(property, { file, name }, entry);
    return text === undefined
      ? `kept already in ${place}`
      : `not written, since CI is set; commit this as ${place}:\n${text}`;
  } catch (error) {
    // That the property does not hold must not be hidden by what became of its counterexample.
    if (!(error instanceof CohortCheckError)) throw error;
    return `not kept: ${error.message}\n\n${printCounterexamples({ property, test: { file, name }, counterexamples: [entry] })}`;
  }
}

function isOnCi(): boolean {
  return !['', '0', 'false', 'no'].includes((process.env['CI'] ?? '').toLowerCase());
}
