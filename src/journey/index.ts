export { attemptKinds } from './Attempt.js';
export type { AttemptKind } from './Attempt.js';
export type { JourneyDriver } from './AttemptCommand.js';
export { coveringJourneys, journeyCoverage } from './coveringJourneys.js';
export type { Coverage, CoverageOptions, CoveringJourney } from './coveringJourneys.js';
export { defineJourney } from './defineJourney.js';
export { journey } from './journey.js';
export { JourneyArbitrary } from './JourneyArbitrary.js';
export type { CountConstraint, JourneyConstraints, StepConstraints } from './JourneyConstraints.js';
export type {
  EdgeDescription,
  EmotionRow,
  GapDescription,
  JourneyDescription,
  StepDescription,
  StoppingRow,
  TransitionRow,
  Weights,
} from './JourneyDescription.js';
export { JourneyGraph } from './JourneyGraph.js';
export type { Edge, Gap, StepNode, StopKind, Traveller, WeightedEmotion } from './JourneyGraph.js';
export type { JourneySituation } from './JourneySituation.js';
export { JourneyState, journeyState } from './JourneyState.js';
export type { Outcome } from './JourneyState.js';
export { completionStatuses } from './JourneyStep.js';
export { journeyInvariants } from './journeyInvariants.js';
export type { JourneyPlace } from './journeyInvariants.js';
export type { CompletionStatus, Journey, JourneyStep } from './JourneyStep.js';
export { paths } from './paths.js';
export { couldBeCompleted } from './couldBeCompleted.js';
export { toCommands } from './toCommands.js';
export type { CommandsOptions } from './toCommands.js';
export { toMermaid } from './toMermaid.js';
export type { MermaidOptions } from './toMermaid.js';
