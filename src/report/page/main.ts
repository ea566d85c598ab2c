import { chartsOf } from '../charts/index.js';
import { Gallery } from './charts/index.js';
import { readPageData, Records } from './data/index.js';
import { el } from './dom/index.js';
import { Explorer } from './explorer/index.js';
import { frame } from './frame.js';
import { markHistory } from './history.js';
import { Words } from './model/index.js';
import type { PageContext } from './PageContext.js';
import { preparePrint } from './print.js';
import { Router } from './Router.js';
import { changes, chartSections, checks, findings, overview, section } from './sections/index.js';
import { Theme } from './theme.js';

/*
 * The page in two steps, so that it can be read at once: first everything that the analysis says, then the records, which
 * take the longest to unpack.
 */
const theme = new Theme();
const data = readPageData();
const gallery = new Gallery(theme);
const context: PageContext = { data, gallery, words: new Words(data) };
const changed = changes(context);
const waiting = el('p', { class: 'hint', role: 'status' }, 'Unpacking the records …');
const records = section(
  'records',
  'Records',
  'Search, filter and sort; open a row for everything known of a person.',
  waiting,
);

document.body.append(
  ...frame(
    context,
    [
      overview(context),
      findings(context),
      ...chartSections(chartsOf(data.analysis), context),
      ...(changed === undefined ? [] : [changed]),
      checks(context),
      records,
    ],
    theme,
  ),
);
preparePrint(gallery, theme);
markHistory();
const router = new Router(records.element);

// A frame later the page is seen; then there is time to unpack.
requestAnimationFrame(() => setTimeout(() => void unpack()));

async function unpack(): Promise<void> {
  try {
    const explorer = new Explorer(context, await Records.read(data.packs));
    waiting.replaceWith(explorer.view.element);
    router.lead(explorer);
  } catch (error) {
    waiting.textContent = `The records of this page cannot be read: ${String(error)}`;
    throw error;
  }
}
