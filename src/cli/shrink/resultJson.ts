import type { Found } from './Found.js';

/** The result as `--json` prints it. */
export function resultJson({ shrunk, record }: Found): string {
  const { value, tries, milliseconds, from, to, simplest, matters, breaks, needs, isComplete } = shrunk;
  const told = {
    value,
    tries,
    milliseconds: Math.round(milliseconds),
    from,
    to,
    simplest,
    matters,
    breaks,
    needs,
    complete: isComplete,
    ...(record !== undefined && { record: { index: record.index, id: record.id } }),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
