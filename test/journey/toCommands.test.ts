import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { JourneyDriver } from '../../src/journey/AttemptCommand.js';
import { defineJourney } from '../../src/journey/defineJourney.js';
import { journeyState } from '../../src/journey/JourneyState.js';
import type { JourneyState } from '../../src/journey/JourneyState.js';
import { toCommands } from '../../src/journey/toCommands.js';
import type { CommandsOptions } from '../../src/journey/toCommands.js';
import { obeying, ONE_BY_ONE, position, run } from './commandRuns.js';
import type { Done } from './commandRuns.js';
import { driver, mayFollow, signUp, startService } from './onboardingService.js';
import type { Client } from './onboardingService.js';

describe('toCommands, on a service over HTTP', () => {
  const closes: (() => void)[] = [];
  afterAll(() => {
    for (const close of closes) close();
  });

  /** Every journey has an account of its own at the service. */
  async function clients(faults?: Parameters<typeof startService>[0]): Promise<() => Client> {
    const { url, server } = await startService(faults);
    closes.push(() => {
      server.close();
      server.closeAllConnections();
    });
    let count = 0;
    return () => ({ account: `${url}/newcomer-${count++}`, underWay: 0 });
  }

  it('finds nothing to say against one that keeps to the graph', async () => {
    const seed = 20250331;
    const result = await run(driver, await clients(), { seed, numRuns: 60 });
    expect(result, `seed ${seed}`).toEqual({ list: '', message: '', runs: 60 });
  });

  it.each([
    ['accepts a step out of order', { planUnassessed: true }, 'take(register),take(plan)', 'accepted plan'],
    ['checks, then acts', { checkThenAct: true }, 'take(register),race(assess)', 'accepted both of assess and assess'],
  ])('finds where one %s, and the shortest way to show it', async (_, faults, shortest, words) => {
    const fresh = await clients(faults);
    for (const seed of [1, 2, 3]) {
      const result = await run(driver, fresh, { seed, numRuns: 1000 });
      expect(result.list, `seed ${seed}`).toBe(shortest);
      expect(result.message).toContain(`sign-up: after register, the system ${words}`);
    }
  });
});

const ANY = [{ weights: { calm: 2, tense: 1 } }] as const;

interface Replayed {
  readonly seed: number;
  readonly numRuns: number;
  readonly counterexamplePath: string | null;
  readonly counterexample: readonly unknown[] | null;
}

const ORDER = [...signUp.steps.keys()];

const earlyPlan = obeying((done, step) => mayFollow(done, step) || (step === 'plan' && done.at(-1) === 'register'));

describe('toCommands', () => {
  /** Every list that was run, as fast-check prints it. */
  async function listsOf<Real>(
    driven: JourneyDriver<Real>,
    fresh: () => Real,
    options?: CommandsOptions,
    graph = signUp,
  ): Promise<readonly string[]> {
    const lists: string[] = [];
    const commands = fc.commands(toCommands(graph, driven, options), { maxCommands: 20, disableReplayLog: true });
    const property = fc.asyncProperty(commands, async (list) => {
      await fc.asyncModelRun(() => ({ model: journeyState(graph), real: fresh() }), list);
      lists.push(String(list));
    });
    await fc.assert(property, { seed: 5, numRuns: 200 });
    return lists;
  }

  it('takes either of two at once for the first', async () => {
    // Serves whoever came last.
    const waiting: (() => void)[] = [];
    const lastFirst: JourneyDriver<Done> = {
      take: (done, step) =>
        new Promise((resolve) => {
          waiting.push(() => resolve(mayFollow(done, step) && done.push(step) > 0));
          void Promise.resolve().then(() => waiting.pop()?.());
        }),
      position,
    };
    const lists = await listsOf(lastFirst, () => []);
    for (const race of ['race(assess)', 'race(plan, call)', 'race(assess, plan)', 'race(remind)']) {
      expect(lists.filter((list) => list.includes(race)).length, race).toBeGreaterThan(0);
    }
  });

  it('comes to every step, and tries each where it may not follow', async () => {
    const tried = new Set<string>();
    const watched = obeying((done, step) => {
      tried.add(`${done.at(-1)} ${step}`);
      return mayFollow(done, step);
    });
    await listsOf(watched, () => [], { attempts: ONE_BY_ONE });
    const missing = [undefined, ...ORDER].flatMap((from) =>
      ORDER.filter((step) => !tried.has(`${from} ${step}`)).map((step) => `${from} ${step}`),
    );
    expect(missing).toEqual([]);
  });

  it('makes only the attempts that it is asked for', async () => {
    expect((await listsOf(obeying(mayFollow), () => [], { attempts: ONE_BY_ONE })).join()).not.toContain('race');
    const wrong: string[] = [];
    const watched = obeying((done, step) => mayFollow(done, step) || wrong.push(step) < 0);
    await listsOf(watched, () => [], { attempts: ['legal'] });
    expect(wrong).toEqual([]);
    const races = (await listsOf(obeying(mayFollow), () => [], { attempts: ['race'] })).join();
    expect(races).toContain('race(register)');
    expect(races).not.toContain('take');
  });

  it('hands over the actions of a step', async () => {
    const seen = new Set<string>();
    const watched: JourneyDriver<Done> = {
      ...obeying(mayFollow),
      take: (done, step, actions) => {
        seen.add(`${step}: ${actions.join()}`);
        return mayFollow(done, step) && done.push(step) > 0;
      },
    };
    await listsOf(watched, () => [], { attempts: ['legal'] });
    expect(seen).toContain('call: talk_to_nurse');
    expect(seen.size).toBe(6);
  });

  /** After s, a and b in either order. */
  const either = defineJourney({
    ...signUp.description,
    name: 'either',
    start: 's',
    steps: {
      s: { actions: [], emotions: ANY, next: { a: 0.5, b: 0.5 } },
      a: { actions: [], emotions: ANY, next: [{ to: 'b', weight: 0.5, max: 1 }], ends: 0.5 },
      b: { actions: [], emotions: ANY, next: [{ to: 'a', weight: 0.5, max: 1 }], ends: 0.5 },
    },
    completion: { newcomer: { s: 1, a: 1, b: 1 } },
  });

  it('does not race two where nobody could say which came last', async () => {
    const fresh = (): JourneyState => journeyState(either);
    const take = (real: JourneyState, step: string): boolean => real.take(step);
    const silent = await listsOf({ take }, fresh, undefined, either);
    expect(silent.join(';')).toMatch(/\(s\),take\(b\),race\(a, b\)/);
    expect(silent.join(';')).not.toMatch(/\(s\),race\(a, b\)/);
    const told = await listsOf({ take, position: (real) => real.last }, fresh, undefined, either);
    expect(told.join(';')).toMatch(/\(s\),race\(a, b\)/);
  });

  const toured = defineJourney({
    ...signUp.description,
    name: 'toured',
    steps: {
      register: { actions: [], emotions: ANY, next: 'tour' },
      tour: { actions: [], emotions: ANY, optional: 0.5, next: 'assess' },
      assess: { actions: [], emotions: ANY, ends: true },
    },
    completion: { newcomer: { register: 1, tour: 1, assess: 1 } },
  });

  it('expects a system to let optional steps be passed over', async () => {
    const order = ['register', 'tour', 'assess'];
    const ahead = (done: Done, step: string): number => order.indexOf(step) - order.indexOf(done.at(-1) ?? '');
    const lenient = obeying((done, step) => ahead(done, step) === 1 || (step === 'assess' && ahead(done, step) === 2));
    expect(await run(lenient, () => [], { seed: 3, numRuns: 200 }, undefined, toured)).toMatchObject({ list: '' });
    const strict = obeying((done, step) => ahead(done, step) === 1);
    expect(await run(strict, () => [], { seed: 3, numRuns: 200 }, undefined, toured)).toMatchObject({
      list: 'take(register),take(assess)',
    });
  });

  it('says what the system did, what the graph says, and where they stood', async () => {
    const messageFor = async (driver: JourneyDriver<Done>, options?: CommandsOptions): Promise<string[]> =>
      (await run(driver, () => [], { seed: 1, numRuns: 1000 }, options)).message.split('\n');
    expect(await messageFor(earlyPlan)).toEqual([
      'journey-system  sign-up: after register, the system accepted plan, which the graph does not let follow',
      '  where   take(plan)',
      '  why     after register the graph lets follow: assess',
      '  try     mend the system, or the graph where the system is right',
    ]);
    expect(await messageFor(obeying(() => false))).toContain(
      'journey-system  sign-up: at the start, the system refused register, which the graph lets come first',
    );
    const [, , atEnd] = await messageFor(
      obeying((done, step) => mayFollow(done, step) || (step === 'register' && done.at(-1) === 'activate')),
    );
    expect(atEnd).toBe('  why     after activate the graph lets follow: nothing');
    // A plan is refused where a call is asked for at once and comes first, though the call leads to a plan.
    const hasty: JourneyDriver<Done> = {
      async take(done, step) {
        const before = done.at(-1);
        if (step === 'plan') await Promise.resolve();
        return before === done.at(-1) && mayFollow(done, step) && done.push(step) > 0;
      },
      position,
    };
    const [raced, , allowed] = await messageFor(hasty, { attempts: ['legal', 'race-two'] });
    expect([raced, allowed]).toEqual([
      'journey-system  sign-up: after assess, the system accepted only call of plan and call at once, of which the graph lets only plan, or both follow',
      '  why     after assess the graph lets follow: plan, call',
    ]);
    const [elsewhere, , why] = await messageFor({ ...obeying(mayFollow), position: (done) => done[0] });
    expect([elsewhere, why]).toEqual([
      'journey-system  sign-up: after register and then take(assess), the system says that register was taken last',
      '  why     the system accepted assess, so assess was taken last',
    ]);
  });

  it('refuses a driver that does not say whether a step was accepted', async () => {
    const mute = { take: () => undefined } as unknown as JourneyDriver<Done>;
    const { message } = await run(mute, () => [], { seed: 1, numRuns: 100 });
    expect(message).toContain('journey-driver  driver.take(…, "register") returned undefined');
  });

  it('lets both of two at once end before it fails', async () => {
    let underWay = 0;
    const breaking: JourneyDriver<Done> = {
      async take() {
        underWay++;
        if (underWay === 1) {
          underWay--;
          throw new Error('no mail today');
        }
        for (let turn = 0; turn < 10; turn++) await Promise.resolve();
        underWay--;
        return true;
      },
    };
    const commands = fc.commands(toCommands(signUp, breaking, { attempts: ['race'] }), { maxCommands: 1 });
    const left: number[] = [];
    const property = fc.asyncProperty(commands, async (list) => {
      try {
        await fc.asyncModelRun(() => ({ model: journeyState(signUp), real: [] as Done }), list);
      } catch (error) {
        left.push(underWay);
        expect(String(error)).toContain('no mail today');
      }
    });
    await fc.assert(property, { seed: 1, numRuns: 20 });
    expect(left.length).toBeGreaterThan(0);
    expect(new Set(left)).toEqual(new Set([0]));
  });

  it('replays a failure from what fast-check prints', async () => {
    const check = (replayPath: string, parameters: object): Promise<Replayed> =>
      fc.check(
        fc.asyncProperty(
          fc.commands(toCommands(signUp, earlyPlan), {
            maxCommands: 20,
            ...(replayPath === '' ? {} : { replayPath }),
          }),
          (list) => fc.asyncModelRun(() => ({ model: journeyState(signUp), real: [] as Done }), list),
        ),
        parameters,
      ) as Promise<Replayed>;
    const found = await check('', { seed: 8, numRuns: 1000 });
    const list = String(found.counterexample?.[0]);
    const [, replayPath = ''] = /replayPath="([^"]+)"/.exec(list) ?? [];
    expect(list).toContain('take(register),take(plan) /*');
    const again = await check(replayPath, { seed: found.seed, path: found.counterexamplePath, endOnFailure: true });
    expect(again.numRuns).toBe(1);
    expect(String(again.counterexample?.[0]).split(' /*')[0]).toBe(list.split(' /*')[0]);
  });

  it.each([[[]], [['legal', 'sideways']]])('refuses attempts %j', (attempts) => {
    const options = { attempts } as unknown as CommandsOptions;
    expect(() => toCommands(signUp, obeying(mayFollow), options)).toThrow(
      `bad-option  toCommands(…, { attempts: ${JSON.stringify(attempts)} })`,
    );
  });
});
