import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { health } from '../../arbitraries/index.js';
import { gatherReport } from '../../src/report/index.js';
import type { ReportData } from '../../src/report/index.js';
import { reportPage } from '../../src/report/reportPage.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const PEOPLE = 120;

type Json = Record<string, unknown>;

/**
 * A report on some of the fixture's people and their journeys, two of which are wrong: the second customer's birth date is not
 * that of their age, and the third has a word for an age.
 */
export async function smallReport(folder: string): Promise<{ data: ReportData; file: string }> {
  const customers = (await recordsOf('customers.json')).slice(0, PEOPLE);
  const known = new Set(customers.map(({ customer_id: id }) => id));
  const journeys = (await recordsOf('scenarios/first_time_user.json')).filter(({ customer_id: id }) => known.has(id));
  (customers[1]!['core'] as Json)['age'] = 99;
  (customers[2]!['core'] as Json)['age'] = 'old';
  const paths = [join(folder, 'customers.json'), join(folder, 'first_time_user.json')];
  await writeFile(paths[0]!, JSON.stringify(customers));
  await writeFile(paths[1]!, JSON.stringify(journeys));
  const data = await gatherReport(paths, { domain: health });
  return { data, file: await written(folder, 'report.html', data) };
}

export async function written(folder: string, name: string, data: ReportData): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, reportPage(data));
  return file;
}

async function recordsOf(name: string): Promise<Json[]> {
  return JSON.parse(await readFile(join(FIXTURES, name), 'utf8')) as Json[];
}
