import type { JourneyFigures } from '../../analysis/index.js';
import { grouped } from '../figures.js';
import type { Figures } from '../text/index.js';
import { shareText } from './inWords.js';

const MOST_TRANSITIONS = 8;

/** How people feel, over all steps. */
export function emotionsTable({ emotions, tense }: JourneyFigures): Figures {
  return {
    kind: 'figures',
    title: `Emotional states over all steps; tense: ${shareText(tense)}`,
    columns: [{ title: 'emotion', isText: true }, { title: 'steps' }, { title: 'share' }],
    rows: emotions.map((one) => [one.label, grouped(one.hits), shareText(one)]),
  };
}

/** The ways on which feelings change. */
export function transitionsTable({ transitions }: JourneyFigures): Figures {
  const main = transitions.toSorted((a, b) => b.hits - a.hits).slice(0, MOST_TRANSITIONS);
  return {
    kind: 'figures',
    title: 'From one emotional state to the next, the most frequent first; share of those from the former',
    columns: [{ title: 'from', isText: true }, { title: 'to', isText: true }, { title: 'times' }, { title: 'share' }],
    rows: main.map((one) => [one.from, one.to, grouped(one.hits), shareText(one)]),
  };
}
