import { it as plainIt, test as plainTest } from '@fast-check/vitest';
import fc from 'fast-check';
import type { Arbitraries } from '../shrink/index.js';
import { withMemory } from './remember.js';

type Prop = (arbitraries: Arbitraries, parameters?: fc.Parameters<unknown>) => unknown;

/** vitest's `test` with `prop`, also behind `only`, `skip` and the others; `prop` knows what `remember` asks for. */
export const test: typeof plainTest = remembering(plainTest);

/** The same as `test`. */
export const it: typeof plainIt = remembering(plainIt);

/** A function that does what it did, but hands the arbitraries of each `prop` behind it to `remember`. */
function remembering<F extends object>(plain: F): F {
  const made = new Map<object, object>();
  return new Proxy(plain, {
    get(target, key): unknown {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function' || !Object.hasOwn(target, key)) return member;
      let own = made.get(member);
      if (own === undefined) {
        own = key === 'prop' ? propWithMemory(member as Prop) : remembering(member);
        made.set(member, own);
      }
      return own;
    },
  });
}

function propWithMemory(prop: Prop): Prop {
  return (arbitraries, parameters) => prop(arbitraries, withMemory(parameters, arbitraries, fc.readConfigureGlobal()));
}
