import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { customer, customerModel } from '../../arbitraries/index.js';
import type { Customer } from '../../arbitraries/index.js';
import { sample, shrink, shrinkData } from '../../src/index.js';
import type { ShrinkProgress } from '../../src/index.js';
import { chance } from './chance.js';
import { personModel, shrunk, simplest, somebody } from './people.js';
import type { Person } from './people.js';
import { refusal } from './refusal.js';

const isOld = ({ age }: Person): boolean => age >= 43;
const oldest = { ...simplest, age: 43 };

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A clock that only moves when it is told to. */
function clock(): { readonly pass: (milliseconds: number) => void } {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return { pass: (milliseconds) => void (now += milliseconds) };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

describe('a failure', () => {
  const waysToFail: readonly (readonly [string, (value: Person) => unknown])[] = [
    ['true', isOld],
    ['a promise of true', async (value) => isOld(value)],
    // oxlint-disable-next-line unicorn/no-thenable -- it is such a thing that is meant
    ['something like a promise', (value) => ({ then: (done: (is: boolean) => void) => done(isOld(value)) })],
    [
      'an error',
      (value) => {
        if (isOld(value)) throw new Error('too old');
      },
    ],
    [
      'what is thrown, whatever it is',
      (value) => {
        if (isOld(value)) throw undefined;
      },
    ],
    [
      'a rejection',
      async (value) => {
        if (isOld(value)) throw new Error('too old');
      },
    ],
  ];
  it.each(waysToFail)('shows by %s', async (_, fails) => {
    const { value, tries, isComplete } = await shrunk(somebody, fails);
    expect([value, isComplete]).toEqual([oldest, true]);
    expect(tries).toBe((await shrunk(somebody, isOld)).tries);
  });

  it.each([1, 'yes', [true], {}, undefined, null, Promise.resolve(1)])('does not show by %j', async (answer) => {
    const { code, message } = await refusal(shrunk(somebody, () => answer));
    expect([code, message]).toEqual(['no-failure', expect.stringContaining('does not fail')]);
  });

  it('shows by a call that takes too long', async () => {
    const { pass } = clock();
    const slow = (value: Person): void => pass(isOld(value) ? 101 : 100);
    expect((await shrunk(somebody, slow, { timeoutMs: 100 })).value).toEqual(oldest);
    expect((await refusal(shrunk(somebody, slow))).code).toBe('no-failure');
  });

  it('shows by a promise that never settles, and leaves no timer behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const hangs = (value: Person): unknown => {
      if (!isOld(value)) return Promise.resolve(false);
      queueMicrotask(() => vi.advanceTimersByTime(20));
      return never();
    };
    expect((await shrunk(somebody, hangs, { timeoutMs: 20 })).value).toEqual(oldest);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not show by what comes in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const inTime = (): unknown => {
      queueMicrotask(() => vi.advanceTimersByTime(19));
      return new Promise((resolve) => void setTimeout(resolve, 19, false));
    };
    expect((await refusal(shrunk(somebody, inTime, { timeoutMs: 20 }))).code).toBe('no-failure');
  });

  it('is looked for in a copy', async () => {
    const given = structuredClone(somebody);
    const spoils = (value: { age: number; visits: unknown[] }): boolean => {
      const was = value.age;
      value.visits.length = 0;
      value.age = 0;
      return was >= 43;
    };
    expect((await shrunk(given, spoils)).value).toEqual(oldest);
    expect(given).toEqual(somebody);
  });

  it('is asked for once a value, but for the few that show whether answers can be trusted', async () => {
    const calls: string[] = [];
    const { tries } = await shrunk({ ...somebody, x: 1, age: 17.5 }, (one: Person) => {
      calls.push(JSON.stringify(one));
      return one.age < 18;
    });
    expect(calls).toHaveLength(tries);
    expect(calls.length - new Set(calls).size).toBeLessThan(10);
  });

  it('is never shown by a value that was not asked for', async () => {
    const asked = new Set<string>();
    const { value } = await shrunk({ ...somebody, age: 17.5, x: 1 }, (one: Person) => {
      asked.add(JSON.stringify(one));
      return one.age < 18 && !Object.hasOwn(one, 'y');
    });
    expect(asked).toContain(JSON.stringify(value));
  });
});

describe('a flaky predicate', () => {
  const flaky: readonly (readonly [string, () => (value: Person) => boolean])[] = [
    ['that fails every other time', () => everyCall((call) => call % 2 === 1)],
    ['that fails the first time alone', () => everyCall((call) => call === 1)],
    ['that does not fail the first time alone', () => everyCall((call) => call !== 1)],
    ['that fails at random', () => everyCall((call) => (Math.imul(call, 0x9e3779b1) >>> 8) % 3 > 0)],
    ['that stops failing after a while', () => everyCall((call, value) => call < 25 && isOld(value))],
    ['that fails whatever it is given after a while', () => everyCall((call, value) => call > 25 || isOld(value))],
  ];
  it.each(flaky)('is told of: one %s', async (_, made) => {
    const { code, message } = await refusal(shrunk(somebody, made()));
    expect(code).toBe('flaky-predicate');
    expect(message).toMatch(/fails\(.*\) (fails, then does not fail|does not fail, then fails)/);
  });

  it('is told of for data sets', async () => {
    const fails = everyCall((call) => call % 2 === 1);
    const found = shrinkData([somebody, somebody], { model: personModel, fails: () => fails(somebody) });
    expect((await refusal(found)).code).toBe('flaky-predicate');
  });

  it('is one whose answers differ: not one whose answers hang on the value in strange ways', async () => {
    for (let salt = 0; salt < 40; salt++) {
      const strange = (value: Person): boolean =>
        JSON.stringify(value) === JSON.stringify(somebody) || chance(value, salt, 3) === 0;
      const { value, isComplete } = await shrunk(somebody, strange);
      expect([strange(value as Person), isComplete]).toEqual([true, true]);
    }
  });

  function everyCall(answer: (call: number, value: Person) => boolean): (value: Person) => boolean {
    let calls = 0;
    return (value) => answer(++calls, value);
  }
});

describe('a search that is ended early', () => {
  it('gives back what it was given where it must not begin', async () => {
    const { value, tries, isComplete } = await shrunk(somebody, isOld, { signal: AbortSignal.abort() });
    expect([value, tries, isComplete]).toEqual([somebody, 0, false]);
    const all = await shrinkData([somebody], { model: personModel, fails: () => true, signal: AbortSignal.abort() });
    expect([all.value, all.tries, all.isComplete]).toEqual([[somebody], 0, false]);
  });

  for (const kind of ['sync', 'async'] as const) {
    it(`gives back the smallest so far, ${kind}`, async () => {
      const sizes = new Set<number>();
      for (let last = 1; last < 40; last++) {
        const controller = new AbortController();
        let calls = 0;
        const fails = (value: Person): unknown => {
          if (++calls === last) controller.abort();
          return kind === 'sync' ? isOld(value) : Promise.resolve(isOld(value));
        };
        const { value, tries, isComplete, to } = await shrunk(somebody, fails, { signal: controller.signal });
        expect([isOld(value as Person), isComplete]).toEqual([true, false]);
        expect(tries).toBe(last);
        expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
        sizes.add(to.bytes);
      }
      expect(sizes.size).toBeGreaterThan(2);
    });
  }

  it('does not wait for a call that hangs', async () => {
    const controller = new AbortController();
    let calls = 0;
    const hangs = (value: Person): unknown => {
      if (++calls < 10) return isOld(value);
      queueMicrotask(() => controller.abort());
      return never();
    };
    const { value, isComplete } = await shrunk(somebody, hangs, { signal: controller.signal });
    expect([isOld(value as Person), isComplete]).toEqual([true, false]);
  });

  it('does not take the end of the predicate for a failure', async () => {
    const controller = new AbortController();
    let calls = 0;
    const passesOn = (value: Person): boolean => {
      if (++calls === 10) controller.abort();
      controller.signal.throwIfAborted();
      return isOld(value);
    };
    const { value, isComplete } = await shrunk(somebody, passesOn, { signal: controller.signal });
    expect([isOld(value as Person), isComplete]).toEqual([true, false]);
  });

  it('lets others do their work between long calls, so that they can end it', async () => {
    const { pass } = clock();
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    const slow = (value: Person): boolean => {
      pass(60);
      return isOld(value);
    };
    expect((await shrunk(somebody, slow, { signal: controller.signal })).isComplete).toBe(false);
  });

  it('makes no more calls than it may', async () => {
    for (const maxTries of [1, 2, 3, 10, 20]) {
      let calls = 0;
      const counted = (value: Person): boolean => {
        calls++;
        return isOld(value);
      };
      const { value, tries, isComplete } = await shrunk(somebody, counted, { maxTries });
      expect([calls, tries, isComplete]).toEqual([maxTries, maxTries, false]);
      expect(isOld(value as Person)).toBe(true);
    }
    const { tries } = await shrunk(somebody, isOld);
    expect((await shrunk(somebody, isOld, { maxTries: tries })).isComplete).toBe(true);
  });

  it('says what it ended with', async () => {
    const [old] = sample(customer({ core: { age: { min: 43 } } }), { seed: 2, count: 1 }) as [Customer];
    const fails = ({ core }: Customer): boolean => core.age >= 43;
    const {
      value,
      to,
      from,
      simplest: atSimplest,
      matters,
    } = await shrink(old, { model: customerModel, fails, maxTries: 20 });
    expect(to.bytes).toBe(Buffer.byteLength(JSON.stringify(value)));
    expect(to.bytes).toBeLessThan(from.bytes);
    expect(atSimplest).toContain('/core/gender');
    expect(matters).toEqual([]);
  });
});

describe('the progress of a search', () => {
  it('is told after every call', async () => {
    const told: ShrinkProgress[] = [];
    const { tries, to } = await shrunk(somebody, isOld, { onProgress: (one) => told.push(one) });
    expect(told.map((one) => one.tries)).toEqual(Array.from({ length: tries }, (_, index) => index + 1));
    expect(told.at(-1)).toEqual({ tries, bytes: to.bytes, records: 1 });
  });
  it('counts records of a data set', async () => {
    const told: ShrinkProgress[] = [];
    const fails = (all: readonly Person[]): boolean => all.filter(isOld).length >= 2;
    const { to } = await shrinkData(
      Array.from({ length: 9 }, () => somebody),
      {
        model: personModel,
        fails,
        onProgress: (one) => told.push(one),
      },
    );
    expect(told[0]?.records).toBe(9);
    expect(told.at(-1)).toEqual({ tries: told.length, ...to });
    expect(to.records).toBe(2);
  });
});
