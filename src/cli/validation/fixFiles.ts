import { stat } from 'node:fs/promises';
import { mendFile, validateFiles } from '../../validation/index.js';
import type { MendChange, ValidateFilesOptions, ValidationReport } from '../../validation/index.js';
import { NewFiles } from './NewFiles.js';
import type { CopyPlan } from './planCopies.js';

/** A mended copy. */
export interface MendedCopy {
  readonly path: string;
  /** The file that it is a copy of. */
  readonly of: string;
  readonly records: number;
  readonly mended: number;
}

/** What `--fix` did; `--json` prints it after the report. */
export interface FixResult {
  readonly fixes: readonly MendChange[];
  readonly copies: readonly MendedCopy[];
  /** What a check of the copies finds. */
  readonly left: Pick<ValidationReport, 'ok' | 'counts'>;
}

type Progress = NonNullable<ValidateFilesOptions['onProgress']>;

export interface FixOptions {
  /** As the files were checked. */
  readonly checking: Omit<ValidateFilesOptions, 'onProgress' | 'onViolation'>;
  readonly plan: CopyPlan;
  /** Takes the changes as they are made; where nobody does, they are kept for the result. */
  readonly tell?: ((changes: readonly MendChange[]) => Promise<void>) | undefined;
  /** Shows how far one of the two runs through the files has come. */
  readonly during: <T>(doing: string, act: (onProgress: Progress) => Promise<T>) => Promise<T>;
}

/**
 * Writes a mended copy of every file that was checked: all of them or none.
 *
 * @param report - on the files as they are.
 */
export async function fixFiles(report: ValidationReport, options: FixOptions): Promise<FixResult> {
  const { checking, during } = options;
  const files = new NewFiles();
  try {
    const written = await during('mending', async (onProgress) => writeCopies(files, report, options, onProgress));
    // Before they have their names: whoever interrupts this finds nothing changed.
    const { ok, counts } = await during('checking the copy of', async (onProgress) =>
      validateFiles(files.temporaries, { ...checking, asOf: report.as_of, keepViolations: false, onProgress }),
    );
    await files.commit();
    return { ...written, left: { ok, counts } };
  } finally {
    await files.discard();
  }
}

async function writeCopies(
  files: NewFiles,
  report: ValidationReport,
  { plan, tell, checking: { domain, model, signal } }: FixOptions,
  onProgress: Progress,
): Promise<Pick<FixResult, 'fixes' | 'copies'>> {
  const sizes = await Promise.all(report.files.map(async ({ path }) => (await stat(path)).size));
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  const fixes: MendChange[] = [];
  const copies: MendedCopy[] = [];
  for (const folder of plan.folders) await files.folder(folder);
  let before = 0;
  for (const [index, { path, format }] of report.files.entries()) {
    const target = plan.copies[index] ?? '';
    const file = await files.open(target);
    const copy = { path: target, of: path, records: 0, mended: 0 };
    for await (const piece of mendFile(path, {
      domain,
      asOf: report.as_of,
      format,
      ...(model !== undefined && { model }),
      ...(signal !== undefined && { signal }),
      onProgress: (bytes) => onProgress({ file: path, bytes: before + bytes, totalBytes, records: copy.records }),
    })) {
      await files.write(file, piece.bytes);
      copy.records += piece.records;
      copy.mended += piece.mended;
      if (tell === undefined) fixes.push(...piece.changes);
      else await tell(piece.changes);
    }
    copies.push(copy);
    before += sizes[index] ?? 0;
  }
  return { fixes, copies };
}
