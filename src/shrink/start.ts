import { isRecord } from '../arbitrary/index.js';
import type { Model } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { escapePointer } from '../invariant/index.js';
import type { Asker } from './Asker.js';
import type { KeptShape } from './KeptShape.js';
import { patchBetween, patched, patchOf, putsOf } from './Patch.js';
import type { Put } from './Patch.js';
import { kindOf, pointerOf } from './needs.js';
import type { BrokenRule, DataSize } from './Shrunk.js';

/** The place of the first value that JSON would not keep; undefined where all is JSON. */
function strangeAt(value: unknown, pointer: string, holders: ReadonlySet<object>): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : pointer;
  if (typeof value !== 'object' || holders.has(value)) return pointer;
  const isPlain = Array.isArray(value) || isPlainObject(value);
  if (!isPlain) return pointer;
  const deeper = new Set([...holders, value]);
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined && !Array.isArray(value)) continue;
    const found = strangeAt(member, `${pointer}/${escapePointer(key)}`, deeper);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isPlainObject(value: object): boolean {
  // A key of this name is fine; a method of it writes something else.
  const isWritten = !('toJSON' in value && typeof value.toJSON === 'function');
  return isWritten && Object.prototype.toString.call(value) === '[object Object]';
}

/** @throws CohortCheckError `not-json` where the value holds what JSON does not keep. */
export function requireJson(call: string, value: unknown): void {
  const pointer = value === undefined ? '' : strangeAt(value, '', new Set());
  if (pointer === undefined) return;
  throw new CohortCheckError({
    code: 'not-json',
    what: `${call}: ${pointer === '' ? 'the value' : pointer} is nothing that JSON keeps`,
    why: 'records are plain data, and every try is made on a copy',
    try: 'JSON.parse(JSON.stringify(value))',
  });
}

/**
 * Asks whether the failure shows at all, twice.
 *
 * @throws CohortCheckError `no-failure` where it does not, `flaky-predicate` where the answers differ.
 */
export async function requireFailure<V>(asker: Asker<V>, value: V, call: string): Promise<void> {
  if (await asker.fails(value)) return;
  await asker.doubtAll();
  throw new CohortCheckError({
    code: 'no-failure',
    what: `${call}: the given value does not fail`,
    where: shown(value),
    why: 'a failure shows where `fails` returns true, throws, or takes longer than timeoutMs; anything else is none',
    try: 'fails: (value) => !check(value), where check says whether all is well',
  });
}

/** How large a value is in JSON. */
export function sizeOf(value: unknown, records: number): DataSize {
  return { bytes: Buffer.byteLength(JSON.stringify(value)), records };
}

/** The rules of a model that a foreign record breaks, keys that nobody knows and other ways of writing aside. */
export async function brokenRules<T extends object>(
  value: unknown,
  twin: T,
  { invariants }: Pick<Model<T>, 'invariants'>,
  shape: KeptShape,
): Promise<BrokenRule[]> {
  const puts: Put[] = [];
  for (const put of putsOf(patchBetween(twin, value), twin)) {
    const kind = kindOf(put);
    // A key that is not this record's may still be one of the model's.
    const isUnknown = kind === 'extra-key' && (await shape.refuses(value, pointerOf(put.path)));
    if (!isUnknown && kind !== 'writing') puts.push(put);
  }
  const record = patched(twin, patchOf(puts));
  if (puts.length === 0 || !isRecord(record)) return [];
  return invariants.flatMap((rule) => {
    const found: BrokenRule[] = [];
    try {
      // Whatever its shape: a rule that cannot look at it throws, and says nothing.
      rule.check(record as unknown as T, (pointer, message) => {
        if (rule.severity === 'error') found.push({ rule: rule.id, pointer, message });
      });
    } catch {
      return found;
    }
    return found;
  });
}
