import type { Model } from '../domain/index.js';

/**
 * The shape of a record, as far as the record has it: its schema may say against a simpler one what it says against the
 * record, and nothing else. A status that may not stand where it does stays a status, and does not become an empty text.
 */
export class KeptShape {
  private readonly model: Pick<Model<object>, 'schema'>;
  private known: { readonly text: string; readonly pointers: ReadonlySet<string> } | undefined;

  constructor(model: Pick<Model<object>, 'schema'>) {
    this.model = model;
  }

  /** Whether a simpler value has the shape wherever the given one has it. */
  async keeps(given: unknown, simpler: unknown): Promise<boolean> {
    const refused = await this.refusedIn(given);
    return (await this.pointersOf(simpler)).every((pointer) => isBelowOneOf(refused, pointer));
  }

  /** Whether the schema does not take what stands at a pointer. */
  async refuses(given: unknown, pointer: string): Promise<boolean> {
    return (await this.refusedIn(given)).has(pointer);
  }

  private async refusedIn(given: unknown): Promise<ReadonlySet<string>> {
    const text = JSON.stringify(given);
    if (this.known?.text !== text) this.known = { text, pointers: new Set(await this.pointersOf(given)) };
    return this.known.pointers;
  }

  private async pointersOf(value: unknown): Promise<string[]> {
    // Loaded on demand: zod takes its time, and most records that shrink have nothing wrong with them.
    const [schema, { issuesOf }] = await Promise.all([this.model.schema(), import('../zod/index.js')]);
    return issuesOf(schema, value).map(({ pointers: [pointer] }) => pointer);
  }
}

function isBelowOneOf(pointers: ReadonlySet<string>, pointer: string): boolean {
  if (pointers.has(pointer)) return true;
  const above = pointer.lastIndexOf('/');
  return above >= 0 && isBelowOneOf(pointers, pointer.slice(0, above));
}
