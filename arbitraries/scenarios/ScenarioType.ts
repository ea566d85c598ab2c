import type { ConstraintOf, JourneyGraph } from '../../src/index.js';
import type { Customer, ScenarioUser, TriggerEvent } from '../schema/index.js';
import type { PersonaType } from '../vocabulary.js';
import type { CompletionTargets } from './completion.js';

/** When an outcome is to be expected: the step is in the journey and still open or completed, and the persona is one of those. */
export interface OutcomeRule {
  /** The rule in one sentence for experts of the domain. */
  readonly sentence: string;
  /** The step whose status decides. */
  readonly step: string;
  /** Default: every persona. */
  readonly personas?: readonly PersonaType[];
}

/** What set a customer's journey off, as far as the record does not tell it. */
export interface JourneyDates {
  /** The journey's gaps from its cause count from here. */
  readonly cause?: string;
  /** The first step does not come before it. */
  readonly since?: string;
}

/** A kind of scenario as data: who takes it, along which graph, and what is to be expected. See `defineScenario`. */
export interface ScenarioType {
  /** Such as `first_time_user`: the `scenario_type` of its records, and the name of its file. */
  readonly name: string;
  /** A whole number from 1, part of every key: raised whenever the same seed comes to give other scenarios. */
  readonly version: number;
  /** Who takes it, in one sentence. */
  readonly who: string;
  /** The journey; its personas are those of the domain. */
  readonly graph: JourneyGraph;
  /** The personas that take it; default: all, but where its users have no screening history, those who may have none. */
  readonly personas?: readonly PersonaType[];
  /** Whether a customer takes it. */
  isFor(this: void, customer: Customer): boolean;
  /** What is true of each of its users, as a constraint; it must follow from `isFor`. */
  readonly user?: ConstraintOf<ScenarioUser>;
  /** The life event that set it off, for types whose records tell it; defined for every customer that it is for. */
  trigger?(this: void, customer: Customer): TriggerEvent | undefined;
  /** Dates of the customer that bound the journey; default: the trigger is the cause, where there is one. */
  datesOf?(this: void, customer: Customer): JourneyDates;
  readonly completionTargets: CompletionTargets;
  /**
   * `exact`: in a population, the numbers of completed steps hit the targets within each persona, rounded to whole
   * records; for straight journeys without optional steps that every customer takes. `drawn`: each journey draws its own.
   */
  readonly completion: 'exact' | 'drawn';
  /** Outcome → when it is to be expected. */
  readonly outcomes: Readonly<Record<string, OutcomeRule>>;
}
