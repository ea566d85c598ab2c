import { chunksOf } from './chunksOf.js';
import { giveWay } from './giveWay.js';
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
  let places = 0;
  for (const { path, population, layout } of plan.files) {
    let made = 0;
    for (const chunk of chunksOf(population, layout)) {
      await giveWay(options.signal);
      made = chunk.records;
      if (chunk.bytes.length > 0 && !(await sink(chunk.bytes))) return records + made;
      options.onProgress?.({ file: path, records: places + chunk.places, total: plan.total });
    }
    records += made;
    places += population.size;
  }
  return records;
}
