import type { Where } from '../../../analysis/index.js';
import { plain } from './fold.js';
import { figureText } from './numbers.js';
import type { Words } from './Words.js';

/** One condition in words, and what is left when it is taken away. */
export interface WhereChip {
  readonly text: string;
  readonly without: Where | undefined;
}

/** Conditions that are taken away as a whole; those on groups, facts and measures go one by one, the collection is a tab. */
type Single = Exclude<keyof Where, 'collection' | 'groups' | 'facts' | 'measures'>;

const texts = {
  need: (need, words) => words.title(need),
  endings: (endings) => endings.map(plain).join(' or '),
  days: (days) => boundsText(days, 'days'),
  lost_at: (step) => `lost at ${plain(step)}`,
  reached: (step) => `came to ${plain(step)}`,
  step: stepText,
  flow: ({ from, to }) => `went from ${plain(from)} to ${plain(to)}`,
  transition: ({ from, to }) => `from ${plain(from)} to ${plain(to)}`,
  outcome: ({ name, results }) => `${plain(name)} ${results.map(plain).join(' or ')}`,
} as const satisfies { readonly [K in Single]: (asked: NonNullable<Where[K]>, words: Words) => string };

function textOf<K extends Single>(key: K, where: Where, words: Words): string {
  const text = texts[key] as (asked: NonNullable<Where[K]>, words: Words) => string;
  return text(where[key] as NonNullable<Where[K]>, words);
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
  for (const key of Object.keys(texts) as (keyof typeof texts)[]) {
    if (where[key] !== undefined) add(textOf(key, where, words), omit(where, key));
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
