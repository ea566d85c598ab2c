import { setImmediate } from 'node:timers/promises';
import { CohortCheckError, shown } from '../errors/index.js';
import type { Fails, ShrinkOptions, ShrinkProgress } from './Shrunk.js';

const MOST_TRIES = 5000;
/** So long, in milliseconds, other work may wait, such as the signal that ends the search. */
const LONGEST_BUSY = 50;
/** Answers of "does not fail" that are asked for once more at the end. */
const DOUBTED = 3;

/** Thrown where no further call may be made; the search ends with what it has. */
export class SearchEnded extends Error {}

/**
 * Asks whether a value fails, never twice for the same one, unless to see whether the answer can be trusted.
 *
 * Every call gets a copy of its own: a predicate may do with it what it likes.
 */
export class Asker<V> {
  tries = 0;
  private readonly options: Pick<ShrinkOptions<V>, 'timeoutMs' | 'maxTries' | 'signal' | 'onProgress'>;
  private readonly predicate: Fails<V>;
  private readonly progress: () => Omit<ShrinkProgress, 'tries'>;
  private readonly answers = new Map<string, boolean>();
  private readonly survivors: V[] = [];
  private accepted = 0;
  private breath = performance.now();

  constructor(options: ShrinkOptions<V>, progress: () => Omit<ShrinkProgress, 'tries'>) {
    requireWhole('maxTries', options.maxTries);
    requirePositive('timeoutMs', options.timeoutMs);
    this.options = options;
    this.predicate = options.fails;
    this.progress = progress;
  }

  /** @throws SearchEnded where no call is left, CohortCheckError `flaky-predicate` where answers do not agree. */
  async fails(value: V): Promise<boolean> {
    const text = JSON.stringify(value);
    const known = this.answers.get(text);
    if (known !== undefined) return known;
    const answer = await this.call(text);
    this.answers.set(text, answer);
    if (!answer) {
      this.survivors.push(value);
      if (this.survivors.length > DOUBTED) this.survivors.shift();
      return false;
    }
    this.accepted++;
    // Ever more rarely: a flaky predicate shows itself early, and a sound one costs few calls.
    if ((this.accepted & (this.accepted - 1)) === 0 && !(await this.call(text))) throw flaky(value, [true, false]);
    return true;
  }

  /** Asks again for the smallest value and for some that did not fail: the answers have to be those of before. */
  async doubt(smallest: V): Promise<void> {
    if (!(await this.call(JSON.stringify(smallest)))) throw flaky(smallest, [true, false]);
    await this.doubtAll();
  }

  /** Asks again for some that did not fail. */
  async doubtAll(): Promise<void> {
    for (const survivor of this.survivors) {
      if (await this.call(JSON.stringify(survivor))) throw flaky(survivor, [false, true]);
    }
  }

  private async call(text: string): Promise<boolean> {
    const { timeoutMs, maxTries = MOST_TRIES, signal, onProgress } = this.options;
    if (performance.now() - this.breath > LONGEST_BUSY) {
      await setImmediate();
      this.breath = performance.now();
    }
    if (signal?.aborted === true || this.tries >= maxTries) throw new SearchEnded();
    this.tries++;
    const started = performance.now();
    const answer = await answered(this.predicate, JSON.parse(text) as V, timeoutMs, signal);
    const isLate = timeoutMs !== undefined && performance.now() - started > timeoutMs;
    onProgress?.({ tries: this.tries, ...this.progress() });
    return answer || isLate;
  }
}

async function answered<V>(
  predicate: Fails<V>,
  value: V,
  timeoutMs: number | undefined,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    const answer = predicate(value);
    if (!isPromiseLike(answer)) return answer === true;
    return await firstOf(answer, timeoutMs, signal);
  } catch (error) {
    // A failure that shows, unless the search was ended meanwhile: a predicate may pass the signal on.
    if (error instanceof SearchEnded || signal?.aborted === true) throw new SearchEnded();
    // A loader or a command that cannot do its work says so in the words of this package.
    if (error instanceof CohortCheckError && error.code.startsWith('predicate-')) throw error;
    return true;
  }
}

/** What the promise says, true where it takes too long. */
async function firstOf(
  answer: PromiseLike<unknown>,
  timeoutMs: number | undefined,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  const others: Promise<boolean>[] = [];
  if (timeoutMs !== undefined) {
    others.push(new Promise((resolve) => (timer = setTimeout(resolve, timeoutMs, true))));
  }
  if (signal !== undefined) {
    others.push(
      new Promise((_, reject) => {
        stop = () => reject(new SearchEnded());
        signal.addEventListener('abort', stop, { once: true });
      }),
    );
  }
  try {
    return await Promise.race([Promise.resolve(answer).then((said) => said === true), ...others]);
  } finally {
    clearTimeout(timer);
    if (stop !== undefined) signal?.removeEventListener('abort', stop);
  }
}

function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function flaky(value: unknown, answers: readonly boolean[]): CohortCheckError {
  const said = answers.map((fails) => (fails ? 'fails' : 'does not fail')).join(', then ');
  return new CohortCheckError({
    code: 'flaky-predicate',
    what: `fails(${shown(value)}) ${said}`,
    why: 'the same value was given both times: a smallest one would mislead',
    try: 'make the predicate a function of its value alone: no clock, no randomness, no state from call to call',
  });
}

function requireWhole(name: string, value: number | undefined): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 1)) return;
  throw badOption(name, value, 'it is a whole number from 1', `${name}: 1000`);
}

function requirePositive(name: string, value: number | undefined): void {
  // Timers count in 32 bits.
  if (value === undefined || (value > 0 && value <= 0x7fffffff)) return;
  throw badOption(name, value, 'it is a number of milliseconds above 0', `${name}: 5000`);
}

function badOption(name: string, value: unknown, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-option', what: `shrink(…, { ${name}: ${shown(value)} })`, why, try: next });
}
