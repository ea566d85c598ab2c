import { quotedPath, quotedWord } from '../text/index.js';
import type { ValidateCommandOptions } from '../validateOptions.js';

/** The command that repeats a check and prints everything that it finds; it works when pasted. */
export function againCommand(files: readonly string[], options: ValidateCommandOptions): string {
  const { model, asOf, count, alpha, tolerance } = options;
  const settings = Object.entries({ model, 'as-of': asOf, count, alpha, tolerance })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `--${name} ${quotedWord(String(value))}`);
  return ['cohort-check validate', ...files.map(quotedPath), ...settings, '--json'].join(' ');
}
