import type { Invariant, Report } from '../../invariant/index.js';
import type { Source } from '../../source/index.js';
import type { JourneyGraph } from '../JourneyGraph.js';
import type { Journey } from '../JourneyStep.js';
import type { JourneySubject } from '../JourneySubject.js';

/** What is known of the journeys besides themselves. */
export interface Knowledge {
  /** Whether it may be known what set them off. */
  readonly cause: boolean;
  /** Whether it is known who takes them: of both persona and impact, where `always`. */
  readonly traveller: 'never' | 'sometimes' | 'always';
}

/** A rule on journeys, whatever record holds them; pointers start at the journey. */
export interface JourneyRule extends Pick<Invariant<Journey>, 'sentence'> {
  /** What follows the prefix in the id of the invariant. */
  readonly name: string;
  /** Whether a journey of this graph can break the rule without breaking another; default true. */
  readonly appliesTo?: (graph: JourneyGraph, knowledge: Knowledge) => boolean;
  readonly check: (subject: JourneySubject, report: Report) => void;
  /** Copies that break this rule, best first; some of them may break others as well, or none. */
  readonly broken: (subject: JourneySubject, source: Source) => Iterable<Journey>;
}

/** Whether a journey keeps a rule. */
export function keeps(rule: JourneyRule, subject: JourneySubject): boolean {
  let isKept = true;
  rule.check(subject, () => (isKept = false));
  return isKept;
}
