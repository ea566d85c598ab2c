import type { RecordPlace } from '../Analysis.js';
import type { BehindKind } from '../BehindOf.js';
import { Tally } from './Tally.js';

const MOST = 10;
const kinds = [
  'completion',
  'drop-off',
  'tense',
  'outcome',
  'duration',
  'need',
  'group',
] as const satisfies readonly BehindKind[];

/** The place of a kind of statement about a subject; the subject is a place among the words of its kind. */
export function slotOf(kind: BehindKind, subject: number): number {
  return subject * kinds.length + kinds.indexOf(kind);
}

/** How many records there are behind a statement, and the first of them. */
export class Examples {
  private readonly counts = new Tally();
  private readonly places: RecordPlace[][] = [];

  add(slot: number, place: RecordPlace): void {
    this.counts.add(slot);
    const list = (this.places[slot] ??= []);
    if (list.length < MOST) list.push(place);
  }

  count(slot: number): number {
    return this.counts.of(slot);
  }

  first(slot: number): readonly RecordPlace[] {
    return this.places[slot] ?? [];
  }
}
