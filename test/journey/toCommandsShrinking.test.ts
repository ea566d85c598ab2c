import { describe, expect, it } from 'vitest';
import type { JourneyDriver } from '../../src/journey/AttemptCommand.js';
import type { CommandsOptions } from '../../src/journey/toCommands.js';
import { obeying, ONE_BY_ONE, run, slow } from './commandRuns.js';
import type { Done } from './commandRuns.js';
import { mayFollow, signUp } from './onboardingService.js';

const ORDER = [...signUp.steps.keys()];

interface Fault {
  readonly system: string;
  readonly driver: JourneyDriver<Done>;
  readonly shortest: string;
  /** Left out where two at once show the fault in as few steps. */
  readonly attempts?: CommandsOptions['attempts'];
}

/** A fault may hang on a state, on a step, or on how the two lie to each other. */
const FAULTS: readonly Fault[] = [
  {
    system: 'accepts one step in one wrong place',
    driver: obeying((done, step) => mayFollow(done, step) || (step === 'plan' && done.at(-1) === 'register')),
    shortest: 'take(register),take(plan)',
  },
  {
    system: 'accepts one step in one wrong place far on',
    driver: obeying((done, step) => mayFollow(done, step) || (step === 'register' && done.at(-1) === 'remind')),
    shortest: 'take(register),take(assess),take(plan),take(remind),take(register)',
  },
  {
    system: 'starts again after the end',
    driver: obeying((done, step) => mayFollow(done, step) || (step === 'register' && done.at(-1) === 'activate')),
    shortest: 'take(register),take(assess),take(plan),take(activate),take(register)',
  },
  {
    system: 'accepts one step anywhere',
    driver: obeying((done, step) => mayFollow(done, step) || step === 'activate'),
    shortest: 'take(activate)',
  },
  {
    system: 'accepts one step anywhere but first',
    driver: obeying((done, step) => mayFollow(done, step) || (step === 'activate' && done.length > 0)),
    shortest: 'take(register),take(activate)',
  },
  {
    system: 'accepts any step again',
    driver: obeying((done, step) => mayFollow(done, step) || done.at(-1) === step),
    shortest: 'take(register),take(register)',
    attempts: ONE_BY_ONE,
  },
  {
    system: 'accepts any step that was taken before',
    driver: obeying((done, step) => mayFollow(done, step) || done.includes(step)),
    shortest: 'take(register),take(register)',
    attempts: ONE_BY_ONE,
  },
  {
    system: 'accepts one step again, and first',
    driver: obeying(
      (done, step) => mayFollow(done, step) || (step === 'assess' && [undefined, step].includes(done.at(-1))),
    ),
    shortest: 'take(assess)',
  },
  {
    system: 'lets a step be left out',
    driver: obeying(
      (done, step) =>
        mayFollow(done, step) || ORDER.some((one) => mayFollow(done, one) && mayFollow([...done, one], step)),
    ),
    shortest: 'take(assess)',
  },
  {
    system: 'has no bound on reminders',
    driver: obeying((done, step) => mayFollow(done, step) || (step === 'remind' && done.at(-1) === 'remind')),
    shortest: 'take(register),take(assess),take(plan),take(remind),take(remind),take(remind),take(remind)',
    attempts: ONE_BY_ONE,
  },
  {
    system: 'refuses a plan to those who had no call',
    driver: obeying((done, step) => mayFollow(done, step) && !(step === 'plan' && done.at(-1) === 'assess')),
    shortest: 'take(register),take(assess),take(plan)',
  },
  {
    system: 'refuses activation after a reminder',
    driver: obeying((done, step) => mayFollow(done, step) && !(step === 'activate' && done.at(-1) === 'remind')),
    shortest: 'take(register),take(assess),take(plan),take(remind),take(activate)',
  },
  {
    system: 'checks, then acts',
    driver: slow(() => true),
    shortest: 'race(register)',
  },
  {
    system: 'checks, then acts, in one step',
    driver: slow((step) => step === 'plan'),
    shortest: 'take(register),take(assess),race(plan)',
  },
  {
    system: 'checks, then acts, where the way parts',
    driver: slow((step) => step === 'call' || step === 'plan'),
    shortest: 'take(register),take(assess),race(plan, call)',
    attempts: [...ONE_BY_ONE, 'race-two'],
  },
  {
    system: 'says that it stands elsewhere',
    driver: { ...obeying(mayFollow), position: (done) => (done.at(-1) === 'call' ? 'assess' : done.at(-1)) },
    shortest: 'take(register),take(assess),take(call)',
  },
  {
    system: 'breaks down',
    driver: {
      ...obeying(mayFollow),
      take: (done, step) => {
        if (step === 'remind' && done.at(-1) === 'plan') throw new Error('no mail today');
        return mayFollow(done, step) && done.push(step) > 0;
      },
    },
    shortest: 'take(register),take(assess),take(plan),take(remind)',
  },
];

describe('toCommands, shrinking', () => {
  const SEEDS = 20;

  it.each(FAULTS)(
    'ends with the shortest list, from every seed, where a system $system',
    async ({ driver, shortest, attempts }) => {
      const others: string[] = [];
      for (let seed = 0; seed < SEEDS; seed++) {
        const found = await run(driver, (): Done => [], { seed, numRuns: 5000 }, attempts && { attempts });
        if (found.list !== shortest) others.push(`seed ${seed}: ${found.list}`);
      }
      expect(others).toEqual([]);
    },
  );
});
