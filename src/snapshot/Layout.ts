import type { SnapshotFormat } from './SnapshotFormat.js';

/** How a file of records is put together: head, records with `between` between them, tail; or `empty` without records. */
export interface Layout {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  readonly empty: string;
  readonly record: (record: object) => string;
}

/** What a layout has to know of the records. */
export interface LayoutSubject {
  /** Name of the domain, such as `health`. */
  readonly domain: string;
  /** Name of the collection, such as `customers`. */
  readonly collection: string;
  /** Name of the model, such as `customer`. */
  readonly model: string;
  /** Name of a record's TypeScript type; default: the model's in PascalCase. */
  readonly type?: string | undefined;
}

const json: Layout = {
  head: '[\n',
  between: ',\n',
  tail: '\n]\n',
  empty: '[]\n',
  // Inside an array the record is indented by the writer itself; cutting the brackets off is cheaper than indenting.
  record: (record) => JSON.stringify([record], null, 2).slice(2, -2),
};

const ndjson: Layout = { head: '', between: '\n', tail: '\n', empty: '', record: (record) => JSON.stringify(record) };

const layouts = {
  json: () => json,
  ndjson: () => ndjson,
  ts: async ({ domain, collection, model, type }) => {
    // ts-morph takes longer to load than a small export takes altogether.
    const { recordsModule, toLiteral, typeNameOf } = await import('../codegen/index.js');
    const { head, tail, empty } = recordsModule({
      name: collection,
      type: type ?? typeNameOf(model),
      typesFrom: `cohort-check/${domain}`,
    });
    return { head, between: json.between, tail, empty, record: (record) => toLiteral(json.record(record)) };
  },
} satisfies Record<SnapshotFormat, (subject: LayoutSubject) => Layout | Promise<Layout>>;

/** The layout of a format for these records. */
export async function layoutOf(format: SnapshotFormat, subject: LayoutSubject): Promise<Layout> {
  return layouts[format](subject);
}
