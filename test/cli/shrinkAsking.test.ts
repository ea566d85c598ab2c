import { describe, expect, it } from 'vitest';
import { Asking } from '../../src/cli/shrink/Asking.js';
import type { Answer, Predicate } from '../../src/cli/shrink/Predicate.js';

const never = new AbortController().signal;

/** A predicate that is asked with this function, and notes when it is closed. */
function predicateOf(ask: Predicate['ask'], events: string[] = []): Predicate {
  return {
    open: async () => undefined,
    ask,
    close: async () => {
      events.push('closed');
    },
  };
}

describe('Asking', () => {
  it('says whether the failure shows, and keeps how it showed for a value', async () => {
    const asking = new Asking(
      predicateOf(async (json): Promise<Answer> => ({ shows: json !== '{"a":1}', reason: `saw ${json}` })),
      never,
    );
    expect([await asking.fails({ a: 1 }), await asking.fails({ a: 2 })]).toEqual([false, true]);
    expect(asking.answerOf({ a: 2 })).toEqual({ shows: true, reason: 'saw {"a":2}' });
    expect(asking.answerOf({ a: 1 }).shows).toBe(false);
    expect(() => asking.requireSound()).not.toThrow();
  });

  it('ends the search when the predicate cannot be run, and asks no more', async () => {
    let calls = 0;
    const asking = new Asking(
      predicateOf(async () => {
        calls += 1;
        throw new Error('cannot be run');
      }),
      never,
    );
    expect([await asking.fails(1), await asking.fails(2)]).toEqual([false, false]);
    expect([calls, asking.signal.aborted]).toEqual([1, true]);
    expect(() => asking.requireSound()).toThrow('cannot be run');
  });

  it('closes the predicate after the question that an interruption left open', async () => {
    const events: string[] = [];
    const asking = new Asking(
      predicateOf(
        async (_, signal) =>
          new Promise((resolve) => {
            signal.addEventListener('abort', () => {
              setImmediate(() => {
                events.push('called off');
                resolve({ shows: false, reason: '' });
              });
            });
          }),
        events,
      ),
      never,
    );
    const asked = asking.fails(1);
    await asking.close();
    expect(events).toEqual(['called off', 'closed']);
    expect(await asked).toBe(false);
  });
});
