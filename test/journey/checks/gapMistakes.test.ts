import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapMistakes } from '../../../src/journey/checks/gapMistakes.js';
import { TimedWalks } from '../../../src/journey/checks/TimedWalks.js';
import type { JourneyDescription } from '../../../src/journey/JourneyDescription.js';
import { JourneyGraph } from '../../../src/journey/JourneyGraph.js';
import { timesOfSituation } from '../../../src/journey/JourneySituation.js';
import { TimeWindows } from '../../../src/journey/TimeWindows.js';
import { allWalks, smallGraphs } from './smallGraphs.js';

const DAY = 86_400;

/** The least seconds from the first step of a walk to its last; undefined where no times keep all gaps. */
function leastSpan(graph: JourneyGraph, walk: readonly string[]): number | undefined {
  // The times of the steps and, last, of the cause: bounds on all differences, tightened until nothing moves.
  const cause = walk.length;
  const most = Array.from({ length: cause + 1 }, (_, a) =>
    Array.from({ length: cause + 1 }, (__, b) => (a === b ? 0 : Infinity)),
  );
  const bound = (later: number, earlier: number, min: number, max: number): void => {
    most[later]![earlier] = Math.min(most[later]![earlier]!, max);
    most[earlier]![later] = Math.min(most[earlier]![later]!, -min);
  };
  for (const [index, step] of walk.entries()) {
    const gaps = graph.steps.get(step)!.gaps;
    if (index === 0 && !gaps.some(({ from }) => from === 'cause')) bound(0, cause, 0, 0);
    if (index > 0) bound(index, index - 1, 0, Infinity);
    for (const { from, min, max } of gaps) {
      const origin =
        from === 'cause' ? cause : from === 'previous' ? index - 1 : walk.slice(0, index).lastIndexOf(from);
      if (origin >= 0) bound(index, origin, min, max);
    }
  }
  for (const k of most.keys())
    for (const row of most) for (const j of row.keys()) row[j] = Math.min(row[j]!, row[k]! + most[k]![j]!);
  return most.some((row, index) => row[index]! < 0) ? undefined : 0 - most[0]![walk.length - 1]!;
}

/** Two gaps of one step from one place that leave no time are refused before anything is walked. */
function gapsFit({ steps }: JourneyDescription): boolean {
  return Object.values(steps).every(({ gap }) => {
    const [a, b] = Array.isArray(gap) ? (gap as { from: string; minDays: number; maxDays?: number }[]) : [];
    if (a === undefined || b === undefined || a.from !== b.from) return true;
    return Math.max(a.minDays, b.minDays) <= Math.min(a.maxDays ?? Infinity, b.maxDays ?? Infinity);
  });
}

describe('gapMistakes', () => {
  it('knows which edges can be taken and how soon steps come, as trying every walk does', () => {
    let edges = 0;
    let refused = 0;
    fc.assert(
      fc.property(smallGraphs.filter(gapsFit), (description) => {
        const graph = new JourneyGraph(description);
        const walks = allWalks(graph, 400);
        fc.pre(walks !== undefined);
        const spans = walks.map((walk) => ({ walk, span: leastSpan(graph, walk) }));
        const timed = new TimedWalks(graph);
        expect(timed.isComplete).toBe(true);
        for (const { name, edges: given } of graph.steps.values()) {
          const reached = spans.flatMap(({ walk, span }) => (walk.at(-1) === name && span !== undefined ? [span] : []));
          expect(timed.soonest(name)?.known.span).toBe(reached.length === 0 ? undefined : Math.min(...reached));
          for (const { to } of given) {
            const ending = spans.filter(({ walk }) => walk.at(-1) === to && walk.at(-2) === name);
            const tried = ending.filter(({ walk }) => leastSpan(graph, walk.slice(0, -1)) !== undefined);
            const isRefused = tried.length > 0 && tried.every(({ span }) => span === undefined);
            expect(timed.refusedAt(name, to) !== undefined).toBe(isRefused);
            edges++;
            if (isRefused) refused++;
          }
        }
      }),
      { seed: 1, numRuns: 2_000 },
    );
    expect(refused).toBeGreaterThan(80);
    expect(edges).toBeGreaterThan(10 * refused);
  }, 120_000);

  it('lets pass exactly the descriptions of which every edge can be taken and every step completed', () => {
    const counts = { fine: 0, refused: 0 };
    fc.assert(
      fc.property(smallGraphs.filter(gapsFit), (description) => {
        const graph = new JourneyGraph(description);
        // What comes before the first step is known only with a cause at hand.
        fc.pre(graph.starts.every(({ step }) => graph.steps.get(step)!.gaps.every(({ from }) => from !== 'cause')));
        const walks = allWalks(graph, 300);
        fc.pre(walks !== undefined);
        const now = timesOfSituation(graph, { asOf: graph.asOf });
        const ever = { ...now, startLow: now.startHigh - 10_000 * DAY };
        const visits = (walk: readonly string[]) => walk.map((step) => ({ step, status: 'completed' as const }));
        const inTime = walks.filter((walk) => TimeWindows.of(graph, visits(walk), now) !== undefined);
        const possible = walks.filter((walk) => TimeWindows.of(graph, visits(walk), ever) !== undefined);
        const isFine =
          [...graph.steps.keys()].every((step) => inTime.some((walk) => walk.at(-1) === step)) &&
          [...graph.steps.values()].every(({ name, edges }) =>
            edges.every(({ to }) => possible.some((walk) => walk.at(-2) === name && walk.at(-1) === to)),
          );
        const [mistake] = [...gapMistakes(description)].filter(({ said }) => !said.includes('never comes before'));
        if (isFine !== (mistake === undefined))
          expect.fail(`${String(isFine)}: ${mistake?.path.join('.')} ${mistake?.said}`);
        counts[isFine ? 'fine' : 'refused']++;
      }),
      { seed: 1, numRuns: 2_000 },
    );
    expect(counts.fine).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(100);
  }, 120_000);

  it('says nothing about a graph with more ways than it looks at', () => {
    const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
    const ways = names.map((to) => ({ to, weight: 0.01, max: 2 }));
    const steps = names.map((name) => [
      name,
      { actions: [], emotions: [], gap: { from: name, minDays: 1, maxDays: 3 }, next: ways, ends: 0.88 },
    ]);
    const description = {
      name: 'knot',
      asOf: '2025-03-31',
      startDays: { min: 0, max: 0 },
      personas: ['somebody'],
      emotions: ['calm'],
      transitions: [],
      start: 's0',
      steps: Object.fromEntries(steps) as JourneyDescription['steps'],
      completion: { somebody: Object.fromEntries(names.map((name) => [name, 1])) },
    };
    expect(new TimedWalks(new JourneyGraph(description)).isComplete).toBe(false);
    expect([...gapMistakes(description)]).toEqual([]);
  });
});
