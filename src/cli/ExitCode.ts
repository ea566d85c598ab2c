/** What the shell gets to know. */
export const ExitCode = {
  fine: 0,
  /** The data or the machine fall short. */
  failed: 1,
  wrongUsage: 2,
  /** As shells number it: 128 and SIGINT. */
  interrupted: 130,
} as const;

/** The kinds of errors that are no wrong usage: the call was right and the machine or the data were not. */
const FAILURES: ReadonlySet<string> = new Set([
  'cannot-write',
  'cannot-read',
  'bad-manifest',
  'no-failure',
  'flaky-predicate',
]);

/** The exit code for an error of this code. */
export function exitCodeOf(code: string): number {
  return FAILURES.has(code) ? ExitCode.failed : ExitCode.wrongUsage;
}
