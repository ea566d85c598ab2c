import { el } from '../dom/index.js';
import { counted } from '../model/index.js';
import type { PageContext } from '../PageContext.js';
import { checkFigures } from './checkFigures.js';
import { section } from './section.js';
import type { Section } from './section.js';
import { violationsTable } from './violationsTable.js';

/** What was asked of the whole data set, the answers, and every place that is wrong. */
export function checks({ data }: PageContext): Section {
  const { validations } = data.validation;
  return section(
    'checks',
    'Checks',
    `${validations.filter(({ ok }) => ok).length} of ${counted(validations.length, 'validation')} passed.`,
    el(
      'ul',
      { class: 'cards checks' },
      ...validations.map(({ title, ok, violations, figures }) =>
        el(
          'li',
          { class: ok ? 'card check' : 'card check adverse' },
          el('h3', {}, title, ' ', el('span', { class: ok ? 'badge good' : 'badge bad' }, ok ? '✓ ok' : '✕ failed')),
          el('p', { class: 'hint' }, violations === 0 ? 'No violations' : counted(violations, 'violation')),
          ...checkFigures(figures),
        ),
      ),
    ),
    ...violationsTable(data),
  );
}
