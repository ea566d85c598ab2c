import type { AdaptedPlace } from './adapted.js';
import type { ReportedNote } from './ValidationReport.js';

/** Notes, each told once with its first place and the number of its places. */
export class NoteBook {
  private readonly notes = new Map<string, { readonly first: Omit<ReportedNote, 'count'>; count: number }>();

  /** @param root - JSON Pointer to the record from the root of its file. */
  add({ note, pointer, message }: AdaptedPlace, file: string | null, record: number | null, root: string): void {
    const anywhere = pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
    const key = JSON.stringify([note, anywhere, file]);
    const known = this.notes.get(key);
    if (known !== undefined) known.count += 1;
    else this.notes.set(key, { first: { note, file, record, pointer: root + anywhere, message }, count: 1 });
  }

  all(): ReportedNote[] {
    return [...this.notes.values()].map(({ first, count }) => ({ ...first, count }));
  }
}
