/*
 * Gaps that cannot be met: from a step that never comes before, against each other, or before the reference date.
 *
 * What is possible on some way is no mistake, even if a journey that took another way must stop there: journeys may stop.
 */
import type { GapDescription, JourneyDescription } from '../JourneyDescription.js';
import { JourneyGraph } from '../JourneyGraph.js';
import { SECONDS_A_DAY } from '../time.js';
import { leaveOut, put, together } from './Mistake.js';
import type { Mistake, Remedy } from './Mistake.js';
import { gapsAt } from './parts.js';
import type { Path } from './Path.js';
import { TimedWalks } from './TimedWalks.js';
import { wayTo } from './walks.js';
import type { Place } from './walks.js';
import { countOf, cut, durationText, listed, nearestFirst } from './wording.js';
import type { Zone } from './Zone.js';

type Found = Generator<Mistake>;

/** Gaps that no journey can keep, and steps that they put after the reference date for good. */
export function* gapMistakes(description: JourneyDescription): Found {
  const graph = new JourneyGraph(description);
  yield* neverBefore(description, graph);
  const walks = new TimedWalks(graph);
  if (!walks.isComplete) return;
  yield* clashes(description, graph, walks);
  yield* tooLate(description, graph, walks);
}

function* neverBefore({ steps }: JourneyDescription, graph: JourneyGraph): Found {
  for (const [name, { gap }] of Object.entries(steps)) {
    for (const [{ from = 'previous' }, path] of gapsAt(gap, ['steps', name, 'gap'])) {
      if (from === 'previous' || from === 'cause' || stepsAfter(graph, from).has(name)) continue;
      const before = Object.keys(steps).filter((each) => stepsAfter(graph, each).has(name));
      const instead = [...nearestFirst(from, before).slice(0, 5), 'previous'];
      yield {
        code: 'journey-gap',
        path: [...path, 'from'],
        said: `${from} never comes before ${name}`,
        why: before.length === 0 ? 'no step does' : `the steps that may are ${cut(listed(before), 400)}`,
        remedies: () => [...instead.map((each) => put([...path, 'from'], each)), leaveOut(path)],
      };
    }
  }
}

/** The steps that a journey may come to after a step. */
function stepsAfter(graph: JourneyGraph, step: string): ReadonlySet<string> {
  const after = new Set<string>();
  const add = (from: string): void => graph.steps.get(from)?.edges.forEach(({ to }) => after.add(to));
  add(step);
  for (const each of after) add(each);
  return after;
}

/** Edges that no journey can take, each told by the way on which least is amiss. */
function* clashes({ steps }: JourneyDescription, graph: JourneyGraph, walks: TimedWalks): Found {
  for (const { name, edges } of graph.steps.values()) {
    for (const { to } of edges) {
      const given = gapsAt(steps[to]?.gap, ['steps', to, 'gap']);
      const ways = (walks.refusedAt(name, to) ?? []).map((place) => tooShort(place, to, given, walks));
      const [least] = ways.sort((a, b) => a.amiss - b.amiss);
      const [worst] = least?.gaps ?? [];
      if (least === undefined || worst === undefined) continue;
      const { gap, path, max, needed } = worst;
      const from = gap.from === undefined || gap.from === 'previous' ? name : gap.from;
      const longer = least.gaps.map((each) => widened(each.gap, each.path, each.needed));
      yield {
        code: 'journey-gap',
        path,
        said: `at most ${durationText(max)} after ${from}, but ${to} comes at least ${durationText(needed)} after it`,
        why: `the other gaps on the way ${wayText(least.place, to)} ask for that, so no journey goes from ${name} to ${to}`,
        remedies: () => [...longer, together(...longer), leaveOut(path), leaveOut(['steps', to, 'gap'])],
      };
    }
  }
}

interface ShortGap {
  readonly gap: GapDescription;
  readonly path: Path;
  /** Seconds that it allows, and that it would have to. */
  readonly max: number;
  readonly needed: number;
}

/** The gaps of a step that end too soon after a way. */
function tooShort(
  place: Place<Zone>,
  to: string,
  given: readonly (readonly [GapDescription, Path])[],
  walks: TimedWalks,
): { readonly place: Place<Zone>; readonly gaps: readonly ShortGap[]; readonly amiss: number } {
  const all = walks.gapsOf(to);
  const least = place.known.leastBefore(all);
  const gaps = all.flatMap(({ from, max }, index): ShortGap[] => {
    const [gap, path] = given[index]!;
    const needed = least[from]!;
    return needed > max ? [{ gap, path, max, needed }] : [];
  });
  return { place, gaps, amiss: gaps.reduce((sum, { needed, max }) => sum + needed - max, 0) };
}

/** Steps that nobody can complete, since they always lie after the reference date. */
function* tooLate({ startDays: { max }, steps }: JourneyDescription, graph: JourneyGraph, walks: TimedWalks): Found {
  // A step that nobody completes may well be planned alone.
  const completed = [...graph.steps.keys()].filter((step) =>
    graph.personas.some((persona) => graph.completion(persona, step) > 0),
  );
  const soonest = completed.flatMap((step) => walks.soonest(step) ?? []);
  const most = soonest.reduce((days, { known }) => Math.max(days, daysFor(known.span)), 0);
  for (const place of soonest) {
    const { step, known } = place;
    if (daysFor(known.span) <= max) continue;
    const gap: Path = ['steps', step, 'gap'];
    const days = countOf(max, 'day');
    const nobody = graph.personas.map((persona): Remedy => put(['completion', persona, step], 0));
    yield {
      code: 'journey-gap',
      path: steps[step]?.gap === undefined ? ['steps', step] : gap,
      said: `${step} comes at least ${durationText(known.span)} after the first step, and ${max === 1 ? 'there is' : 'there are'} ${days} for it`,
      why:
        `the smallest gaps on the way ${wayText(place)} take that long, and a journey starts at most ${days} ` +
        `before the reference date (startDays.max), so nobody could have completed ${step}`,
      remedies: () => [put(['startDays', 'max'], most), leaveOut(gap), together(...nobody)],
    };
  }
}

/** The least `startDays.max` that leaves so many seconds until the end of the reference date. */
function daysFor(seconds: number): number {
  return Math.floor(seconds / SECONDS_A_DAY);
}

/** A gap whose upper bound is at least so many seconds, in the unit that it has. */
function widened(gap: GapDescription, path: Path, seconds: number): Remedy {
  const units = { maxMinutes: 60, maxHours: 3600, maxDays: SECONDS_A_DAY } as const;
  const key = (['maxMinutes', 'maxHours'] as const).find((unit) => gap[unit] !== undefined) ?? 'maxDays';
  return put([...path, key], Math.ceil(seconds / units[key]));
}

function wayText(place: Place<unknown>, to?: string): string {
  return cut([...wayTo(place), ...(to === undefined ? [] : [to])].join(' → '), 160);
}
