import { requireDescription } from './checks/index.js';
import type { JourneyDescription } from './JourneyDescription.js';
import { JourneyGraph } from './JourneyGraph.js';

/**
 * A journey graph from its description, checked at once.
 *
 * The description is plain data, so it may come from a JSON file. What is drawn, checked, printed and tested along the graph
 * comes from it: `journey(graph)` makes journeys. Where loops in loops leave thousands of ways that differ in their times or
 * emotions, the ones beyond are not looked at: gaps are then left unchecked, emotions checked as far as was seen.
 *
 * @param description - `name`: what errors and rules call the graph. `asOf`: the reference date, `YYYY-MM-DD`.
 *   `startDays`: how many whole days before it a journey starts, from `min` to `max`. `personas`, `impacts` (default none)
 *   and `emotions` (calmest first): the names that rows may use. `transitions`: which emotion may follow which, by
 *   persona. `start`: the first step, or shares of several. `steps`: each with its `actions`, its `emotions` by persona and
 *   impact, its `gap` from earlier steps, what is `next`, whether it `ends` journeys and what share skips it (`optional`).
 *   `completion`: the share of each persona that completes each step. `stopping`: how the others stop, by persona. `openDays`:
 *   how many days a step stays in progress at most, default any number.
 * @throws CohortCheckError for the first mistake; its `try` is a change after which the description passes, unless it has
 *   further mistakes.
 *   `journey-shape` where a part is missing, of a wrong kind or unknown;
 *   `journey-date` where the reference date is none, or days before it are not whole or out of order;
 *   `journey-persona` where a persona or impact is unknown, stands twice or has no completion for a step;
 *   `journey-step` where a step is unknown, has two edges to another, or a name that steps cannot have;
 *   `journey-weights` where shares do not add up to 1, or numbers are no shares or no ratios;
 *   `journey-unreachable` and `journey-dead-end` where no journey comes to a step, or none gets from it to an end;
 *   `journey-loop` where no edge of a loop has a `max`, or one is no whole number from 1;
 *   `journey-emotion` where an emotion is unknown, a row for somebody is missing, or a transition table leaves a step without
 *   a legal emotion;
 *   `journey-gap` where a gap is empty, counts from a step that never comes before, contradicts the gaps on the way, or puts
 *   a step after the reference date for good.
 * @example
 * const tour = {
 *   name: 'tour',
 *   asOf: '2025-03-31',
 *   startDays: { min: 0, max: 30 },
 *   personas: ['guest'],
 *   emotions: ['calm', 'tense'],
 *   transitions: [{ table: { calm: { calm: 2, tense: 1 }, tense: { calm: 1, tense: 1 } } }],
 *   start: 'welcome',
 *   steps: {
 *     welcome: { actions: ['read'], emotions: [{ weights: { calm: 1 } }], next: { sign_up: 0.8 }, ends: 0.2 },
 *     sign_up: { actions: ['sign_up'], emotions: [{ weights: { calm: 1, tense: 1 } }], gap: { maxDays: 7 }, ends: true },
 *   },
 *   completion: { guest: { welcome: 1, sign_up: 0.6 } },
 * };
 * [...defineJourney(tour).steps.keys()] // ['welcome', 'sign_up']
 * defineJourney({ ...tour, start: 'sign_in' }) // throws journey tour: start: "sign_in" is no step of the graph
 */
export function defineJourney(description: JourneyDescription): JourneyGraph {
  requireDescription(description);
  return new JourneyGraph(description);
}
