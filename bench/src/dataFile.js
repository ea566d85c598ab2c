/* Files of customers to be checked: a cohort that hits its targets, repeated under new ids until the file is long enough. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { loadUnderTest } from './underTest.js';

const DISTINCT = 1000;
const SEED = 42;

/** Lines of distinct customers, as NDJSON and JSON hold them. */
export async function customerLines(count = DISTINCT) {
  const { cohort } = await loadUnderTest();
  return Array.from(cohort({ size: count, seed: SEED }), (record) => JSON.stringify(record));
}

/** Writes so many customers to an NDJSON file, no id twice. */
export async function writeCustomers(path, count) {
  const pieces = (await customerLines()).map((line) => line.split(JSON.parse(line).customer_id));
  const file = openSync(path, 'w');
  try {
    for (let from = 0; from < count; from += pieces.length) {
      const records = pieces.slice(0, count - from);
      writeSync(file, records.map((parts, at) => `${parts.join(idOf(from + at))}\n`).join(''));
    }
  } finally {
    closeSync(file);
  }
}

/** How these files are checked: customers that are repeated deviate from the model together, which is no chance. */
export function checkOptions(domain) {
  return { domain, count: 'any', tolerance: 1 };
}

/** The UUID of version 4 that a number counts to. */
function idOf(number) {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
