import { shown } from '../../errors/index.js';
import type { JourneyDescription } from '../JourneyDescription.js';
import { JourneyGraph } from '../JourneyGraph.js';
import type { Traveller } from '../JourneyGraph.js';
import { anyTransition, someWeights } from './examples.js';
import { put } from './Mistake.js';
import type { Mistake, Remedy } from './Mistake.js';
import type { Path } from './Path.js';
import { walks } from './walks.js';

type Found = Generator<Mistake>;

/** Enough for hundreds of steps with a dozen emotions, and loops besides. */
const MOST_PLACES = 20_000;

/** Somebody who has come to a step and cannot go on to the next with any emotion. */
interface Stuck {
  readonly traveller: Traveller;
  readonly step: string;
  readonly emotion: string;
  readonly to: string;
}

/** Travellers whom no row is for, and transition tables that leave a step without a legal emotion. */
export function* emotionMistakes(description: JourneyDescription): Found {
  const graph = new JourneyGraph(description);
  yield* noTable(description);
  yield* noRow(description, graph);
  const all = graph.travellers.flatMap((traveller) => stuckWays(graph, traveller));
  const places = [...graph.steps.values()].flatMap(({ name, edges }) =>
    edges.map(({ to }) => JSON.stringify([name, to])),
  );
  const order = new Map(places.map((place, index) => [place, index]));
  const orderOf = ({ step, to }: Stuck): number => order.get(JSON.stringify([step, to])) ?? 0;
  for (const stuck of all.sort((a, b) => orderOf(a) - orderOf(b))) yield stuckMistake(stuck, description, graph);
}

function* noTable(description: JourneyDescription): Found {
  const { transitions, personas } = description;
  for (const persona of personas) {
    if (transitions.some((row) => isFor(row.persona, persona))) continue;
    const row = { persona, table: anyTransition(description) };
    yield {
      code: 'journey-emotion',
      path: ['transitions'],
      said: `no row is for ${shown(persona)}`,
      why: 'which emotion may follow which must be known for every persona',
      remedies: () => [put(['transitions', transitions.length], row)],
    };
  }
}

function* noRow({ steps, emotions }: JourneyDescription, graph: JourneyGraph): Found {
  for (const [name, { emotions: rows }] of Object.entries(steps)) {
    for (const traveller of graph.travellers) {
      const { persona, impact } = traveller;
      if (rows.some((row) => isFor(row.persona, persona) && isFor(row.impact, impact))) continue;
      const path = ['steps', name, 'emotions'];
      const who = { persona, ...(impact !== undefined && { impact }) };
      const weights = someWeights({ emotions });
      yield {
        code: 'journey-emotion',
        path,
        said: `no row is for ${nameOf(traveller)}`,
        why: 'everybody has some emotion at every step',
        remedies: () => [
          ...weights.map((each) => put([...path, rows.length], { weights: each })),
          ...weights.map((each) => put([...path, rows.length], { ...who, weights: each })),
        ],
      };
    }
  }
}

function stuckWays(graph: JourneyGraph, traveller: Traveller): Stuck[] {
  const stuck: Stuck[] = [];
  walks<string>(graph, {
    begin: (step) => graph.emotionsOf(traveller, step).map(({ emotion }) => emotion),
    go: ({ step, known }, { to }) => {
      const next = graph.emotionsAfter(traveller, known, to);
      if (next.length === 0) stuck.push({ traveller, step, emotion: known, to });
      return next.map(({ emotion }) => emotion);
    },
    covers: (a, b) => a === b,
    most: MOST_PLACES,
  });
  return stuck.sort((a, b) => graph.rank(a.emotion) - graph.rank(b.emotion));
}

function stuckMistake(
  { traveller, step, emotion, to }: Stuck,
  description: JourneyDescription,
  graph: JourneyGraph,
): Mistake {
  const index = description.transitions.findIndex((row) => isFor(row.persona, traveller.persona));
  const table = description.transitions[index]?.table ?? {};
  const path: Path = ['transitions', index, 'table', emotion];
  const hasRow = Object.hasOwn(table, emotion);
  const possible = graph.emotionsOf(traveller, to).map((each) => each.emotion);
  const allow = (emotions: readonly string[]): Remedy => {
    const added = Object.fromEntries(emotions.map((each) => [each, 1]));
    if (hasRow && emotions.length === 1) return put([...path, emotions[0]!], 1);
    return put(path, { ...table[emotion], ...added });
  };
  return {
    code: 'journey-emotion',
    path,
    said: `leaves ${nameOf(traveller)}, ${emotion} at ${step}, without a legal emotion at ${to}`,
    why: `${to} has ${possible.join(' or ')} for them, and ${hasRow ? 'none of these' : 'nothing'} may follow ${emotion}`,
    remedies: () => [...possible.map((each) => allow([each])), allow(possible)],
  };
}

function isFor(wanted: string | readonly string[] | undefined, given: string | undefined): boolean {
  if (wanted === undefined) return true;
  return given !== undefined && (typeof wanted === 'string' ? wanted === given : wanted.includes(given));
}

function nameOf({ persona, impact }: Traveller): string {
  return impact === undefined ? persona : `${persona} (impact ${impact})`;
}
