import type { Analysis, Finding } from '../../analysis/index.js';
import { counted } from '../figures.js';
import type { Block, Item, Part } from '../text/index.js';
import { chanceText, differenceText, effectText } from './inWords.js';

/** More findings than these nobody reads; the command for all of them stands below. */
const MOST_FINDINGS = 10;
const MOST_ADVICE = 5;

/** How the text goes on elsewhere: commands that work when pasted. */
export interface Further {
  /** Prints everything. */
  readonly all: string;
  /** Prints the records behind a finding. */
  readonly records: (finding: string) => string;
}

/** Groups that differ from all others, the most weighty first. */
export function findingsPart({ findings, comparisons, alpha, collections }: Analysis, further: Further): Part {
  const made = `${counted(findings.length, 'finding')} in ${counted(comparisons, 'comparison')}`;
  const level = `at a chance of ${alpha} that one of them is none`;
  if (collections.length === 0) return { title: 'Findings', blocks: [] };
  if (findings.length === 0) {
    const text =
      comparisons === 0
        ? 'No groups could be compared.'
        : `No group differs from the others by more than chance: ${counted(comparisons, 'comparison')}, ${level}.`;
    return { title: 'Findings', blocks: [{ kind: 'lines', lines: [text] }] };
  }
  const shown = findings.slice(0, MOST_FINDINGS);
  const rest = findings.length - shown.length;
  const blocks: Block[] = [
    { kind: 'lines', lines: [`${made}, ${level}; ▼ worse than the others, ▲ better.`] },
    { kind: 'items', isNumbered: true, items: shown.map(findingItem) },
    { kind: 'command', purpose: 'the records behind the first one', command: further.records('1') },
  ];
  if (rest > 0) {
    blocks.push({
      kind: 'command',
      purpose: `${counted(rest, 'more finding')}, and every figure`,
      command: further.all,
    });
  }
  return { title: 'Findings', blocks };
}

function findingItem({ statement, adverse, figures, records }: Finding): Item {
  const { group, difference, difference_interval: interval, effect, adjusted_p: p } = figures;
  return {
    news: adverse ? 'bad' : 'good',
    text: statement,
    notes: [
      `${differenceText(difference, interval, group)}, effect ${effectText(effect, group)}, corrected p ${chanceText(p)}; ${counted(records.count, 'record')} behind it`,
    ],
  };
}

/** What to do for whom, by the findings. */
export function recommendationsPart({ recommendations, findings, titles }: Analysis): Part {
  const ranks = new Map(findings.map(({ id, rank }) => [id, rank]));
  const items = recommendations.map(({ grouping, label, advice }): Item => ({
    text: `${titles.of[grouping] ?? grouping} ${label}`,
    notes: [
      ...advice.slice(0, MOST_ADVICE).map((one) => `${one.text} (finding ${ranks.get(one.finding) ?? one.finding})`),
      ...(advice.length > MOST_ADVICE ? [`… and ${advice.length - MOST_ADVICE} more; --json prints all`] : []),
    ],
  }));
  return { title: 'Recommendations', blocks: items.length === 0 ? [] : [{ kind: 'items', isNumbered: false, items }] };
}
