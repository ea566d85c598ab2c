import { Infeasible, isRecord, KeyedArbitrary, sameJson } from '../arbitrary/index.js';
import type { Candidate, Constraint, SearchPart } from '../arbitrary/index.js';
import { Key, Source } from '../source/index.js';
import { compareJourneys } from './compareJourneys.js';
import { requireNames, SkeletonConstraints } from './JourneyConstraints.js';
import type { Journey } from './JourneyStep.js';
import type { JourneyGraph, Traveller } from './JourneyGraph.js';
import { timesOfSituation } from './JourneySituation.js';
import type { JourneySituation, SituationTimes } from './JourneySituation.js';
import { mendedJourney } from './mendJourney.js';
import { isLegal, readJourney, writeJourney } from './ReadJourney.js';
import type { ReadJourney, Wish } from './ReadJourney.js';
import { seatsOf } from './seated.js';
import type { Precedence } from './seated.js';
import { withOtherEnds } from './shorterJourneys.js';
import { simplerJourneys } from './simplerJourneys.js';
import { pick, Walker } from './Skeleton.js';
import { TimeWindows } from './TimeWindows.js';
import type { Visit } from './TimeWindows.js';

const WALK = Key.of('walk');
const TIMES = Key.of('times');
const EMOTIONS = Key.of('emotions');

const FORWARD: readonly Precedence[] = ['first'];
/** Other steps may not have room for the same times: the failure may hang on the early ones or on the late ones. */
const BOTH_WAYS: readonly Precedence[] = ['first', 'last'];

/** Where a planned step has no latest time, it is drawn from so many seconds after its earliest. */
const OPEN_END = 30 * 86400;

/** See `journey`. */
export class JourneyArbitrary extends KeyedArbitrary<Journey> {
  readonly graph: JourneyGraph;
  private readonly situation: JourneySituation;
  private readonly times: SituationTimes;
  private readonly travellers: readonly Traveller[];
  private readonly constraints: SkeletonConstraints | undefined;

  /** @internal `travellers` are those who may take the journey: at least one. */
  constructor(
    graph: JourneyGraph,
    situation: JourneySituation,
    travellers: readonly Traveller[],
    constraints?: SkeletonConstraints,
  ) {
    super();
    this.graph = graph;
    this.situation = situation;
    this.times = timesOfSituation(graph, situation);
    this.travellers = travellers;
    this.constraints = constraints;
  }

  /**
   * `journey` for the fields of records, which build one for every record: nothing is checked, and nothing drawn to see
   * whether the constraints can be met.
   */
  static in(graph: JourneyGraph, situation: JourneySituation): JourneyArbitrary {
    const { persona, impact } = situation;
    const isOne = (one: Traveller): boolean =>
      (persona === undefined || one.persona === persona) && (impact === undefined || one.impact === impact);
    return new JourneyArbitrary(graph, situation, graph.travellers.filter(isOne));
  }

  override draw(source: Source, bias?: number): Journey {
    const { graph, times } = this;
    const { traveller, visits } = this.drawSteps(source.childOf(WALK));
    return writeJourney(graph, {
      visits,
      times: this.drawTimes(source.childOf(TIMES), TimeWindows.of(graph, visits, times)!, bias),
      emotions: this.drawEmotions(source.childOf(EMOTIONS), traveller, visits),
    });
  }

  /** Any traveller, or the next one who can meet the constraints. */
  private drawSteps(source: Source): { readonly traveller: Traveller; readonly visits: readonly Visit[] } {
    const { travellers, graph, times, constraints } = this;
    const { length } = travellers;
    const first = length === 1 ? 0 : source.below(length);
    for (let tried = 0; ; tried++) {
      const traveller = travellers[(first + tried) % length]!;
      try {
        return { traveller, visits: new Walker(graph, traveller.persona, times).draw(source, constraints) };
      } catch (error) {
        if (!(error instanceof Infeasible) || tried + 1 >= length) throw error;
      }
    }
  }

  /** Most people go on soon: the earlier part of a window is likelier than the later one. */
  private drawTimes(source: Source, windows: TimeWindows, bias: number | undefined): readonly number[] {
    const isEdge = bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0;
    for (let index = 0; index < windows.low.length; index++) {
      const low = windows.low[index]!;
      const high = Math.min(windows.high[index]!, low + OPEN_END);
      const share = isEdge ? source.below(2) : Math.min(source.unit(), source.unit());
      windows.fix(index, Math.min(high, low + Math.floor((high - low + 1) * share)));
    }
    return windows.low;
  }

  private drawEmotions(source: Source, traveller: Traveller, visits: readonly Visit[]): string[] {
    const emotions: string[] = [];
    for (let index = 0; index < visits.length; index++) {
      const possible = this.graph.emotionsAfter(traveller, emotions[index - 1], visits[index]!.step);
      emotions.push(pick(source.childAt(index), possible)!.emotion);
    }
    return emotions;
  }

  override accepts(value: unknown): value is Journey {
    const read = readJourney(this.graph, value);
    if (read === undefined || this.constraints?.allow(read.visits) === false) return false;
    return this.travellers.some((traveller) => isLegal(this.graph, traveller, this.times, read));
  }

  override *smaller(value: Journey): Iterable<Journey> {
    for (const candidate of this.resume(value, undefined, 'ahead')) yield candidate.value;
  }

  override *resume(value: Journey, place: unknown, part: SearchPart): Iterable<Candidate<Journey>> {
    const { graph } = this;
    const journey = readJourney(graph, value);
    if (journey === undefined) return;
    const search = { graph, journey, earliest: (index: number) => this.earliest(journey, index) };
    const seen = new Set<string>();
    for (const { wish, place: next } of simplerJourneys(search, place, part)) {
      for (const simpler of this.granted(wish, journey)) {
        if (compareJourneys(graph, simpler, journey) >= 0) continue;
        const key = JSON.stringify(simpler);
        if (seen.has(key)) continue;
        seen.add(key);
        yield { value: writeJourney(graph, simpler), place: next };
      }
    }
  }

  /** The legal journeys that lie nearest to a wish; where steps were dropped, with another end rather than none. */
  private granted(wish: Wish, { visits }: ReadJourney): readonly ReadJourney[] {
    // The same steps have room for any times that lie between those they can have.
    const seated = this.seats(wish, wish.visits === visits ? FORWARD : BOTH_WAYS);
    return seated.length > 0 || wish.visits.length === visits.length ? seated : this.withAnotherEnd(wish);
  }

  /** A planned end may have no room: the first end that is not completed either and has. */
  private withAnotherEnd(wish: Wish): readonly ReadJourney[] {
    for (const other of withOtherEnds(this.graph, this.travellers, wish)) {
      const seated = this.seats(other, BOTH_WAYS);
      if (seated.length > 0) return seated;
    }
    return [];
  }

  private seats(wish: Wish, ways: readonly Precedence[]): readonly ReadJourney[] {
    if (this.constraints?.allow(wish.visits) === false) return [];
    return seatsOf(this.graph, this.travellers, this.times, wish, ways);
  }

  /** The earliest time of a step when those before it stay where they are. */
  private earliest({ visits, times }: ReadJourney, index: number): number | undefined {
    const windows = TimeWindows.of(this.graph, visits, this.times);
    for (let before = 0; before < index; before++) windows?.fix(before, times[before]!);
    return windows?.low[index];
  }

  /** The legal journey that keeps most of the given one; of several travellers, the first who can take it as it is. */
  override mend(value: unknown): Journey {
    if (this.accepts(value)) return value;
    const { graph, times, constraints } = this;
    let best: ReadJourney | undefined;
    for (const traveller of this.travellers) {
      const mended = mendedJourney(graph, traveller, times, constraints, value);
      if (mended === undefined || constraints?.allow(mended.visits) === false) continue;
      if (best === undefined || mended.visits.length > best.visits.length) best = mended;
    }
    return best === undefined ? this.draw(Source.of(0)) : writeJourney(graph, best);
  }

  /** At its times, moved along with the cause or the reference date, and with another end where it cannot stand. */
  override *reseat(value: Journey, previous: KeyedArbitrary<Journey>): Iterable<Journey> {
    yield this.mend(value);
    if (!(previous instanceof JourneyArbitrary) || previous === this) return;
    const { graph, times } = this;
    const read = readJourney(graph, value);
    if (read === undefined) return;
    const shifts = new Set([
      times.now - previous.times.now,
      times.startLow - previous.times.startLow,
      (times.cause ?? 0) - (previous.times.cause ?? 0),
    ]);
    for (const shift of shifts) {
      if (shift === 0 || !Number.isFinite(shift)) continue;
      yield this.mend(writeJourney(graph, { ...read, times: read.times.map((time) => time + shift) }));
    }
    if (this.accepts(value)) return;
    for (const seated of this.withAnotherEnd(read)) yield writeJourney(graph, seated);
  }

  override compare(a: Journey, b: Journey): number | undefined {
    const left = readJourney(this.graph, a);
    const right = readJourney(this.graph, b);
    if (left === undefined || right === undefined) return sameJson(a, b) ? 0 : undefined;
    return compareJourneys(this.graph, left, right);
  }

  /** Holds the steps, the persona or the impact; a whole journey, or one of several, can be pinned as well. */
  override narrow(constraint: Constraint): KeyedArbitrary<Journey> | undefined {
    if (!isRecord(constraint) || 'oneOf' in constraint) return super.narrow(constraint);
    requireNames(this.graph, constraint);
    const { persona, impact, ...steps } = constraint;
    const travellers = this.travellers.filter(
      (one) => (persona === undefined || one.persona === persona) && (impact === undefined || one.impact === impact),
    );
    if (travellers.length === 0) return undefined;
    const held =
      Object.keys(steps).length === 0 ? this.constraints : new SkeletonConstraints(this.graph, steps, this.constraints);
    return new JourneyArbitrary(this.graph, this.situation, travellers, held);
  }

  override describe(): string {
    return `a journey of ${this.graph.name}`;
  }
}
