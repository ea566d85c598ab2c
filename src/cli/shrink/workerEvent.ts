import type { Worker } from 'node:worker_threads';

/** What the thread of a predicate says. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unloadable'; readonly message: string }
  | { readonly kind: 'no-function'; readonly found: string; readonly exports: readonly string[] }
  | { readonly kind: 'answer'; readonly shows: boolean; readonly reason: string };

/** How waiting for a thread ends. */
export type WorkerEvent =
  | WorkerMessage
  | { readonly kind: 'crash'; readonly error: unknown }
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'interrupt' };

/** The first thing that happens to a thread. */
export async function nextEvent(
  worker: Worker,
  signal: AbortSignal,
  timeoutMs: number | undefined,
): Promise<WorkerEvent> {
  return new Promise((resolve) => {
    const onMessage = (message: WorkerMessage): void => end(message);
    const onError = (error: unknown): void => end({ kind: 'crash', error });
    const onExit = (code: number): void => end({ kind: 'exit', code });
    const onAbort = (): void => end({ kind: 'interrupt' });
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => end({ kind: 'timeout' }), timeoutMs);
    const end = (event: WorkerEvent): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(event);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}
