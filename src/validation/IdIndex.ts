/*
 * Which ids occur twice, in memory that does not grow with their number.
 *
 * Ids are dealt out to parts by a hash of their text, so the same id always lands in the same part. The parts lie in memory
 * until they hold too much; then they are appended to files in a temporary directory, and read back one after another.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where an id stands. */
export interface IdPlace {
  readonly id: string;
  readonly file: string;
  readonly index: number;
  readonly pointer: string;
}

const PARTS = 128;
/** So many ids are kept before they are written away. */
const MOST_KEPT = 50_000;

export class IdIndex {
  private readonly parts: IdPlace[][] = Array.from({ length: PARTS }, () => []);
  private readonly mostKept: number;
  private kept = 0;
  private directory: string | undefined;

  /** @param mostKept - so many ids are held in memory before they are written away. */
  constructor(mostKept = MOST_KEPT) {
    this.mostKept = mostKept;
  }

  add(place: IdPlace): void {
    this.parts[partOf(place.id)]!.push(place);
    this.kept += 1;
    if (this.kept >= this.mostKept) this.writeAway();
  }

  private writeAway(): void {
    this.directory ??= mkdtempSync(join(tmpdir(), 'cohort-check-ids-'));
    for (const [part, places] of this.parts.entries()) {
      if (places.length === 0) continue;
      appendFileSync(this.pathOf(part), places.map((place) => `${JSON.stringify(place)}\n`).join(''));
      places.length = 0;
    }
    this.kept = 0;
  }

  private pathOf(part: number): string {
    return join(this.directory ?? '', `${part}.ndjson`);
  }

  /** Every place of an id that stands at an earlier place as well, with that one. */
  *repeated(): Generator<{ readonly place: IdPlace; readonly first: IdPlace }, void, undefined> {
    if (this.directory !== undefined) this.writeAway();
    for (const [part, kept] of this.parts.entries()) {
      const seen = new Map<string, IdPlace>();
      for (const place of this.directory === undefined ? kept : this.read(part)) {
        const first = seen.get(place.id);
        if (first === undefined) seen.set(place.id, place);
        else yield { place, first };
      }
    }
  }

  private read(part: number): IdPlace[] {
    try {
      const lines = readFileSync(this.pathOf(part), 'utf8').split('\n');
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as IdPlace);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }

  /** Removes what was written away. */
  dispose(): void {
    if (this.directory !== undefined) rmSync(this.directory, { recursive: true, force: true });
    this.directory = undefined;
  }
}

function partOf(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0;
  return ((hash ^ (hash >>> 16)) >>> 0) % PARTS;
}
