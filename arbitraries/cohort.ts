import { cohort as frameworkCohort } from '../src/index.js';
import type { CohortArbitrary, KeyedArbitrary, Targets } from '../src/index.js';
import { customer } from './customer.js';
import type { Customer } from './schema/index.js';
import { customerMargins, customerPrior, customerTargets } from './targets.js';
import { CUSTOMER_VERSION } from './customerModel.js';

export interface CustomerCohortOptions {
  /** The arbitrary of one customer, or a function that returns it; default `customer`. */
  readonly of?: KeyedArbitrary<Customer> | (() => KeyedArbitrary<Customer>);
  /** Number of customers, from 0. */
  readonly size: number;
  /** Pins the cohort to this seed; without it, each draw gives another cohort. */
  readonly seed?: number;
  /**
   * Wanted shares or counts by margin, in place of the default ones: `persona`, `age_band`, `risk_level`, the path of any
   * plain field (`core.gender`), or a margin with a reader of its own.
   */
  readonly targets?: Targets<Customer>;
  /** `records` (default) drops customers freely; `exact` visits only smaller cohorts that hit their targets. */
  readonly shrink?: 'records' | 'exact';
  /** Reference date, `YYYY-MM-DD`, where `of` is left out; default 2025-03-31. */
  readonly asOf?: string;
}

/**
 * A cohort of customers that hits the shares of persona, age band and risk level exactly, all at once, at every size.
 *
 * `cohort` of the framework does the same for records of any kind.
 *
 * Shrinks toward: no customers, then simpler ones.
 * Keyed by: the seed, and customer by customer, the index.
 *
 * @throws CohortCheckError `target-…` where targets are no shares or counts, name what does not exist, or cannot be met
 *   together.
 */
export function cohort(options: CustomerCohortOptions): CohortArbitrary<Customer> {
  const { of = customer, asOf, targets = customerTargets, ...rest } = options;
  const arbitrary = of === customer ? customer({}, asOf === undefined ? {} : { asOf }) : of;
  const isPriorKnown = of === customer && Object.keys(targets).every((name) => name in customerMargins);
  return frameworkCohort({
    ...rest,
    of: arbitrary,
    targets,
    margins: customerMargins,
    name: 'customer',
    version: CUSTOMER_VERSION,
    ...(isPriorKnown && { prior: customerPrior }),
  });
}
