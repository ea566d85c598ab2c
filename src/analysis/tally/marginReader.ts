import { isRecord } from '../../arbitrary/index.js';
import type { Collection } from '../../domain/index.js';

/** How the label of a record on a margin of the targets is read: as declared, or else by the path of a field. */
export function marginReader(
  { margins = {} }: Collection<object>,
  margin: string,
): (record: object) => string | undefined {
  const declared = Object.hasOwn(margins, margin) ? margins[margin] : undefined;
  if (declared !== undefined) return declared.of;
  const keys = margin.split('.');
  return (record) => {
    let value: unknown = record;
    for (const key of keys) value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return value === undefined || typeof value === 'object' ? undefined : String(value);
  };
}
