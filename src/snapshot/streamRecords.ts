import { chunksOf } from './chunksOf.js';
import { planSnapshot } from './SnapshotPlan.js';
import type { SnapshotOptions } from './SnapshotPlan.js';

/**
 * Hands the bytes of a snapshot's files to `sink`, one file after the other, with no manifest.
 *
 * @param sink - takes a piece, which is overwritten once the returned promise is settled; `false` ends the run early.
 * @returns the number of records whose bytes were handed over.
 * @throws CohortCheckError `bad-option`; and whatever `sink` throws.
 */
export async function streamRecords(
  options: SnapshotOptions,
  sink: (bytes: Uint8Array) => Promise<boolean>,
): Promise<number> {
  const plan = await planSnapshot('streamRecords(…)', options);
  let records = 0;
  for (const { name, population, layout } of plan.files) {
    for (const chunk of chunksOf(population, layout)) {
      options.signal?.throwIfAborted();
      if (!(await sink(chunk.bytes))) return records + chunk.records;
      options.onProgress?.({ file: name, records: records + chunk.records, total: plan.total });
    }
    records += population.size;
  }
  return records;
}
