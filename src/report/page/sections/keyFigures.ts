import type { CollectionFigures, Share, Where } from '../../../analysis/index.js';
import { el } from '../dom/index.js';
import { capital, behind, hashOf, numberText, shareText } from '../model/index.js';
import type { PageContext } from '../PageContext.js';

interface Tile {
  readonly title: string;
  readonly value: number | null;
  readonly isShare: boolean;
  readonly note: string;
  readonly href: string;
}

/** The figures that matter most, each with a link to what it is made of. */
export function keyFigures({ data, words }: PageContext): HTMLElement {
  const { analysis, validation } = data;
  const tiles: Tile[] = [
    ...analysis.collections.map((one): Tile => ({
      title: one.title,
      value: one.records,
      isShare: false,
      note: 'records',
      href: hashOf(behind({ collection: one.collection })),
    })),
    ...analysis.collections.flatMap(finished),
    ...analysis.collections.filter((one) => wholeOf(one)?.journey === undefined).flatMap((one) => needs(one, words)),
    {
      title: 'Findings',
      value: analysis.findings.length,
      isShare: false,
      note: `from ${numberText(analysis.comparisons)} comparisons`,
      href: '#findings',
    },
    {
      title: 'Violations',
      value: validation.errors,
      isShare: false,
      note: `in ${numberText(validation.brokenRecords)} records`,
      href: '#checks',
    },
  ];
  return el('ul', { class: 'tiles', 'aria-label': 'Key figures' }, ...tiles.map(tileElement));
}

function tileElement({ title, value, isShare, note, href }: Tile): HTMLElement {
  const text = value === null ? '–' : isShare ? shareText(value) : numberText(value);
  return el(
    'li',
    { class: 'tile' },
    el(
      'a',
      { href },
      el('span', { class: 'tile-title' }, title),
      el('span', { class: 'tile-value', 'data-value': value ?? undefined }, text),
      el('span', { class: 'tile-note' }, note),
    ),
  );
}

function finished(one: CollectionFigures): Tile[] {
  const share = wholeOf(one)?.journey?.endings.find(({ label }) => label === 'finished');
  if (share === undefined) return [];
  return [shareTile(`${one.title} who finish`, share, { collection: one.collection, endings: ['finished'] })];
}

function needs(one: CollectionFigures, words: PageContext['words']): Tile[] {
  return Object.entries(wholeOf(one)?.needs ?? {}).map(([need, share]) =>
    shareTile(capital(words.title(need)), share, { collection: one.collection, need }),
  );
}

function shareTile(title: string, { hits, trials, share }: Share, where: Where): Tile {
  return {
    title,
    value: share,
    isShare: true,
    note: `${numberText(hits)} of ${numberText(trials)}`,
    href: hashOf(behind(where)),
  };
}

function wholeOf({ groups }: CollectionFigures): CollectionFigures['groups'][number] | undefined {
  return groups.find(({ grouping }) => grouping === 'all');
}
