import type { Grouping, MarginReader } from '../../src/index.js';

const titles = { persona: 'persona', age_band: 'age band', risk_level: 'risk level' } as const;

/** The margins by which records are compared. */
export function groupingsOf<T extends object>(
  margins: Readonly<Record<keyof typeof titles, MarginReader<T>>>,
): Grouping<T>[] {
  return (Object.keys(titles) as (keyof typeof titles)[]).map((id) => {
    const { of, labels } = margins[id];
    return { id, title: titles[id], of, ...(labels !== undefined && { labels }) };
  });
}

/** A word of the data as people write it. */
export function plain(word: string): string {
  return word.replaceAll('_', ' ');
}
