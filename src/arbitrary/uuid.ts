import type { Source } from '../source/index.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';

const bytes: readonly string[] = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'));
const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const SIMPLEST = '00000000-0000-4000-8000-000000000000';

/**
 * Universally unique identifiers of version 4 (RFC 9562), in lower case.
 *
 * Random bits come from the key alone, so the same place always has the same identifier, and two places share one with a
 * probability of about 2^-64 a pair.
 *
 * Shrinks toward: 00000000-0000-4000-8000-000000000000, in one step: an identifier has no meaning to keep.
 * Keyed by: the source.
 *
 * @example
 * sample(uuid(), { seed: 1, count: 1 }) // ['6008b4f1-4a04-4422-b268-b0755a0ec363']
 */
export function uuid(): KeyedArbitrary<string> {
  return instance;
}

class UuidArbitrary extends KeyedArbitrary<string> {
  override draw(source: Source): string {
    return write(source.next(), source.next(), source.next(), source.next());
  }

  override accepts(value: unknown): value is string {
    return typeof value === 'string' && value.length === 36 && FORM.test(value);
  }

  override smaller(value: string): Iterable<string> {
    return value === SIMPLEST ? [] : [SIMPLEST];
  }

  /** An identifier in upper case, in braces or of another version keeps its digits. */
  override mend(value: unknown): string {
    if (this.accepts(value)) return value;
    const hex = typeof value === 'string' ? value.toLowerCase().replace(/[^0-9a-f]/g, '') : '';
    if (hex.length !== 32) return SIMPLEST;
    const lane = (start: number): number => Number.parseInt(hex.slice(start, start + 8), 16);
    return write(lane(0), lane(8), lane(16), lane(24));
  }

  override compare(a: string, b: string): number {
    return Number(a !== SIMPLEST) - Number(b !== SIMPLEST);
  }

  override describe(): string {
    return 'a UUID of version 4';
  }
}

const instance = new UuidArbitrary();

function write(a: number, b: number, c: number, d: number): string {
  const second = (b & 0xffff0fff) | 0x4000;
  const third = (c & 0x3fffffff) | 0x80000000;
  return `${lane(a)}-${half(second >>> 16)}-${half(second)}-${half(third >>> 16)}-${half(third)}${lane(d)}`;
}

function lane(value: number): string {
  return half(value >>> 16) + half(value);
}

function half(value: number): string {
  return (bytes[(value >>> 8) & 255] ?? '') + (bytes[value & 255] ?? '');
}
