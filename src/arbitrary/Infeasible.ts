import { CohortCheckError, shown } from '../errors/index.js';
import type { Constraint } from './Constraint.js';

/** What a field would have allowed, and the values above it that made it so. */
export interface Room {
  readonly possible: string;
  readonly above: Readonly<Record<string, unknown>>;
}

/** Where a constraint found nothing to choose from. */
export interface Clash {
  /** Path of the field, such as `core.age`. */
  readonly path: string;
  readonly asked: Constraint;
  /** Asked for only when an error is written: thousands of draws may miss before one is. */
  readonly room: () => Room;
}

const MOST_ROOMS = 3;

/**
 * Thrown inside the package where no value meets a constraint under the fields above it, so that what is above can be
 * drawn again. Users see it as the `CohortCheckError` that `toError` makes.
 */
export class Infeasible extends Error {
  /** The last clash first; those before it say what else was possible. */
  readonly clashes: readonly [Clash, ...Clash[]];
  /** Whether no other draw of the fields above can help. */
  readonly isHopeless: boolean;

  constructor(clashes: readonly [Clash, ...Clash[]], isHopeless = false) {
    super(`nothing meets the constraint on ${clashes[0].path}`);
    this.name = 'Infeasible';
    this.clashes = clashes;
    this.isHopeless = isHopeless;
  }

  /** The same clash, seen from the record that holds this one in its field `name`. */
  under(name: string, isFixed: boolean): Infeasible {
    const [last, ...earlier] = this.clashes;
    const prefixed = (clash: Clash): Clash => ({
      ...clash,
      path: clash.path === '' ? name : `${name}.${clash.path}`,
    });
    return new Infeasible([prefixed(last), ...earlier.map(prefixed)], this.isHopeless && isFixed);
  }

  toError(constraints?: Constraint): CohortCheckError {
    const [{ path, asked }] = this.clashes;
    const name = path === '' ? 'the value' : path;
    const rooms = new Set(this.clashes.filter((clash) => clash.path === path).map((clash) => inWords(clash.room())));
    const told = [...rooms].slice(0, MOST_ROOMS).join('; ');
    return new CohortCheckError({
      code: 'constraint-clash',
      what: `${name}: nothing meets ${shown(asked)} together with the other constraints`,
      ...(constraints !== undefined && { where: `constraints ${shown(constraints, 200)}` }),
      why: `${name} can be ${told}${rooms.size > MOST_ROOMS ? '; and so on' : ''}`,
      try: `widen ${name}, or leave out a constraint above it`,
    });
  }
}

function inWords({ possible, above }: Room): string {
  const plain = Object.entries(above).filter(([, value]) => typeof value !== 'object' && value !== undefined);
  if (plain.length === 0) return possible;
  return `${possible} where ${plain.map(([name, value]) => `${name} is ${shown(value, 40)}`).join(', ')}`;
}
