import { CohortCheckError } from '../errors/index.js';
import type { Output } from './CliContext.js';

/**
 * Writes and waits until it is written; `false` when nobody reads any more, as after `| head`.
 *
 * @throws CohortCheckError `cannot-write` on any other fault, such as a full disk.
 */
export async function write(stream: Output, data: string | Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    stream.write(data, (fault: (Error & { readonly code?: string }) | null | undefined) => {
      if (fault === null || fault === undefined) resolve(true);
      else if (fault.code === 'EPIPE' || fault.code === 'ERR_STREAM_DESTROYED') resolve(false);
      else reject(cannotWrite(fault));
    });
  });
}

function cannotWrite(fault: Error & { readonly code?: string }): CohortCheckError {
  return new CohortCheckError({
    code: 'cannot-write',
    what: 'standard output: cannot be written',
    why: fault.code === 'ENOSPC' ? 'no space is left on the device (ENOSPC)' : fault.message,
    try: 'write to files with --out, where there is space',
  });
}
