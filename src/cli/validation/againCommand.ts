import type { ValidateCommandOptions } from '../validateOptions.js';

/** The command that repeats a check and prints everything that it finds; it works when pasted. */
export function againCommand(files: readonly string[], options: ValidateCommandOptions): string {
  const { model, asOf, count, alpha, tolerance } = options;
  const settings = Object.entries({ model, 'as-of': asOf, count, alpha, tolerance })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `--${name} ${quoted(String(value))}`);
  // A file called -x would be taken for an option.
  const paths = files.map((file) => quoted(file.startsWith('-') ? `./${file}` : file));
  return ['cohort-check validate', ...paths, ...settings, '--json'].join(' ');
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
