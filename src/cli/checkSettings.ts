import type { Domain } from '../domain/index.js';
import type { ValidateFilesOptions } from '../validation/index.js';
import { promisesBeside } from './promisesBeside.js';
import { requireModel } from './requireModel.js';

/** How files are checked, as the options say it. */
export interface CheckOptions {
  readonly model?: string;
  readonly asOf?: string;
  readonly count?: number | 'any';
  readonly alpha?: number;
  readonly tolerance?: number;
}

/**
 * How the checker is to check files: what the user says goes before what a manifest beside them promises.
 *
 * @throws CohortCheckError `unknown-collection`.
 */
export async function checkSettings(
  files: readonly string[],
  { model, alpha, tolerance, ...options }: CheckOptions,
  domain: Domain,
  signal: AbortSignal,
): Promise<ValidateFilesOptions> {
  requireModel(domain, model);
  const promises = await promisesBeside(files);
  const asOf = options.asOf ?? promises.asOf;
  return {
    domain,
    signal,
    count: options.count ?? promises.count,
    ...(model !== undefined && { model }),
    ...(asOf !== undefined && { asOf }),
    ...(alpha !== undefined && { alpha }),
    ...(tolerance !== undefined && { tolerance }),
  };
}
