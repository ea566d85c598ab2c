import { styleText } from 'node:util';
import type { CliContext, Output } from './CliContext.js';

/** The columns that text may fill. */
export function widthOf(stream: Output, env: CliContext['env']): number {
  const told = Number(env['COLUMNS']);
  return Number.isInteger(told) && told > 0 ? told : (stream.columns ?? 80);
}

/** Whether text may be coloured: on a terminal that can, for a user who does not mind (https://no-color.org). */
export function hasColours(stream: Output, env: CliContext['env']): boolean {
  return stream.isTTY === true && env['TERM'] !== 'dumb' && (env['NO_COLOR'] ?? '') === '';
}

export interface TextStyle {
  /** In columns. */
  readonly width: number;
  readonly hasColours: boolean;
}

export type TextFormat = Parameters<typeof styleText>[0];

/** A text in a colour or weight, where there are any. */
export function styled(format: TextFormat, text: string, { hasColours: isStyled }: TextStyle): string {
  return isStyled && text.trim() !== '' ? styleText(format, text, { validateStream: false }) : text;
}
