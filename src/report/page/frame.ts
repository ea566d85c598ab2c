import { el } from './dom/index.js';
import { counted } from './model/index.js';
import type { PageContext } from './PageContext.js';
import type { Section } from './sections/index.js';
import type { Theme } from './theme.js';

/** The page around its sections: skip link, header, table of contents. */
export function frame({ data }: PageContext, sections: readonly Section[], theme: Theme): HTMLElement[] {
  const { analysis } = data;
  return [
    el('a', { class: 'skip', href: '#main' }, 'Skip to the report'),
    el(
      'header',
      { class: 'page-head' },
      el(
        'div',
        {},
        el('h1', {}, data.title),
        el(
          'p',
          { class: 'about' },
          `${counted(analysis.records, 'record')} in ${counted(analysis.files.length, 'file')}, as of ${analysis.as_of}`,
        ),
      ),
      theme.element(),
    ),
    contents(sections),
    el('main', { id: 'main', tabindex: -1 }, ...sections.map(({ element }) => element)),
    el(
      'footer',
      { class: 'page-foot' },
      `Made by cohort-check ${data.version}. This page loads nothing from the network.`,
    ),
  ];
}

/** The table of contents; the section that is read is marked in it. */
function contents(sections: readonly Section[]): HTMLElement {
  const links = new Map(
    sections.map(({ id, title, element }) => [element, el('a', { href: `#${id}` }, shortOf(title))]),
  );
  const seen = new Set<Element>();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      const current = sections.find(({ element }) => seen.has(element));
      for (const [element, link] of links) {
        if (element === current?.element) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    { rootMargin: '-15% 0px -60% 0px' },
  );
  for (const { element } of sections) watcher.observe(element);
  return el(
    'nav',
    { class: 'contents', 'aria-label': 'Contents' },
    el('ul', {}, ...[...links.values()].map((link) => el('li', {}, link))),
  );
}

function shortOf(title: string): string {
  return title.split(' and ')[0]!;
}
