import { isRecord } from '../../arbitrary/index.js';
import { leaveOutOf, memberAt, pathText, putIn } from './Path.js';
import type { Path } from './Path.js';
import { literalOf } from './wording.js';

/** The kinds of mistake in a journey's description; stable names. */
export type JourneyCode =
  | 'journey-shape'
  | 'journey-date'
  | 'journey-persona'
  | 'journey-step'
  | 'journey-weights'
  | 'journey-unreachable'
  | 'journey-dead-end'
  | 'journey-loop'
  | 'journey-emotion'
  | 'journey-gap';

/** A change of the description that may mend it; which one is told is decided by trying them. */
export interface Remedy {
  readonly say: string;
  readonly apply: (given: unknown) => unknown;
}

/** What is wrong with a description. */
export interface Mistake {
  readonly code: JourneyCode;
  readonly path: Path;
  /** What is wrong there, with the offending value. */
  readonly said: string;
  readonly why: string;
  /** Best first. Made on demand: trying a remedy finds mistakes whose remedies nobody asks for. */
  readonly remedies: () => readonly Remedy[];
}

/** Writes a value at a path. */
export function put(path: Path, value: unknown): Remedy {
  const say = path.length === 0 ? `defineJourney(${literalOf(value)})` : `${pathText(path)}: ${literalOf(value)}`;
  return { say, apply: (given) => putIn(given, path, value) };
}

/** Takes away what stands at a path. */
export function leaveOut(path: Path): Remedy {
  return { say: `leave out ${pathText(path)}`, apply: (given) => leaveOutOf(given, path) };
}

/** Gives the key at the end of a path another name. */
export function rename(path: Path, to: string): Remedy {
  const parent = path.slice(0, -1);
  const change = (given: unknown): unknown => {
    const record = memberAt(given, parent);
    if (!isRecord(record)) return given;
    const entries = Object.entries(record).map(([key, member]) => [key === path.at(-1) ? to : key, member] as const);
    return putIn(given, parent, Object.fromEntries(entries));
  };
  return { say: `rename ${pathText(path)} to ${literalOf(to)}`, apply: change };
}

/** Several changes, one after the other. */
export function together(...remedies: readonly Remedy[]): Remedy {
  return {
    say: remedies.map(({ say }) => say).join(' and '),
    apply: (given) => remedies.reduce((changed, remedy) => remedy.apply(changed), given),
  };
}
