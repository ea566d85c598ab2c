import type { CheckOptions } from './checkSettings.js';
import { parseCount } from './optionParsers.js';

/** The ways in which `validate` can print, beside the one for people; each excludes the others. */
export const validationFormats = ['json', 'junit', 'markdown', 'github'] as const;
export type ValidationFormat = (typeof validationFormats)[number];

/** The options of `validate`, parsed. */
export interface ValidateCommandOptions extends CheckOptions, Readonly<Partial<Record<ValidationFormat, true>>> {
  readonly fix?: string;
  readonly quiet?: true;
}

/** A number of records, or `any`. */
export function parseWantedCount(text: string): number | 'any' {
  return text === 'any' ? 'any' : parseCount(text);
}
