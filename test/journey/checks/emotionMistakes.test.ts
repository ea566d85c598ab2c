import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotionMistakes } from '../../../src/journey/checks/emotionMistakes.js';
import { JourneyGraph } from '../../../src/journey/JourneyGraph.js';
import { allWalks, smallGraphs } from './smallGraphs.js';
import { refusal } from './following.js';

const somebody = { persona: 'somebody', impact: undefined };

/** The emotions that can be felt at the end of a walk. */
function feltAfter(graph: JourneyGraph, walk: readonly string[]): string[] {
  let felt = graph.emotionsOf(somebody, walk[0]!).map(({ emotion }) => emotion);
  for (const step of walk.slice(1)) {
    felt = felt.flatMap((from) => graph.emotionsAfter(somebody, from, step).map(({ emotion }) => emotion));
    felt = [...new Set(felt)];
  }
  return felt;
}

describe('emotionMistakes', () => {
  it('finds the first edge onto a step without a legal emotion, as trying every walk does', () => {
    const counts = { fine: 0, stuck: 0 };
    fc.assert(
      fc.property(smallGraphs, (description) => {
        const graph = new JourneyGraph(description);
        const walks = allWalks(graph, 400);
        fc.pre(walks !== undefined);
        const stuck = new Set<string>();
        for (const walk of walks.filter(({ length }) => length > 1)) {
          const to = walk.at(-1)!;
          for (const emotion of feltAfter(graph, walk.slice(0, -1))) {
            if (graph.emotionsAfter(somebody, emotion, to).length > 0) continue;
            stuck.add(`leaves somebody, ${emotion} at ${walk.at(-2)}, without a legal emotion at ${to}`);
          }
        }
        const inOrder = [...graph.steps.values()].flatMap(({ name, edges }) =>
          edges.flatMap(({ to }) =>
            graph.emotions.map((emotion) => `leaves somebody, ${emotion} at ${name}, without a legal emotion at ${to}`),
          ),
        );
        expect(emotionMistakes(description).next().value?.said).toBe(inOrder.find((said) => stuck.has(said)));
        counts[stuck.size === 0 ? 'fine' : 'stuck']++;
      }),
      { seed: 1, numRuns: 2_000 },
    );
    expect(counts.fine).toBeGreaterThan(100);
    expect(counts.stuck).toBeGreaterThan(100);
  }, 120_000);

  it('takes a loop that must be left before its emotions run out, and refuses one turn more', () => {
    const remindedUpTo = (max: number): object => ({
      name: 'reminders',
      asOf: '2025-03-31',
      startDays: { min: 0, max: 30 },
      personas: ['somebody'],
      emotions: ['calm', 'tense', 'angry'],
      // Every reminder makes it worse, and nothing is worse than angry.
      transitions: [{ table: { calm: { tense: 1 }, tense: { angry: 1 } } }],
      start: 'welcome',
      steps: {
        welcome: { actions: ['read'], emotions: [{ weights: { calm: 1 } }], next: 'remind' },
        remind: {
          actions: ['read'],
          emotions: [{ weights: { tense: 1, angry: 1 } }],
          next: [{ to: 'remind', weight: 0.5, max }],
          ends: 0.5,
        },
      },
      completion: { somebody: { welcome: 1, remind: 1 } },
    });
    expect(refusal(remindedUpTo(1))).toBeUndefined();
    expect(refusal(remindedUpTo(2))?.parts.what).toBe(
      'journey reminders: transitions[0].table.angry: leaves somebody, angry at remind, without a legal emotion at remind',
    );
  });

  it('looks at a way on which an edge is still open, though a shorter one took it', () => {
    const plan = { actions: [], ends: 0.5 };
    const error = refusal({
      name: 'detour',
      asOf: '2025-03-31',
      startDays: { min: 0, max: 30 },
      personas: ['somebody'],
      emotions: ['calm', 'curious', 'tense'],
      transitions: [{ table: { calm: { calm: 1, curious: 1 }, curious: { tense: 1 }, tense: { calm: 1 } } }],
      start: 'begin',
      steps: {
        begin: { actions: [], emotions: [{ weights: { calm: 1 } }], next: 'ask' },
        ask: {
          ...plan,
          emotions: [{ weights: { calm: 1, tense: 1 } }],
          next: [
            { to: 'plan', weight: 0.25, max: 1 },
            { to: 'talk', weight: 0.25 },
          ],
        },
        talk: { ...plan, emotions: [{ weights: { calm: 1 } }], next: { plan: 0.5 } },
        plan: { ...plan, emotions: [{ weights: { curious: 1 } }], next: [{ to: 'ask', weight: 0.5, max: 1 }] },
      },
      completion: { somebody: { begin: 1, ask: 1, talk: 1, plan: 1 } },
    });
    // Only who talked first can be tense at ask and go straight to plan.
    expect(error?.parts.what).toBe(
      'journey detour: transitions[0].table.tense: leaves somebody, tense at ask, without a legal emotion at plan',
    );
  });
});
