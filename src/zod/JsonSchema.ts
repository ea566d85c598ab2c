import { toJSONSchema } from 'zod';
import type { ZodType } from 'zod';
import { isRecord, sameJson } from '../arbitrary/index.js';

/** A node of a JSON Schema, as `toJSONSchema` writes it. */
export type SchemaNode = Readonly<Record<string, unknown>>;

/** What the schema says of data before it is parsed: defaults may be missing, texts are not coerced yet. */
export function jsonSchemaOf(schema: ZodType): SchemaNode {
  return toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

/**
 * The nodes that a value at this place may follow: references and unions resolved, each alternative by itself.
 *
 * The parts of an intersection count as alternatives, too: whoever reads them asks zod in the end.
 */
export function alternativesOf(root: SchemaNode, node: unknown, seen: Set<unknown> = new Set()): SchemaNode[] {
  if (!isRecord(node) || seen.has(node)) return [];
  seen.add(node);
  const { anyOf, oneOf, allOf, $ref } = node;
  const inner = [anyOf, oneOf, allOf].flatMap(listOf);
  if (typeof $ref === 'string') inner.push(referred(root, $ref));
  const own = inner.length === 0 || 'type' in node || 'properties' in node ? [node] : [];
  return [...own, ...inner.flatMap((one) => alternativesOf(root, one, seen))];
}

/** The nodes for a member of a value that follows these nodes; none where they do not know the key. */
export function nodesBelow(
  root: SchemaNode,
  nodes: readonly SchemaNode[],
  container: unknown,
  key: string,
): SchemaNode[] {
  return nodes.flatMap((node) =>
    alternativesOf(root, Array.isArray(container) ? itemOf(node, Number(key)) : memberOf(node, key)),
  );
}

/**
 * The nodes that a value is meant to follow: of objects that are told apart by a key such as `type`, those of its type. All
 * of them where none fits.
 */
export function meantNodes(nodes: readonly SchemaNode[], value: unknown): readonly SchemaNode[] {
  if (nodes.length < 2 || !isRecord(value)) return nodes;
  const fitting = nodes.filter(({ properties }) =>
    Object.entries(isRecord(properties) ? properties : {}).every(([key, node]) => {
      const words = isRecord(node) && Object.hasOwn(value, key) ? wordsOf(node) : undefined;
      return words === undefined || words.some((word) => sameJson(word, value[key]));
    }),
  );
  return fitting.length === 0 ? nodes : fitting;
}

/** Every node of a schema, wherever it stands. */
export function* allNodes(
  root: SchemaNode,
  node: unknown = root,
  seen: Set<unknown> = new Set(),
): Generator<SchemaNode> {
  for (const one of alternativesOf(root, node)) {
    if (seen.has(one)) continue;
    seen.add(one);
    yield one;
    const { properties, items, additionalProperties, prefixItems } = one;
    const below = [...(isRecord(properties) ? Object.values(properties) : []), items, additionalProperties];
    for (const inner of [...below, ...listOf(prefixItems)]) yield* allNodes(root, inner, seen);
  }
}

/** JSON types that the node lets pass; undefined for all. */
export function typesOf({ type, enum: words, const: word }: SchemaNode): readonly unknown[] | undefined {
  if (type !== undefined) return Array.isArray(type) ? type : [type];
  if (words !== undefined) return listOf(words).map(jsonType);
  return word === undefined ? undefined : [jsonType(word)];
}

/** The type of a value as JSON Schema calls it. */
export function jsonType(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

/** The only values that the node lets pass; undefined where it lists none. */
export function wordsOf({ enum: words, const: word }: SchemaNode): readonly unknown[] | undefined {
  return Array.isArray(words) ? words : word === undefined ? undefined : [word];
}

/** A schema of a member by its key, or of all further members. */
function memberOf({ properties, additionalProperties }: SchemaNode, key: string): unknown {
  return isRecord(properties) && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
}

function itemOf({ prefixItems, items }: SchemaNode, index: number): unknown {
  return listOf(prefixItems)[index] ?? items;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Where a reference such as `#/$defs/node` leads. */
function referred(root: SchemaNode, reference: string): unknown {
  let here: unknown = root;
  for (const part of reference.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    here = isRecord(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here;
}
