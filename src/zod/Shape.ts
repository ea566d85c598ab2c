import type { ZodType } from 'zod';
import type { Source } from '../source/index.js';
import { issuesOf } from './issuesOf.js';
import { allNodes, jsonSchemaOf } from './JsonSchema.js';
import type { SchemaNode } from './JsonSchema.js';
import { pathOf, placeAt, placesIn, pointerOf, put } from './Place.js';
import type { Place } from './Place.js';
import { shapeFaultKinds } from './shapeFaultKinds.js';
import type { ShapeFaultKind } from './shapeFaultKinds.js';

const ALL_KINDS = Object.keys(shapeFaultKinds) as ShapeFaultKind[];

/** The schema may refuse what looked like a fault for another reason, or not at all: then another one is tried. */
const MOST_TRIES = 8;

/** One thing that is wrong with the shape of a value. */
export interface ShapeFault {
  readonly kind: ShapeFaultKind;
  /** JSON Pointer to the place; for a missing key, where it belongs. */
  readonly pointer: string;
}

/**
 * The shape that a zod schema describes: what is wrong with a value's, and how to make one wrong in a single place.
 *
 * Where faults can be is read from the schema as JSON Schema; whether something is one, zod itself says. So a schema that
 * does more than JSON Schema can say (coercion, refinements) has fewer faults made, and none that it would let pass.
 */
export class Shape {
  /** The kinds of faults that the schema has places for. */
  readonly kinds: readonly ShapeFaultKind[];
  private readonly schema: ZodType;
  private readonly root: SchemaNode;

  constructor(schema: ZodType) {
    this.schema = schema;
    this.root = jsonSchemaOf(schema);
    const nodes = [...allNodes(this.root)];
    this.kinds = ALL_KINDS.filter((kind) => nodes.some(shapeFaultKinds[kind].isIn));
  }

  /** Whether the schema has nothing against the value. */
  isOf(value: unknown): boolean {
    return this.schema.safeParse(value).success;
  }

  /** The fault of a value that has exactly one; undefined where it has none, several, or one of no kind. */
  faultIn(value: unknown): ShapeFault | undefined {
    const [first, ...others] = issuesOf(this.schema, value);
    const common = (first?.pointers ?? []).filter((pointer) =>
      others.every(({ pointers }) => pointers.includes(pointer)),
    );
    // A branch of a union says more of it than the whole does: the deepest place first.
    for (const pointer of common.toSorted((a, b) => pathOf(b).length - pathOf(a).length)) {
      const place = placeAt(this.root, value, pointer);
      const kind = place && ALL_KINDS.find((one) => shapeFaultKinds[one].isAt(place));
      if (kind !== undefined) return { kind, pointer };
    }
    return undefined;
  }

  /**
   * A copy of a legal value with one fault of a kind; undefined where the value has no place for it.
   *
   * Every kind of place is equally likely, however long its list is.
   */
  spoil(kind: ShapeFaultKind, value: unknown, source: Source): unknown {
    const places = this.placesFor(kind, value);
    if (places.length === 0) return undefined;
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const place = pick(pick(places, source), source);
      const spoilt = put(value, place.path, pick(faultyValues(kind, place), source));
      if (this.faultIn(spoilt)?.kind === kind) return spoilt;
    }
    return undefined;
  }

  /** Copies of a legal value with the fault that another value has: as it is there, at the start of its lists, plainer. */
  *spoilLike(value: unknown, other: unknown, { kind, pointer }: ShapeFault): Generator {
    const wrong = placeAt(this.root, other, pointer);
    if (wrong === undefined) return;
    const paths = [wrong.path, this.atTheStart(other, wrong.path)];
    for (const path of paths) yield put(value, path, wrong.value);
    for (const path of paths) {
      const place = placeAt(this.root, value, pointerOf(path));
      const [plainest] = place === undefined ? [] : faultyValues(kind, place);
      if (plainest !== undefined) yield put(value, path, plainest);
    }
  }

  /** The places of a value that can be at fault in a way, those of one kind together. */
  private placesFor(kind: ShapeFaultKind, value: unknown): Place[][] {
    const places = new Map<string, Place[]>();
    for (const place of placesIn(this.root, value)) {
      if (faultyValues(kind, place).length === 0) continue;
      const alike = places.get(place.kind);
      if (alike === undefined) places.set(place.kind, [place]);
      else alike.push(place);
    }
    return [...places.values()];
  }

  /** The path with the first element of every list in it. */
  private atTheStart(value: unknown, path: readonly string[]): string[] {
    return path.map((key, depth) =>
      Array.isArray(placeAt(this.root, value, pointerOf(path.slice(0, depth)))?.value) ? '0' : key,
    );
  }
}

/** What would be a fault of the kind at the place. */
function faultyValues(kind: ShapeFaultKind, place: Place): unknown[] {
  const { ideas, isAt } = shapeFaultKinds[kind];
  return ideas(place).filter((value) => isAt({ ...place, value }));
}

function pick<V>(values: readonly V[], source: Source): V {
  return values[source.below(values.length)] as V;
}
