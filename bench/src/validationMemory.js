/* Whether the memory that a check takes grows with the number of records: whole processes, each with a file on disk. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCustomers } from './dataFile.js';

const program = fileURLToPath(new URL('validateProcess.js', import.meta.url));

/** Peak memory and time of checking NDJSON files of so many customers, one after another. */
export async function measureValidationMemory(counts) {
  const folder = mkdtempSync(join(tmpdir(), 'cohort-check-memory-'));
  try {
    const measured = [];
    for (const count of counts) {
      const path = join(folder, 'customers.ndjson');
      await writeCustomers(path, count);
      measured.push(checked(path, count));
    }
    return measured;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checked(path, count) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`checking ${count} records ended with ${status}:\n${stderr}`);
  const { ok, records, milliseconds, kibibytes } = JSON.parse(stdout);
  if (!ok || records !== count)
    throw new Error(`${records} of ${count} records were checked, which were found ${ok ? 'right' : 'wrong'}`);
  return { records, mebibytes: kibibytes / 1024, recordsPerSecond: (records * 1000) / milliseconds };
}
