import { RecordCard } from '../card/index.js';
import type { Records } from '../data/index.js';
import { columnsOf, everything, hashOf, pickRows, placeKey, RowSearch, sharedColumns } from '../model/index.js';
import type { Column, ExplorerState, Row } from '../model/index.js';
import type { PageContext } from '../PageContext.js';
import { chips } from './chips.js';
import { download } from './download.js';
import { ExplorerView } from './ExplorerView.js';
import { FilterDialog } from './FilterDialog.js';
import { Grid } from './Grid.js';
import { FROM_PAGE, isFromPage } from '../history.js';

/** All records: searched, filtered and sorted as the page's address says. */
export class Explorer {
  readonly view: ExplorerView;
  private readonly context: PageContext;
  private readonly records: Records;
  private readonly card: RecordCard;
  private readonly search: RowSearch;
  private readonly filterDialog = new FilterDialog();
  private readonly grid: Grid;
  private readonly columns = new Map<string | undefined, readonly Column[]>();
  private state: ExplorerState = everything;
  private rows: readonly Row[] = [];
  /** What the list was last drawn for. */
  private listed: string | undefined;

  constructor(context: PageContext, records: Records) {
    this.context = context;
    this.records = records;
    this.card = new RecordCard(context, records, {
      step: (row) => this.open(row, true),
      closed: () => this.leaveCard(),
    });
    this.search = new RowSearch(context.words);
    this.grid = new Grid({
      open: (row) => this.open(row),
      sort: (column) => this.sort(column),
      filter: (column) => this.filter(column),
    });
    this.view = new ExplorerView(context.data, records.rows, this.grid.element, {
      choose: (collection) => this.go({ ...everything, collection, query: this.state.query, where: this.state.where }),
      search: (query) => this.go({ ...this.state, query }, true),
      clear: () => this.go({ ...everything, collection: this.state.collection }),
      download: () => this.download(),
    });
    this.view.element.append(this.filterDialog.element, this.card.element);
  }

  /** Shows what an address asks for; answers whether the list is another one now. */
  apply(state: ExplorerState): boolean {
    this.state = state;
    const wanted = hashOf({ ...state, open: undefined });
    const isNew = wanted !== this.listed;
    if (isNew) this.list(wanted);
    this.showCard();
    return isNew;
  }

  closeCard(): void {
    this.state = { ...this.state, open: undefined };
    this.card.close();
  }

  private list(wanted: string): void {
    const { state } = this;
    const columns = this.columnsFor(state.collection);
    this.rows = this.picked(columns);
    this.listed = wanted;
    this.grid.show(this.rows, columns, state);
    this.view.show(
      state,
      this.rows.length,
      chips(state, columns, this.context.words, (next) => this.go(next)),
    );
  }

  /** An address that was cut or made up may ask for what cannot be asked: it finds nothing. */
  private picked(columns: readonly Column[]): readonly Row[] {
    try {
      return pickRows(this.records.rows, this.state, columns, this.search);
    } catch {
      return [];
    }
  }

  private showCard(): void {
    const { open } = this.state;
    const row = open === undefined ? undefined : this.records.at(open);
    if (row === undefined) {
      this.card.close();
      return;
    }
    const place = this.grid.placeOf(row);
    if (place !== -1) this.grid.activate(place, false);
    void this.card.show(row, {
      place,
      count: this.rows.length,
      at: (index) => this.grid.at(index),
      hrefOf: (one) => hashOf({ ...this.state, open: placeKey(one) }),
    });
  }

  /** @param isStep - from one card to the next, of which Back should know nothing. */
  private open(row: Row, isStep = false): void {
    const state = { ...this.state, open: placeKey(row) };
    if (isStep) history.replaceState(history.state, '', hashOf(state));
    else history.pushState(FROM_PAGE, '', hashOf(state));
    this.apply(state);
  }

  /** The reader closed the card: back to where it was opened, if that was in this page. */
  private leaveCard(): void {
    if (this.state.open === undefined) return;
    this.state = { ...this.state, open: undefined };
    if (isFromPage()) history.back();
    else history.replaceState(null, '', hashOf(this.state));
  }

  private columnsFor(collection: string | undefined): readonly Column[] {
    const known = this.columns.get(collection);
    if (known !== undefined) return known;
    const { data, words } = this.context;
    const table = data.tables.find((one) => one.collection === collection);
    const columns = table === undefined ? sharedColumns(data.tables, words) : columnsOf(table, words);
    this.columns.set(collection, columns);
    return columns;
  }

  /** @param isSmall - a step of which Back should know nothing, such as a letter typed. */
  private go(state: ExplorerState, isSmall = false): void {
    const hash = hashOf({ ...state, open: undefined });
    if (hash === hashOf({ ...this.state, open: undefined })) return;
    if (isSmall) history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
    this.apply({ ...state, open: undefined });
  }

  private sort(column: Column): void {
    const { sort } = this.state;
    const isOwn = sort?.key === column.key;
    // Up, down, and as in the files again.
    const next = isOwn && sort.descending ? undefined : { key: column.key, descending: isOwn };
    this.go({ ...this.state, sort: next }, true);
  }

  private filter(column: Column): void {
    const { collection } = this.state;
    const rows = this.records.rows.filter((row) => collection === undefined || row.collection === collection);
    this.filterDialog.ask(column, rows, this.state.filters[column.key], (filter) => {
      const { [column.key]: _, ...rest } = this.state.filters;
      this.go({ ...this.state, filters: filter === undefined ? rest : { ...rest, [column.key]: filter } }, true);
    });
  }

  private download(): void {
    const { collection } = this.state;
    download(this.rows, this.columnsFor(collection), collection ?? 'records');
  }
}
