import { CohortCheckError, shown } from '../errors/index.js';
import { parseCount } from './optionParsers.js';

/** The ways in which `validate` can print, beside the one for people; each excludes the others. */
export const validationFormats = ['json', 'junit', 'markdown', 'github'] as const;
export type ValidationFormat = (typeof validationFormats)[number];

/** The options of `validate`, parsed. */
export interface ValidateCommandOptions extends Readonly<Partial<Record<ValidationFormat, true>>> {
  readonly model?: string;
  readonly asOf?: string;
  readonly count?: number | 'any';
  readonly alpha?: number;
  readonly tolerance?: number;
  readonly fix?: string;
  readonly quiet?: true;
}

/** A number of records, or `any`. */
export function parseWantedCount(text: string): number | 'any' {
  return text === 'any' ? 'any' : parseCount(text);
}

export function parseAlpha(text: string): number {
  const alpha = decimalNumber(text);
  if (alpha !== undefined && alpha > 0 && alpha < 1) return alpha;
  throw badOption('--alpha', text, 'it must be a number above 0 and below 1', '--alpha 0.01');
}

export function parseTolerance(text: string): number {
  const tolerance = decimalNumber(text);
  if (tolerance !== undefined && tolerance >= 0 && tolerance <= 1) return tolerance;
  throw badOption('--tolerance', text, 'it must be a number from 0 to 1', '--tolerance 0.02');
}

function decimalNumber(text: string): number | undefined {
  return /^(?:\d+(?:\.\d*)?|\.\d+)(?:e-?\d+)?$/i.test(text) ? Number(text) : undefined;
}

function badOption(option: string, text: string, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-option', what: `${option} ${shown(text)}`, why, try: next });
}
