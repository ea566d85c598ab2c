import { el } from '../dom/index.js';
import { capital, plain } from '../model/index.js';
import type { PageContext } from '../PageContext.js';

/** What to do for each group, with the finding that says so. */
export function recommendations({ data, words }: PageContext): HTMLElement[] {
  const { recommendations: all, findings } = data.analysis;
  if (all.length === 0) return [];
  const ranks = new Map(findings.map(({ id, rank }) => [id, rank]));
  return [
    el('h3', {}, 'Recommendations'),
    el(
      'ul',
      { class: 'cards' },
      ...all.map(({ grouping, label, advice }) =>
        el(
          'li',
          { class: 'card' },
          el('h4', {}, `${capital(words.title(grouping))}: ${plain(label)}`),
          el(
            'ul',
            { class: 'advice' },
            ...advice.map(({ text, finding }) => {
              const rank = ranks.get(finding);
              const link = rank === undefined ? undefined : el('a', { href: `#finding-${rank}` }, `finding ${rank}`);
              return el('li', {}, text, ' ', link);
            }),
          ),
        ),
      ),
    ),
  ];
}
