import { CohortCheckError } from '../../src/index.js';

/** The error of this package with which a promise is rejected. */
export async function refusal(promise: Promise<unknown>): Promise<CohortCheckError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof CohortCheckError) return error;
  throw new Error(`expected a CohortCheckError, not ${String(error)}`);
}
