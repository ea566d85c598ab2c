import { DataSetCheck } from './DataSetCheck.js';
import type { ReadItem } from './reading/index.js';
import { unreadPlace } from './readSeen.js';
import type { SeenVisitor } from './readSeen.js';
import { requireOptions, settingsOf } from './validate.js';
import type { ValidateOptions } from './validate.js';
import type { CheckedFile, ValidationReport } from './ValidationReport.js';
import { filesOf, headsOf, visitFiles } from './visitFiles.js';
import type { ValidationProgress } from './visitFiles.js';

export interface ValidateFilesOptions extends ValidateOptions {
  /** Called after every piece of about a mebibyte. */
  readonly onProgress?: (progress: ValidationProgress) => void;
  /** Stops the check at its next piece; it is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told of the files, and of every record after its rules were asked. */
  readonly visitor?: SeenVisitor;
}

/**
 * Checks files of records together: JSON arrays, NDJSON and CSV, of this project or any other.
 *
 * Files are read piece by piece: memory does not grow with their size, but for what scenarios and customers that are checked
 * together are compared by, and for the violations that the report holds.
 *
 * @throws CohortCheckError `bad-option`, `unknown-collection`, or `cannot-read` and the like where a file is none.
 */
export async function validateFiles(
  paths: readonly string[],
  options: ValidateFilesOptions,
): Promise<ValidationReport> {
  requireOptions('validateFiles(…)', options);
  const { visitor } = options;
  const files = await filesOf(paths);
  const settings = settingsOf(options, await headsOf(files));
  await visitor?.start(settings.asOf);
  const check = await DataSetCheck.of({ ...settings, onRecord: visitor?.see.bind(visitor) });
  try {
    await visitFiles(files, options, {
      open: (file) => {
        visitor?.open?.(file);
        check.open(file.path, file.format);
      },
      see: (item, { path, format }) => {
        if (item.kind === 'fault') visitor?.fault(unreadPlace(path, item));
        seeItem(check, path, format, item);
      },
    });
    return await check.finish();
  } finally {
    check.dispose();
  }
}

function seeItem(check: DataSetCheck, file: string, format: CheckedFile['format'], item: ReadItem): void {
  if (item.kind === 'record') {
    check.see({ value: item.value, file, index: item.index, pointer: item.pointer, isText: format === 'csv' });
    return;
  }
  check.fault({
    rule: 'file-syntax',
    file,
    record: item.index,
    pointer: item.index === null ? '' : `/${item.index}`,
    message: `line ${item.line}, column ${item.column}: ${item.message}`,
    actual: item.message,
    expected: item.expected,
  });
}
