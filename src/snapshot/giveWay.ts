import { setImmediate } from 'node:timers/promises';

/**
 * Lets whatever else the process has to do have its turn, such as hearing that the user interrupts it, and throws the
 * signal's reason once it is aborted.
 *
 * Reading and writing give way by themselves; a long run of places without a record reads and writes nothing.
 */
export async function giveWay(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await setImmediate();
  signal?.throwIfAborted();
}
