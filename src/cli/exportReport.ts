import { join } from 'node:path';
import { CohortCheckError } from '../errors/index.js';
import { readManifest } from '../snapshot/index.js';
import type { ManifestFile, SnapshotDifference, SnapshotFormat, WrittenSnapshot } from '../snapshot/index.js';
import type { CliContext } from './CliContext.js';
import { ExitCode } from './ExitCode.js';
import { counted, duration, grouped, size } from './figures.js';
import { write } from './write.js';

/** The options of `export`, parsed. */
export interface ExportOptions {
  readonly seed: number;
  readonly count: number;
  readonly asOf?: string;
  readonly out: string;
  readonly format: SnapshotFormat;
  readonly only?: readonly string[];
  readonly stdout?: true;
  readonly check?: true;
  readonly json?: true;
}

/** Tells what a run has written. */
export async function reportWritten(
  { manifest, written, leftBehind, directory }: WrittenSnapshot,
  seconds: number,
  { json }: ExportOptions,
  { stdout, stderr }: CliContext,
): Promise<void> {
  if (json === true) {
    const kept = manifest.files.filter((file) => !written.includes(file)).map(({ path }) => path);
    await write(stdout, `${JSON.stringify({ directory, files: written, kept, left_behind: leftBehind })}\n`);
    return;
  }
  for (const file of written) {
    const path = join(directory, file.path);
    await write(stderr, `${path}  ${counted(file.records, 'record')}, ${size(file.bytes)}\n`);
  }
  for (const path of leftBehind)
    await write(stderr, `${join(directory, path)}  of an earlier export, left as it was\n`);
  const rate = seconds > 0 ? `, ${grouped(recordsIn(written) / seconds)} records/s` : '';
  await write(stderr, `${join(directory, 'manifest.json')}  seed ${manifest.seed}, ${duration(seconds)}${rate}\n`);
}

/** Tells that the files are what the options yield. */
export async function reportSameness(
  names: readonly string[],
  { json, out, seed }: ExportOptions,
  { stdout, stderr }: CliContext,
): Promise<void> {
  if (json === true) {
    await write(stdout, `${JSON.stringify({ same: true, difference: null })}\n`);
    return;
  }
  // The files are as the manifest says: that was compared too.
  const files = (await readManifest(out)).files.filter(({ collection }) => names.includes(collection));
  const where = files.length === 1 ? '' : ` in ${counted(files.length, 'file')}`;
  await write(stderr, `${out}  is what seed ${seed} gives: ${counted(recordsIn(files), 'record')}${where}\n`);
}

function recordsIn(files: readonly ManifestFile[]): number {
  return files.reduce((sum, { records }) => sum + records, 0);
}

/** Tells the first difference, and resolves to the exit code for it. */
export async function reportDifference(
  difference: SnapshotDifference,
  options: ExportOptions,
  { stdout, stderr }: CliContext,
): Promise<number> {
  const text =
    options.json === true ? JSON.stringify({ same: false, difference }) : explain(difference, options).message;
  await write(options.json === true ? stdout : stderr, `${text}\n`);
  return ExitCode.failed;
}

function explain(found: SnapshotDifference, options: ExportOptions): CohortCheckError {
  const path = join(options.out, found.file);
  const place = [
    ...(found.line === undefined ? [] : [`line ${found.line}`]),
    ...(found.pointer === undefined ? [] : [found.pointer]),
  ];
  return new CohortCheckError({
    code: 'snapshot-differs',
    what: `${path}: ${summary(found)}`,
    ...(place.length === 0 ? {} : { where: `${path}, ${place.join(', ')}` }),
    why: `expected ${quoted(found.expected)}, found ${quoted(found.actual)}`,
    try: `write it anew: ${commandOf(options)}`,
  });
}

/** Lines of JSON end in commas and hold quotes, so they stand apart between backticks. */
function quoted(text: string | undefined): string {
  return text === undefined ? 'nothing' : `\`${text}\``;
}

function summary({ record, id, pointer, line, actual }: SnapshotDifference): string {
  if (record !== undefined) {
    return `record ${record}${id === undefined ? '' : ` (${id})`} ${actual === undefined ? 'is missing' : 'differs'}`;
  }
  if (pointer !== undefined) return `${pointer} differs`;
  return line === undefined ? 'is missing' : 'differs outside its records';
}

function commandOf({ seed, count, asOf, out, format, only }: ExportOptions): string {
  const parts = ['cohort-check export'];
  if (seed !== 42) parts.push(`--seed ${seed}`);
  if (count !== 500) parts.push(`--count ${count}`);
  if (asOf !== undefined) parts.push(`--as-of ${asOf}`);
  if (format !== 'json') parts.push(`--format ${format}`);
  if (only !== undefined) parts.push(`--only ${only.join(',')}`);
  if (out !== 'fixtures') parts.push(`--out '${out}'`);
  return parts.join(' ');
}
