import { CohortCheckError, shown } from '../errors/index.js';
import type { ChartFormat } from '../report/index.js';
import type { CheckOptions } from './checkSettings.js';

/** The kinds of files that charts are written as; the help names them without loading what writes them. */
export const chartFormats = ['svg', 'png'] as const satisfies readonly ChartFormat[];

/** The options of `report`, parsed. */
export interface ReportCommandOptions extends CheckOptions {
  readonly out?: string;
  readonly charts?: string;
  readonly formats?: readonly ChartFormat[];
  readonly title?: string;
  readonly minEffect?: number;
  readonly json?: true;
  readonly quiet?: true;
}

/** Formats of charts, split by commas. */
export function parseChartFormats(text: string): readonly ChartFormat[] {
  const words = text.split(',').map((word) => word.trim());
  const formats = chartFormats.filter((format) => words.includes(format));
  if (words.every((word) => (chartFormats as readonly string[]).includes(word))) return formats;
  throw new CohortCheckError({
    code: 'bad-option',
    what: `--formats ${shown(text)}`,
    why: `the formats are ${chartFormats.join(' and ')}, split by commas`,
    try: `--formats ${chartFormats.join(',')}`,
  });
}

export function parseTitle(text: string): string {
  if (text.trim() !== '') return text;
  throw new CohortCheckError({
    code: 'bad-option',
    what: `--title ${shown(text)}`,
    why: 'a page without a heading cannot be told from others',
    try: 'leave --title out: the kinds of records are then the heading',
  });
}
