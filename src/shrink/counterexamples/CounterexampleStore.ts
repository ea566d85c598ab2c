import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { sameJson } from '../../arbitrary/index.js';
import { CohortCheckError } from '../../errors/index.js';
import { parseCounterexamples, printCounterexamples } from './CounterexampleFile.js';
import type { CounterexampleFile, StoredCounterexample, StoredTest } from './CounterexampleFile.js';
import { fileNameOf } from './fileNameOf.js';
import { withLock } from './withLock.js';

/** A file of the store, whether or not it can be read. */
export type ListedFile =
  | { readonly path: string; readonly file: CounterexampleFile }
  | { readonly path: string; readonly fault: CohortCheckError };

let counter = 0;

/**
 * A folder with a file of counterexamples for each property, which any number of processes may write to at once.
 *
 * A file is replaced in one step, so no reader ever sees half of one; one that cannot be read is never written to.
 */
export class CounterexampleStore {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Where the counterexamples of a property stand. */
  pathOf(property: string): string {
    return join(this.directory, fileNameOf(property));
  }

  /**
   * What is stored of a property; undefined where nothing is.
   *
   * @throws CohortCheckError `bad-counterexamples`, `cannot-read`
   */
  read(property: string): CounterexampleFile | undefined {
    const path = this.pathOf(property);
    const file = readFile(path);
    if (file !== undefined && file.property !== property) throw strange(path, file.property, property);
    return file;
  }

  /**
   * Adds a counterexample behind those that are there, unless the same is among them.
   *
   * @param test - where the property is tested; it replaces what the file says of that only where something is added.
   * @returns whether it was added: where not, no byte has changed.
   * @throws CohortCheckError `bad-counterexamples`, `cannot-read`, `cannot-write`
   */
  async add(property: string, test: StoredTest, counterexample: StoredCounterexample): Promise<boolean> {
    return this.change(property, (file) => withAdded(file, property, test, counterexample));
  }

  /** The text that `add` would leave in the file; undefined where it would change nothing. */
  preview(property: string, test: StoredTest, counterexample: StoredCounterexample): string | undefined {
    const next = withAdded(this.read(property), property, test, counterexample);
    return next === undefined ? undefined : printCounterexamples(next);
  }

  /**
   * Takes away the counterexamples of a property that `isUnwanted` says so of, and the file with the last of them.
   *
   * @returns whether there were any.
   * @throws CohortCheckError `bad-counterexamples`, `cannot-read`, `cannot-write`
   */
  async remove(property: string, isUnwanted: (one: StoredCounterexample) => boolean): Promise<boolean> {
    return this.change(property, (file) => {
      const kept = file?.counterexamples.filter((one) => !isUnwanted(one));
      if (file === undefined || kept?.length === file.counterexamples.length) return undefined;
      return { ...file, counterexamples: kept ?? [] };
    });
  }

  /** The files of the store by name, those that cannot be read with their fault. Empty where there is no folder. */
  list(): ListedFile[] {
    return this.names().map((name) => {
      const path = join(this.directory, name);
      try {
        const file = readFile(path);
        if (file !== undefined && fileNameOf(file.property) === name) return { path, file };
        throw strange(path, file?.property, undefined);
      } catch (error) {
        if (error instanceof CohortCheckError) return { path, fault: error };
        throw error;
      }
    });
  }

  private names(): string[] {
    try {
      return readdirSync(this.directory)
        .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
        .sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw cannot('read', this.directory, error);
    }
  }

  private async change(
    property: string,
    changed: (file: CounterexampleFile | undefined) => CounterexampleFile | undefined,
  ): Promise<boolean> {
    const path = this.pathOf(property);
    try {
      return await withLock(join(this.directory, `.${fileNameOf(property)}.lock`), () => {
        const next = changed(this.read(property));
        if (next === undefined) return false;
        if (next.counterexamples.length === 0) rmSync(path);
        else replaceFile(path, printCounterexamples(next));
        return true;
      });
    } catch (error) {
      throw error instanceof CohortCheckError ? error : cannot('write', path, error);
    }
  }
}

function withAdded(
  file: CounterexampleFile | undefined,
  property: string,
  test: StoredTest,
  counterexample: StoredCounterexample,
): CounterexampleFile | undefined {
  const stored = file?.counterexamples ?? [];
  if (stored.some((one) => sameJson(one.arguments, counterexample.arguments))) return undefined;
  return { property, ...file, test, counterexamples: [...stored, counterexample] };
}

function readFile(path: string): CounterexampleFile | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cannot('read', path, error);
  }
  return parseCounterexamples(text, path);
}

function replaceFile(path: string, text: string): void {
  counter += 1;
  const temporary = `${path}.${process.pid}-${counter}.tmp`;
  try {
    writeFileSync(temporary, text, { flush: true });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function strange(path: string, found: string | undefined, wanted: string | undefined): CohortCheckError {
  const own = found === undefined ? undefined : fileNameOf(found);
  return new CohortCheckError({
    code: 'bad-counterexamples',
    what: `${path}: it is of the property ${JSON.stringify(found)}`,
    why: `the counterexamples of ${wanted === undefined ? 'that one' : JSON.stringify(wanted)} stand in ${wanted === undefined ? own : 'this file'}, which is called after the property`,
    try:
      wanted === undefined
        ? `rename it to ${own}`
        : `set "property" to ${JSON.stringify(wanted)}, or rename the file to ${own}`,
  });
}

function cannot(verb: 'read' | 'write', path: string, error: unknown): CohortCheckError {
  return new CohortCheckError({
    code: `cannot-${verb}`,
    what: `${path}: cannot be ${verb === 'read' ? 'read' : 'written'}`,
    why: error instanceof Error ? error.message : String(error),
    try: 'look at the permissions of the folder, or name another directory',
  });
}
