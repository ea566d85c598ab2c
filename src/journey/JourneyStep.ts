/** How far a step has come, simplest first. */
export const completionStatuses = ['completed', 'skipped', 'planned', 'in_progress', 'abandoned'] as const;

export type CompletionStatus = (typeof completionStatuses)[number];

/** One step of a journey, as records hold it. */
export interface JourneyStep {
  /** Name of the step in the graph. */
  step: string;
  /** When the step was begun, or is due where it is planned: ISO 8601 in UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  timestamp: string;
  /** The actions that make up the step. */
  actions: string[];
  emotional_state: string;
  completion_status: CompletionStatus;
}

/**
 * Steps in the order in which they are taken.
 *
 * It ends where it has come to an end of the graph, or at the step that it has reached: one that is abandoned or still in
 * progress, planned ones, or simply the last that was completed.
 */
export type Journey = JourneyStep[];
