import type { Where } from '../../../analysis/index.js';
import { plain } from './fold.js';
import { figureText } from './numbers.js';
import type { Words } from './Words.js';

/** One condition in words, and what is left when it is taken away. */
export interface WhereChip {
  readonly text: string;
  readonly without: Where | undefined;
}

/** The conditions of a filter, each of which can be taken away. */
export function whereChips(where: Where, words: Words): WhereChip[] {
  const chips: WhereChip[] = [];
  const add = (text: string, without: Where): void => {
    chips.push({ text, without: Object.keys(without).length === 0 ? undefined : without });
  };
  for (const [id, label] of Object.entries(where.groups ?? {})) {
    add(`${words.title(id)} is ${plain(label)}`, withoutEntry(where, 'groups', id));
  }
  for (const [id, label] of Object.entries(where.facts ?? {})) {
    add(`${words.title(id)} is ${plain(label)}`, withoutEntry(where, 'facts', id));
  }
  for (const [id, bounds] of Object.entries(where.measures ?? {})) {
    add(`${words.title(id)} ${boundsText(bounds, words.unit(id))}`, withoutEntry(where, 'measures', id));
  }
  const { need, endings, lost_at: lostAt, step, transition, outcome } = where;
  if (need !== undefined) add(words.title(need), omit(where, 'need'));
  if (endings !== undefined) add(endings.map(plain).join(' or '), omit(where, 'endings'));
  if (lostAt !== undefined) add(`lost at ${plain(lostAt)}`, omit(where, 'lost_at'));
  if (step !== undefined) add(stepText(step), omit(where, 'step'));
  if (transition !== undefined) {
    add(`from ${plain(transition.from)} to ${plain(transition.to)}`, omit(where, 'transition'));
  }
  if (outcome !== undefined) {
    add(`${plain(outcome.name)} ${outcome.results.map(plain).join(' or ')}`, omit(where, 'outcome'));
  }
  // Without a condition it still leaves out what could not be analysed.
  return chips.length === 0 ? [{ text: 'in the analysis', without: undefined }] : chips;
}

/** Bounds of a number in words: `from 30 to 39 years`. */
export function boundsText(
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  unit?: string,
): string {
  if (min === undefined) return max === undefined ? 'is known' : `up to ${figureText(max, unit)}`;
  if (max === undefined) return `from ${figureText(min, unit)}`;
  return min === max ? `is ${figureText(min, unit)}` : `from ${figureText(min)} to ${figureText(max, unit)}`;
}

function stepText({ name, statuses, emotions }: NonNullable<Where['step']>): string {
  const said = [...(statuses ?? []), ...(emotions ?? [])].map(plain);
  const at = name === undefined ? 'some step' : plain(name);
  return said.length === 0 ? `with ${at}` : `${at}: ${said.join(' or ')}`;
}

function omit(where: Where, key: keyof Where): Where {
  return Object.fromEntries(Object.entries(where).filter(([one]) => one !== key));
}

function withoutEntry(where: Where, key: 'groups' | 'facts' | 'measures', id: string): Where {
  const rest = Object.fromEntries(Object.entries(where[key] ?? {}).filter(([one]) => one !== id));
  return Object.keys(rest).length === 0 ? omit(where, key) : { ...where, [key]: rest };
}
