import type { ReportData } from '../../report/index.js';
import { counted, grouped, size } from '../figures.js';
import { printable } from '../text/index.js';

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
}

/** What a report has written. */
export interface Written {
  readonly data: ReportData;
  readonly page?: WrittenFile;
  readonly charts: readonly WrittenFile[];
}

/** A line for each file, what the data lack, and what to do next. */
export function writtenText({ data, page, charts }: Written): string {
  const { records } = data.analysis;
  const { errors, warnings } = data.validation;
  const wrong = [
    ...(errors === 0 ? [] : [counted(errors, 'error')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ];
  return [
    ...charts.map(({ path, bytes }) => `${printable(path)}  ${size(bytes)}`),
    ...(page === undefined ? [] : [`${printable(page.path)}  ${counted(records, 'record')}, ${size(page.bytes)}`]),
    ...(records === 0 ? ['no record could be analysed: cohort-check validate says why'] : []),
    ...(page === undefined || data.rowCount >= records
      ? []
      : [`its table lists the first ${grouped(data.rowCount)} records; its figures are of all`]),
    ...(wrong.length === 0
      ? []
      : [`${wrong.join(' and ')} in the data${page === undefined ? '' : ', which the page shows'}`]),
    ...(page === undefined ? [] : [`open ${printable(page.path)} in a browser`]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
