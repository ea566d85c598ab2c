import type { Arbitrary } from 'fast-check';
import { sameJson } from '../../../src/index.js';
import { drawn, fromJson } from '../measure/index.js';
import type { Bounds, Contender, Route } from '../measure/index.js';

/** Where a failure comes from: this project's arbitrary or the natural encoding in fast-check, drawn or read from JSON. */
export const contenderNames = ['drawn', 'json', 'peerDrawn', 'peerJson'] as const;
export type ContenderName = (typeof contenderNames)[number];

/** A property that fails, and its smallest counterexample. */
export interface Property {
  /** What it stands for: "single field". */
  readonly kind: string;
  /** What fails, in words. */
  readonly title: string;
  /** What should come out, in words. */
  readonly endsAt: string;
  readonly contenders: Readonly<Partial<Record<ContenderName, Contender>>>;
  readonly tries: Bounds;
  /** Seeds in the test, where the ones it would get take too long. */
  readonly seedsInTest?: number;
}

interface Side<T> {
  readonly arbitrary: Arbitrary<T>;
  /** The value itself, or what says whether a value is one of the simplest. */
  readonly minimum: NoInfer<T> | ((value: T) => boolean);
  readonly mostSeeds?: number;
}

interface Declared<S, T extends S, P extends S> extends Omit<Property, 'contenders'> {
  readonly fails: (value: S) => boolean;
  /** The fields that the failure hangs on. */
  readonly matters: (value: S) => unknown;
  readonly ours: Side<T>;
  readonly peer: Side<P>;
  /** The value that `matters` is compared with where a minimum is a check. */
  readonly mattering?: unknown;
}

/** A property of values that this project's arbitrary and fast-check's make, drawn and from JSON. */
export function property<S, T extends S, P extends S>(declared: Declared<S, T, P>): Property {
  const { fails, matters, ours, peer, mattering, ...rest } = declared;
  const of = <V extends S>(side: Side<V>, route: Route): Contender => ({
    route,
    isMinimum: (value) =>
      typeof side.minimum === 'function'
        ? (side.minimum as (value: V) => boolean)(value as V)
        : sameJson(value, side.minimum),
    isMinimalWhereItMatters: (value) =>
      sameJson(
        plain(matters(value as V)),
        plain(typeof side.minimum === 'function' ? mattering : matters(side.minimum)),
      ),
    ...(side.mostSeeds !== undefined && { mostSeeds: side.mostSeeds }),
  });
  return {
    ...rest,
    contenders: {
      drawn: of(ours, drawn(ours.arbitrary, fails)),
      json: of(ours, fromJson(ours.arbitrary, fails)),
      peerDrawn: of(peer, drawn(peer.arbitrary, fails)),
      peerJson: of(peer, fromJson(peer.arbitrary, fails)),
    },
  };
}

function plain(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}
