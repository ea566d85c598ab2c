import type { Chart } from '../../charts/index.js';
import { el } from '../dom/index.js';
import type { PageContext } from '../PageContext.js';
import { section } from './section.js';
import type { Section } from './section.js';

const leads = {
  people: ['People', 'Who is in the data, against who was wanted.'],
  journeys: ['Journeys', 'How far people come, where they are lost, how they feel, and how long it takes.'],
  profile: ['Profile', 'Which figures of a person go together.'],
} as const satisfies Record<Chart['section'], readonly [title: string, lead: string]>;

/** The pictures, by what they are about; those of a collection under its title. */
export function chartSections(charts: readonly Chart[], context: PageContext): Section[] {
  return (Object.keys(leads) as Chart['section'][]).flatMap((id) => {
    const own = charts.filter((chart) => chart.section === id);
    if (own.length === 0) return [];
    const [title, lead] = leads[id];
    const groups = byCollection(own, context);
    return [
      section(
        id,
        title,
        lead,
        ...[...groups].flatMap(([name, some]) => gallery(groups.size > 1 ? name : undefined, some, context)),
      ),
    ];
  });
}

function gallery(title: string | undefined, charts: readonly Chart[], { gallery: all }: PageContext): HTMLElement[] {
  return [
    ...(title === undefined ? [] : [el('h3', {}, title)]),
    el('div', { class: 'gallery' }, ...charts.map((chart) => all.hang(chart))),
  ];
}

/** A chart's id ends in the collection that it is about. */
function byCollection(charts: readonly Chart[], { data, words }: PageContext): Map<string, Chart[]> {
  const names = data.analysis.collections.map(({ collection }) => collection);
  const groups = new Map<string, Chart[]>();
  for (const chart of charts) {
    const name = names.filter((one) => chart.id.endsWith(`-${one}`)).sort((a, b) => b.length - a.length)[0];
    const title = name === undefined ? 'All together' : words.collection(name);
    groups.set(title, [...(groups.get(title) ?? []), chart]);
  }
  return groups;
}
