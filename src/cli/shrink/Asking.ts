import { createHash } from 'node:crypto';
import { NOT_SHOWN } from './Predicate.js';
import type { Answer, Predicate } from './Predicate.js';

/**
 * Asks a predicate on behalf of a search.
 *
 * To the search, whatever is thrown is the failure. A predicate that cannot be run is none: it ends the search by the signal,
 * and `requireSound` throws it afterwards.
 */
export class Asking {
  /** Fires when the user interrupts, and when the predicate cannot be run. */
  readonly signal: AbortSignal;
  private readonly predicate: Predicate;
  private readonly stop = new AbortController();
  private readonly answers = new Map<string, Answer>();
  private fault: { readonly error: unknown } | undefined;
  private pending: Promise<unknown> = Promise.resolve();

  constructor(predicate: Predicate, interrupted: AbortSignal) {
    this.predicate = predicate;
    this.signal = AbortSignal.any([interrupted, this.stop.signal]);
  }

  readonly fails = async (value: unknown): Promise<boolean> => {
    if (this.signal.aborted) return false;
    const json = JSON.stringify(value);
    try {
      const asked = this.predicate.ask(json, this.signal);
      this.pending = asked.catch(() => undefined);
      const answer = await asked;
      if (answer.shows) this.answers.set(digestOf(json), answer);
      return answer.shows;
    } catch (error) {
      this.fault ??= { error };
      this.stop.abort();
      return false;
    }
  };

  /** How the failure showed for a value that was asked about. */
  answerOf(value: unknown): Answer {
    return this.answers.get(digestOf(JSON.stringify(value))) ?? NOT_SHOWN;
  }

  /** @throws what the predicate could not be run for. */
  requireSound(): void {
    if (this.fault !== undefined) throw this.fault.error;
  }

  /** Ends the predicate, once the question that the end of a search left open has been called off. */
  async close(): Promise<void> {
    this.stop.abort();
    await this.pending;
    await this.predicate.close();
  }
}

/** Data sets are large, and many of them fail. */
function digestOf(json: string): string {
  return createHash('sha256').update(json).digest('base64');
}
