/** What a predicate says of one value. */
export interface Answer {
  /** Whether the failure shows. */
  readonly shows: boolean;
  /** How it showed, for people. */
  readonly reason: string;
  readonly isTimeout?: true;
}

/** The user's code, run where it can be stopped. One question is asked at a time. */
export interface Predicate {
  /** @throws CohortCheckError where it cannot be run; that is no failure that shows. */
  open(signal: AbortSignal): Promise<void>;
  /**
   * Asks about a value, given as JSON. When the signal fires, the run is ended, and the failure did not show.
   *
   * @throws CohortCheckError where it cannot be run.
   */
  ask(json: string, signal: AbortSignal): Promise<Answer>;
  /** Ends what runs, and takes temporary files away. */
  close(): Promise<void>;
}

export const NOT_SHOWN: Answer = { shows: false, reason: '' };

export function timedOut(timeoutMs: number): Answer {
  return { shows: true, reason: `no answer within ${timeoutMs} ms`, isTimeout: true };
}
