import { isRecord, sameJson } from '../arbitrary/index.js';
import { jsonType, typesOf, wordsOf } from './JsonSchema.js';
import type { SchemaNode } from './JsonSchema.js';
import { ABSENT } from './Place.js';
import type { Place } from './Place.js';

/** What can be wrong with the shape of a value. */
export type ShapeFaultKind =
  'missing-key' | 'wrong-type' | 'unknown-value' | 'out-of-bounds' | 'extra-key' | 'malformed-date';

interface KindOfFault {
  /** Whether some value that follows the node could have such a fault, at the node or directly below it. */
  isIn(this: void, node: SchemaNode): boolean;
  /** Whether what stands at the place is at fault in this way. No value has two of them at one place. */
  isAt(this: void, place: Place): boolean;
  /** What could stand here instead of a legal value, the plainest first; some of it may be legal after all. */
  ideas(this: void, place: Place): readonly unknown[];
}

/** Kind of fault → how to tell and how to make it. */
export const shapeFaultKinds = {
  'missing-key': {
    isIn: (node) => requiredBy(node).length > 0,
    isAt: ({ value, path, parent }) =>
      value === ABSENT && parent !== undefined && parent.nodes.some((node) => requiredBy(node).includes(path.at(-1))),
    ideas: () => [ABSENT],
  },
  'wrong-type': {
    isIn: (node) => typesOf(node) !== undefined,
    // What is no record at all is no fault in one.
    isAt: ({ value, nodes, parent }) =>
      parent !== undefined && value !== ABSENT && nodes.length > 0 && !nodes.some((node) => admits(node, value)),
    ideas: ({ value }) => otherTypes(value),
  },
  'unknown-value': {
    isIn: (node) => wordsOf(node) !== undefined,
    isAt: (place) =>
      everyAdmitting(place, (node) => wordsOf(node)?.some((word) => sameJson(word, place.value)) === false),
    ideas: ({ value }) => otherWords(value),
  },
  'out-of-bounds': {
    isIn: (node) => boundsOf(node).length > 0,
    isAt: (place) => everyAdmitting(place, (node) => isOutside(node, place.value)),
    ideas: ({ value, nodes }) => (typeof value === 'number' ? nodes.flatMap(beyond) : []),
  },
  'extra-key': {
    isIn: isClosed,
    isAt: ({ value, nodes, parent }) =>
      value !== ABSENT && nodes.length === 0 && isRecord(parent?.value) && parent.nodes.some(isClosed),
    ideas: ({ value }) => (value === ABSENT ? [null, true, 0, '', 'unexpected', []] : []),
  },
  'malformed-date': {
    isIn: isDate,
    isAt: (place) => everyAdmitting(place, (node) => isDate(node) && !isWellFormed(node, place.value)),
    ideas: ({ value, nodes }) => (typeof value === 'string' && nodes.some(isDate) ? otherDates(value) : []),
  },
} as const satisfies Record<ShapeFaultKind, KindOfFault>;

function requiredBy({ required }: SchemaNode): readonly unknown[] {
  return Array.isArray(required) ? required : [];
}

function isClosed({ additionalProperties }: SchemaNode): boolean {
  return additionalProperties === false;
}

function isDate({ format }: SchemaNode): boolean {
  return format === 'date' || format === 'date-time';
}

/** As far as the pattern tells; without one, zod alone knows. */
function isWellFormed({ pattern }: SchemaNode, value: unknown): boolean {
  return typeof pattern === 'string' && typeof value === 'string' && new RegExp(pattern, 'u').test(value);
}

/** Whether the value is of a type that the node lets pass. */
function admits(node: SchemaNode, value: unknown): boolean {
  const types = typesOf(node);
  return (
    types === undefined || types.includes(jsonType(value)) || (types.includes('integer') && Number.isInteger(value))
  );
}

/** Whether every node that the value is of the right type for holds this against it, and there is such a node. */
function everyAdmitting({ value, nodes }: Place, holds: (node: SchemaNode) => boolean): boolean {
  const admitting = value === ABSENT ? [] : nodes.filter((node) => admits(node, value));
  return admitting.length > 0 && admitting.every(holds);
}

type Bound = readonly [value: number, side: 1 | -1, isExclusive: boolean];

/** The bounds that mean something: those of whole numbers that a double can hold stand in every integer's schema. */
function boundsOf(node: SchemaNode): Bound[] {
  const bounds: [unknown, 1 | -1, boolean][] = [
    [node['minimum'], -1, false],
    [node['maximum'], 1, false],
    [node['exclusiveMinimum'], -1, true],
    [node['exclusiveMaximum'], 1, true],
  ];
  return bounds.filter(
    (bound): bound is [number, 1 | -1, boolean] =>
      typeof bound[0] === 'number' && Math.abs(bound[0]) !== Number.MAX_SAFE_INTEGER,
  );
}

function isOutside(node: SchemaNode, value: unknown): boolean {
  if (typeof value !== 'number') return false;
  return boundsOf(node).some(([bound, side, isExclusive]) =>
    isExclusive && value === bound ? true : side === 1 ? value > bound : value < bound,
  );
}

/** Numbers past each bound: the next one of the grid, and one far away. */
function beyond(node: SchemaNode): number[] {
  const step = typeof node['multipleOf'] === 'number' ? node['multipleOf'] : 1;
  return boundsOf(node).flatMap(([bound, side, isExclusive]) => [
    ...(isExclusive ? [bound] : []),
    onGrid(bound + side * step, step),
    onGrid(bound + side * step * 100, step),
  ]);
}

/** Without what adding in binary leaves behind: 1 + 0.01 is 1.01. */
function onGrid(value: number, step: number): number {
  return Number(value.toFixed(Math.min(20, `${step}`.split('.')[1]?.length ?? 0)));
}

function otherTypes(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [null, String(value), [value], value + 0.5];
  if (typeof value === 'string') return [null, value.length, [value], { text: value }];
  if (typeof value === 'boolean') return [null, String(value), Number(value)];
  if (value === null) return ['', 0, false, []];
  if (Array.isArray(value)) return [null, '', Object.fromEntries(value.entries()), value.length];
  return value === ABSENT ? [] : [null, '', Object.values(value as object), true];
}

function otherWords(value: unknown): readonly unknown[] {
  if (typeof value === 'string') {
    return ['', 'unknown', value.toUpperCase(), value.replaceAll('_', ' '), `${value}s`, value.slice(0, -1)];
  }
  if (typeof value === 'number') return [value + 1, value - 1, value + 1000, -value];
  return typeof value === 'boolean' ? [!value] : [];
}

/** The same moment as other programs write it, and moments that no calendar has. */
function otherDates(text: string): readonly string[] {
  const [date = '', time] = text.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const dates = [
    `${year}-02-30`,
    `${year}-13-${day}`,
    `${month}/${day}/${year}`,
    `${year}${month}${day}`,
    `${year}-${month}`,
  ];
  if (time === undefined) return ['', ...dates, `${date}T00:00:00Z`];
  return [
    '',
    date,
    `${date} ${time}`,
    `${date}T${time.replace(/Z$/, '')}`,
    `${date}T25:00:00Z`,
    ...dates.map((one) => `${one}T${time}`),
  ];
}
