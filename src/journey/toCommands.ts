/*
 * A journey graph as the model of a real system, for fast-check's `commands`.
 *
 * fast-check shrinks a list of commands by dropping some or by shrinking one, never by both at once. If a command were
 * just the name of a step, most lists would get stuck: without the way that led to it, the step is out of order. So an
 * attempt settles which steps it means when its turn comes, from where the journey stands:
 *
 * - one that goes forward to a named step goes all the way there, by the shortest way. It stands for as many commands as it
 *   takes steps, and prints like them; so a single change replaces any detour, and all before it can be dropped.
 * - what a fault hangs on is not known, so other attempts are said in two ways: by the name of the step (it stays the same
 *   when the way to it becomes shorter), or by where it lies from the last one, such as the same again or one too far (then
 *   the way may be cut, and the fault shows earlier, with another step).
 *
 * Attempts are listed simplest first. One shrinks to each before it, and once (`raises`) to a later one of its kind that
 * names a step, to change the way it is said. (raises, place in the list) descends, so shrinking ends.
 *
 * Tried and left: going forward by a single step only, to the next or towards a named one. Several of the faults in
 * the tests then ended in longer lists from some seeds, such as `race(register, assess)` where two plain steps would do.
 */
import { Arbitrary, Stream, Value } from 'fast-check';
import type { AsyncCommand, Random } from 'fast-check';
import { CohortCheckError, shown } from '../errors/index.js';
import { attemptKinds, attemptsOn } from './Attempt.js';
import type { Attempt, AttemptKind } from './Attempt.js';
import { AttemptCommand } from './AttemptCommand.js';
import type { JourneyDriver } from './AttemptCommand.js';
import type { JourneyGraph } from './JourneyGraph.js';
import type { JourneyState } from './JourneyState.js';

export interface CommandsOptions {
  /** What is tried; default all kinds. */
  readonly attempts?: readonly AttemptKind[];
}

/**
 * fast-check commands that drive a real system along a graph and compare it with the graph at every step: what it accepts
 * and refuses, and where it says that it stands. Each journey starts with `journeyState(graph)` as its model.
 *
 * Optional steps may be passed over. Of two steps tried at once, the system must behave as if one had come after the
 * other, in either order. The commands read `take(register)`, `race(assess)` (twice at once), `race(plan, call)`. One
 * command may take several steps to a later one, so `maxCommands` bounds how often something is tried, not the steps.
 *
 * Shrinks toward: the shortest sequence that shows the fault, then one step at a time, legal ones, nearer to the start.
 * Keyed by: fast-check's seed and path; these are plain fast-check arbitraries.
 *
 * @param driver - `take(real, step, actions)`: whether the system accepts a step; `position(real)`: which it says was last.
 * @param options - `attempts`: which of `legal`, `out-of-order`, `race`, `race-two` are made; default all.
 * @throws CohortCheckError `bad-option` on attempts that are none, or unknown. A command throws `journey-system` when the
 *   system does what the graph does not say, and `journey-driver` when `take` returns no boolean.
 * @example
 * const step = { actions: [], emotions: [{ weights: { calm: 1 } }] };
 * const visit = defineJourney({
 *   name: 'visit',
 *   asOf: '2025-03-31',
 *   startDays: { min: 0, max: 30 },
 *   personas: ['guest'],
 *   emotions: ['calm'],
 *   transitions: [{ table: { calm: { calm: 1 } } }],
 *   start: 'ring',
 *   steps: { ring: { ...step, next: 'enter' }, enter: { ...step, ends: true } },
 *   completion: { guest: { ring: 1, enter: 1 } },
 * });
 * // A door that is never locked.
 * const commands = toCommands(visit, { take: (house, step) => house.push(step) > 0, position: (house) => house.at(-1) });
 * const property = fc.asyncProperty(fc.commands(commands), (steps) =>
 *   fc.asyncModelRun(() => ({ model: journeyState(visit), real: [] }), steps),
 * );
 * await fc.assert(property, { seed: 1 }); // throws Counterexample: [take(enter)
 */
export function toCommands<Real>(
  graph: JourneyGraph,
  driver: JourneyDriver<Real>,
  options: CommandsOptions = {},
): Arbitrary<AsyncCommand<JourneyState, Real>>[] {
  const kinds = options.attempts ?? attemptKinds;
  requireKinds(kinds);
  const attempts = attemptsOn(graph, kinds, driver.position !== undefined);
  const drawn = kinds.flatMap((kind) =>
    [true, false].map((isNamed) =>
      attempts.flatMap((one, at) => (one.isDrawn && one.kind === kind && one.isNamed === isNamed ? [at] : [])),
    ),
  );
  return drawn
    .filter((places) => places.length > 0)
    .map((places) => new AttemptArbitrary(attempts, places, (attempt) => new AttemptCommand(graph, driver, attempt)));
}

function requireKinds(kinds: readonly AttemptKind[]): void {
  if (kinds.length > 0 && kinds.every((kind) => attemptKinds.includes(kind))) return;
  throw new CohortCheckError({
    code: 'bad-option',
    what: `toCommands(…, { attempts: ${shown(kinds)} })`,
    why: `it takes at least one of ${attemptKinds.join(', ')}`,
    try: "attempts: ['legal', 'out-of-order']",
  });
}

/** How a command was come by. */
interface Context {
  readonly at: number;
  readonly raises: number;
}

/** Some of the attempts, to be drawn from; they shrink to all. */
class AttemptArbitrary<C> extends Arbitrary<C> {
  private readonly attempts: readonly Attempt[];
  private readonly drawn: readonly number[];
  private readonly toCommand: (attempt: Attempt) => C;

  constructor(attempts: readonly Attempt[], drawn: readonly number[], toCommand: (attempt: Attempt) => C) {
    super();
    this.attempts = attempts;
    this.drawn = drawn;
    this.toCommand = toCommand;
  }

  override generate(mrng: Random): Value<C> {
    return this.valueAt({ at: this.drawn[mrng.nextInt(0, this.drawn.length - 1)] as number, raises: 1 });
  }

  /** A command does not say how it was come by. */
  override canShrinkWithoutContext(_value: unknown): _value is C {
    return false;
  }

  override shrink(_value: C, context: unknown): Stream<Value<C>> {
    return context === undefined ? Stream.nil() : new Stream(this.simpler(context as Context));
  }

  private *simpler({ at, raises }: Context): IterableIterator<Value<C>> {
    for (let before = 0; before < at; before++) yield this.valueAt({ at: before, raises });
    if (raises === 0) return;
    for (const [later, { kind, isNamed }] of this.attempts.entries()) {
      if (later > at && isNamed && kind === this.attempts[at]?.kind)
        yield this.valueAt({ at: later, raises: raises - 1 });
    }
  }

  private valueAt(context: Context): Value<C> {
    return new Value(this.toCommand(this.attempts[context.at] as Attempt), context);
  }
}
