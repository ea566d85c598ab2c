import fc from 'fast-check';
import type { JourneyDriver } from '../../src/journey/AttemptCommand.js';
import type { JourneyGraph } from '../../src/journey/JourneyGraph.js';
import { journeyState } from '../../src/journey/JourneyState.js';
import { toCommands } from '../../src/journey/toCommands.js';
import type { CommandsOptions } from '../../src/journey/toCommands.js';
import { mayFollow, signUp } from './onboardingService.js';

interface Ended {
  /** The smallest list of commands that failed, as fast-check prints it; empty where none did. */
  readonly list: string;
  readonly message: string;
  readonly runs: number;
}

/** Runs commands, each list on a fresh system. */
export async function run<Real>(
  driven: JourneyDriver<Real>,
  fresh: () => Real,
  parameters: { readonly seed: number; readonly numRuns: number },
  options?: CommandsOptions,
  graph: JourneyGraph = signUp,
): Promise<Ended> {
  const commands = fc.commands(toCommands(graph, driven, options), { maxCommands: 20, disableReplayLog: true });
  const property = fc.asyncProperty(commands, (list) =>
    fc.asyncModelRun(() => ({ model: journeyState(graph), real: fresh() }), list),
  );
  const { counterexample, errorInstance, numRuns } = await fc.check(property, parameters);
  return {
    list: counterexample === null ? '' : String(counterexample[0]),
    message: errorInstance instanceof Error ? errorInstance.message : '',
    runs: numRuns,
  };
}

/** A system in memory: what was done so far. */
export type Done = string[];

export const position = (done: Done): string | undefined => done.at(-1);

/** Accepts what its rule says, and remembers it. */
export function obeying(rule: (done: Done, step: string) => boolean): JourneyDriver<Done> {
  return { take: (done, step) => rule(done, step) && done.push(step) > 0, position };
}

/** Judges two at once by the same old state, where `isSlow` says so. */
export function slow(isSlow: (step: string) => boolean): JourneyDriver<Done> {
  return {
    async take(done, step) {
      const isAccepted = mayFollow(done, step);
      if (isSlow(step)) await Promise.resolve();
      const isStill = isSlow(step) ? isAccepted : mayFollow(done, step);
      return isStill && done.push(step) > 0;
    },
    position,
  };
}

export const ONE_BY_ONE = ['legal', 'out-of-order'] as const;
