import type { ReportData, ReportPack } from './ReportData.js';

/** Ids of the elements that hold the data: `reportPage` writes them, the page's script reads them. */
export const embedded = {
  /** All that is shown at once. */
  main: 'report-data',
  rows: 'report-rows',
  /** Followed by the number of the pack. */
  pack: 'report-pack-',
} as const;

/** What the page knows as soon as it opens: rows and details have elements of their own, as they are read later or never. */
export type PageData = Omit<ReportData, 'rows' | 'details'> & { readonly packs: readonly PackPlace[] };

/** Where a pack of details stands among the rows. */
export type PackPlace = Omit<ReportPack, 'gzip'>;
