import { Buffer } from 'node:buffer';
import type { Population } from '../domain/index.js';
import type { Layout } from './Layout.js';

const CHUNK_BYTES = 1 << 20;
/** Where few places hold a record, a chunk fills slowly: after so many it is handed over as it is. */
const MOST_PLACES = 1 << 14;
/** UTF-8 takes at most three bytes for each UTF-16 code unit of a string. */
const MOST_BYTES_A_UNIT = 3;
const encoder = new TextEncoder();

/** A piece of a file. */
export interface Chunk {
  /** Stays as it is until the chunk after the next one is asked for; empty where a long run of places had no record. */
  readonly bytes: Uint8Array;
  /** Records that are complete with this chunk, counted from the start of the file. */
  readonly records: number;
  /** Places of the population that are done with this chunk. */
  readonly places: number;
}

/**
 * The bytes of a file of records, made record by record.
 *
 * Memory does not grow with the population: two buffers take turns, so that one can be written while the other fills.
 */
export function* chunksOf(population: Population<object>, layout: Layout): Generator<Chunk, void, undefined> {
  const { size } = population;
  // Written apart from the records: a text that is put together would be copied once more.
  const head = Buffer.from(layout.head);
  const between = Buffer.from(layout.between);
  let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let other = Buffer.allocUnsafe(CHUNK_BYTES);
  let filled = 0;
  let records = 0;
  let told = 0;

  for (let index = 0; index < size; index++) {
    const record = population.at(index);
    const text = record === undefined ? undefined : layout.record(record);
    const lead = records === 0 ? head : between;
    const room = text === undefined ? 0 : lead.length + text.length * MOST_BYTES_A_UNIT;
    if ((filled > 0 && filled + room > buffer.length) || index - told >= MOST_PLACES) {
      yield { bytes: buffer.subarray(0, filled), records, places: index };
      [buffer, other] = [other, buffer];
      filled = 0;
      told = index;
    }
    if (text === undefined) continue;
    if (room > buffer.length) buffer = Buffer.allocUnsafe(room);
    buffer.set(lead, filled);
    filled += lead.length;
    filled += encoder.encodeInto(text, buffer.subarray(filled)).written;
    records += 1;
  }
  if (told < size) yield { bytes: buffer.subarray(0, filled), records, places: size };
  const end = Buffer.from(records === 0 ? layout.empty : layout.tail);
  if (end.length > 0) yield { bytes: end, records, places: size };
}
