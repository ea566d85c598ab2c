import type { AnalyzeCommandOptions } from '../analyzeOptions.js';
import { quotedPath, quotedWord } from '../text/index.js';
import type { Further } from './findingParts.js';

/** The commands that repeat an analysis and print more of it; they work when pasted. */
export function furtherCommands(files: readonly string[], options: AnalyzeCommandOptions): Further {
  const { model, asOf, alpha, minEffect, against = [] } = options;
  const settings = Object.entries({ model, 'as-of': asOf, alpha, 'min-effect': minEffect })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `--${name} ${quotedWord(String(value))}`);
  const words = ['cohort-check analyze', ...files.map(quotedPath), ...settings];
  const compared = against.length === 0 ? [] : ['--against', ...against.map(quotedPath)];
  return {
    all: [...words, ...compared, '--json'].join(' '),
    records: (finding) => [...words, '--records', quotedWord(finding)].join(' '),
  };
}
