import { CohortCheckError, OwnBugError } from '../errors/index.js';

interface Reading {
  readonly code: 'bad-path' | 'cannot-write' | 'cannot-read';
  readonly why: string;
  readonly try: string;
}

const denied = (verb: 'write' | 'read'): Reading => ({
  code: `cannot-${verb}`,
  why: `the system does not let this user ${verb} there`,
  try: `choose another directory with --out, or change its permissions`,
});
const notADirectory: Reading = {
  code: 'bad-path',
  why: 'a file stands where a directory is needed',
  try: 'move it away, or name a directory, such as --out fixtures',
};

/** What the codes of the operating system mean here. */
const readings: Readonly<Record<string, (verb: 'write' | 'read') => Reading>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: () => ({
    code: 'cannot-write',
    why: 'the file system is read-only',
    try: 'choose another directory with --out',
  }),
  ENOSPC: () => ({
    code: 'cannot-write',
    why: 'no space is left on the device',
    try: 'free some space, or choose another directory with --out',
  }),
  EDQUOT: () => ({
    code: 'cannot-write',
    why: 'the quota of disk space is used up',
    try: 'free some space, or choose another directory with --out',
  }),
  EFBIG: () => ({
    code: 'cannot-write',
    why: 'the file grew larger than the system allows',
    try: 'lower --count, or choose another file system with --out',
  }),
  ENOTDIR: () => notADirectory,
  EEXIST: () => notADirectory,
  EISDIR: () => ({
    code: 'bad-path',
    why: 'a directory stands where the file belongs',
    try: 'move it away, or choose another directory with --out',
  }),
  ENAMETOOLONG: () => ({
    code: 'bad-path',
    why: 'the system allows no path that long',
    try: 'choose a shorter path with --out',
  }),
  ENOENT: (verb) =>
    verb === 'read'
      ? { code: 'cannot-read', why: 'there is no such file', try: 'write it with `cohort-check export`' }
      : { code: 'bad-path', why: 'no directory can be made there', try: 'choose another directory with --out' },
};

/** Whether an error came from the operating system. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}

/**
 * A fault of the file system as its user reads it; an error that came from elsewhere stays as it is.
 *
 * @param path - as the user knows it.
 */
export function fileFault(error: unknown, path: string, verb: 'write' | 'read'): Error {
  if (!isSystemError(error)) return error instanceof Error ? error : new OwnBugError('something was thrown', error);
  const reading = readings[error.code]?.(verb);
  return new CohortCheckError({
    code: reading?.code ?? `cannot-${verb}`,
    what: `${path}: cannot be ${verb === 'write' ? 'written' : 'read'}`,
    why: `${reading?.why ?? error.message} (${error.code})`,
    try: reading?.try ?? 'choose another directory with --out',
  });
}
