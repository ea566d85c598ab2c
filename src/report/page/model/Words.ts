import type { ReportData } from '../../ReportData.js';
import { plain } from './fold.js';

/** What ids of the data are called. */
export class Words {
  private readonly titles: Readonly<Record<string, string>>;
  private readonly units: Readonly<Record<string, string>>;
  private readonly collections: ReadonlyMap<string, string>;

  constructor({ analysis, tables }: Pick<ReportData, 'analysis' | 'tables'>) {
    this.titles = analysis.titles.of;
    this.units = analysis.titles.units;
    this.collections = new Map([
      ...analysis.collections.map(({ collection, title }) => [collection, title] as const),
      ...tables.map(({ collection, title }) => [collection, title] as const),
    ]);
  }

  /** Of a grouping, fact, measure or need. */
  title(id: string): string {
    return Object.hasOwn(this.titles, id) ? this.titles[id]! : plain(id);
  }

  /** Of a measure. */
  unit(id: string): string {
    return Object.hasOwn(this.units, id) ? this.units[id]! : '';
  }

  collection(name: string | undefined): string {
    return name === undefined ? 'Not recognised' : (this.collections.get(name) ?? plain(name));
  }
}
