import { CohortCheckError, OwnBugError } from '../../errors/index.js';

interface Reading {
  readonly why: string;
  readonly try: string;
}

const denied: Reading = { why: 'the system does not let this user read it', try: 'change its permissions' };

/** What the codes of the operating system mean here. */
const readings: Readonly<Record<string, Reading>> = {
  ENOENT: { why: 'there is no such file', try: 'check the path; it counts from the directory that you are in' },
  ENOTDIR: { why: 'its path leads through a file', try: 'check the path' },
  EISDIR: { why: 'it is a directory', try: 'name the files in it' },
  EACCES: denied,
  EPERM: denied,
  ELOOP: { why: 'its links lead in a circle', try: 'name the file itself' },
  ENAMETOOLONG: { why: 'the system allows no path that long', try: 'choose a shorter path' },
  EMFILE: { why: 'too many files are open', try: 'name fewer files at a time' },
};

/** A fault of the file system as its user reads it; an error that came from elsewhere stays as it is. */
export function fileFault(error: unknown, path: string): Error {
  if (!(error instanceof Error)) return new OwnBugError('something was thrown', error);
  if (!('syscall' in error && 'code' in error && typeof error.code === 'string')) return error;
  const reading = readings[error.code];
  return new CohortCheckError({
    code: 'cannot-read',
    what: `${path}: cannot be read`,
    why: reading === undefined ? error.message : `${reading.why} (${error.code})`,
    try: reading?.try ?? 'check the file and the disk that it lies on',
  });
}
