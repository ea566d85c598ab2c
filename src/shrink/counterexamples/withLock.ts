/*
 * One writer at a time, over all threads and processes that share a disk.
 *
 * A file that only one can create is the lock; it says who holds it. What is done under it is short and never waits, so
 * that a taken lock is free again within moments, and asking again after a pause is enough. A holder that was killed is told
 * from its process number, which no live process has; its lock is taken away under a second lock, since of two that found
 * it the slower one would otherwise take away the lock that the faster one has just taken.
 *
 * Left: libraries for this, whose locks go stale by the clock, which a suspended or slow holder outlives.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { CohortCheckError } from '../../errors/index.js';

const PAUSE_MILLISECONDS = 5;
const MOST_ATTEMPTS = 2000;

/**
 * Does something while nobody else does anything under the same lock.
 *
 * @param lock - path of a file that nobody else needs; its folder is made where it is missing.
 * @param act - synchronous, so that it is done before anyone has to wait for long.
 * @throws CohortCheckError `cannot-write` where the lock stays taken.
 */
export async function withLock<T>(lock: string, act: () => T, attempts: number = MOST_ATTEMPTS): Promise<T> {
  mkdirSync(dirname(lock), { recursive: true });
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (take(lock)) {
      try {
        return act();
      } finally {
        rmSync(lock, { force: true });
      }
    }
    if (isLeftBehind(lock)) takeAway(lock);
    else await setTimeout(PAUSE_MILLISECONDS);
  }
  throw new CohortCheckError({
    code: 'cannot-write',
    what: `${lock}: another process keeps writing there`,
    why: 'the lock names its holder, and that one neither ends nor gives it up',
    try: `remove ${lock} if nothing of yours is running`,
  });
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Windows refuses where a file of that name is just being taken away.
    if (code === 'EEXIST' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EBUSY'))) return false;
    throw error;
  }
}

function takeAway(lock: string): void {
  const guard = `${lock}.stale`;
  if (!take(guard)) return;
  try {
    if (isLeftBehind(lock)) rmSync(lock, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

/** Whether the holder of the lock is a process of this machine that is no more. */
function isLeftBehind(lock: string): boolean {
  try {
    const { pid, host } = JSON.parse(readFileSync(lock, 'utf8')) as { readonly pid?: unknown; readonly host?: unknown };
    if (typeof pid !== 'number' || host !== hostname()) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // Gone meanwhile, or not written to its end: somebody is at work.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
