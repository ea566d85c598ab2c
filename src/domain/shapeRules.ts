import type { Shape, ShapeFaultKind } from '../zod/index.js';
import type { Fault } from './Fault.js';

/** What the shape of a record asks for, each rule in one sentence; its id is the name of the fault after `shape-`. */
const sentences = {
  'missing-key': 'Every key that the schema requires is there.',
  'wrong-type': 'Every value has the type that the schema asks for.',
  'unknown-value': 'Every value of a closed list is one of that list.',
  'out-of-bounds': 'Every number lies within its bounds.',
  'extra-key': 'There is no key that the schema does not know.',
  'malformed-date': 'Every date and time is written as ISO 8601, and is one of the calendar.',
} as const satisfies Record<ShapeFaultKind, string>;

/** The word that means every fault of shape. */
export const SHAPE = 'shape';

/** A rule of shape: the kind of fault that breaks it, and how it is told of. */
export interface ShapeRule {
  readonly id: string;
  readonly kind: ShapeFaultKind;
  readonly sentence: string;
}

/** The rules of shape, known without any schema. */
export const shapeRules: readonly ShapeRule[] = (Object.keys(sentences) as ShapeFaultKind[]).map((kind) => ({
  id: `${SHAPE}-${kind}`,
  kind,
  sentence: sentences[kind],
}));

/** The fault of having the wrong shape in one place, in one way. */
export function shapeFault<T>({ id, kind, sentence }: ShapeRule, shape: Shape): Fault<T> {
  return {
    id,
    sentence,
    pointerIn: (value) => {
      const found = shape.faultIn(value);
      return found?.kind === kind ? found.pointer : undefined;
    },
    make: (record, source) => shape.spoil(kind, record, source) as T | undefined,
    *makeLike(record, { value, pointer }) {
      for (const spoilt of shape.spoilLike(record, value, { kind, pointer })) {
        if (spoilt !== undefined) yield spoilt as T;
      }
    },
    misfit: () => 'the schema has something else against what was made',
  };
}
