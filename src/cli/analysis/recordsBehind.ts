import { matches, traitsOf } from '../../analysis/index.js';
import type { Where } from '../../analysis/index.js';
import type { Study } from '../../domain/index.js';
import { detectFormat, readRecords, SeenReader } from '../../validation/index.js';
import type { ReadSeenOptions } from '../../validation/index.js';

/** How to read files again, as they were read for the analysis. */
export interface SecondPass extends Omit<ReadSeenOptions, 'onProgress'> {
  /** The reference date of the analysis. */
  readonly asOf: string;
}

/** The records of files that a figure is about, in their order, as the analysis saw them: one is in memory at a time. */
export async function* recordsBehind(
  paths: readonly string[],
  where: Where,
  { signal, ...options }: SecondPass,
): AsyncGenerator<object, void, undefined> {
  const studies = ((await options.domain.studies?.()) ?? []) as readonly Study[];
  const byCollection = new Map(studies.map((study) => [study.collection, study]));
  // The reference date is known: no record has to state it.
  const reader = await SeenReader.of(options, []);
  for (const path of paths) {
    const format = await detectFormat(path);
    const reading = { format, ...(signal !== undefined && { signal }) };
    for await (const items of readRecords(path, reading)) {
      signal?.throwIfAborted();
      for (const item of items) {
        if (item.kind !== 'record') continue;
        const { collection, record } = reader.seen(item.value, path, item.index, item.pointer, format === 'csv');
        const study = collection === undefined ? undefined : byCollection.get(collection);
        if (study === undefined || record === undefined) continue;
        if (matches(where, traitsOf(study, record, options.asOf))) yield record;
      }
    }
  }
}
