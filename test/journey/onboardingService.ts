import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { defineJourney } from '../../src/journey/defineJourney.js';
import type { JourneyDriver } from '../../src/journey/AttemptCommand.js';
import type { StepDescription } from '../../src/journey/JourneyDescription.js';

const anyStep = { emotions: [{ weights: { calm: 2, tense: 1 } }] } as const satisfies Partial<StepDescription>;

/** What the service is meant to do. */
export const signUp = defineJourney({
  name: 'sign-up',
  asOf: '2025-03-31',
  startDays: { min: 0, max: 120 },
  personas: ['newcomer'],
  emotions: ['calm', 'tense'],
  transitions: [{ table: { calm: { calm: 2, tense: 1 }, tense: { calm: 1, tense: 1 } } }],
  start: 'register',
  steps: {
    register: { ...anyStep, actions: ['create_account'], next: 'assess' },
    assess: { ...anyStep, actions: ['answer_questions'], gap: { maxDays: 14 }, next: { plan: 0.7, call: 0.3 } },
    call: { ...anyStep, actions: ['talk_to_nurse'], gap: { minHours: 1, maxDays: 10 }, next: 'plan' },
    plan: { ...anyStep, actions: ['view_plan'], gap: { maxDays: 7 }, next: { activate: 0.6, remind: 0.4 } },
    activate: { ...anyStep, actions: ['accept_plan'], gap: { maxDays: 7 }, ends: true },
    remind: {
      ...anyStep,
      actions: ['open_reminder'],
      gap: { minDays: 7, maxDays: 14 },
      next: [
        { to: 'activate', weight: 0.5 },
        { to: 'remind', weight: 0.5, max: 2 },
      ],
    },
  },
  completion: { newcomer: { register: 1, assess: 0.9, call: 0.9, plan: 0.8, activate: 1, remind: 0.7 } },
});

/** Faults that can be planted. */
export interface Faults {
  /** Whoever has registered gets a plan, assessed or not. */
  readonly planUnassessed?: boolean;
  /** Reads what was done, waits, and only then writes: two requests at once are both judged by the same old state. */
  readonly checkThenAct?: boolean;
}

/** The rules as the service's authors wrote them, apart from the graph. */
export function mayFollow(done: readonly string[], step: string, faults: Faults = {}): boolean {
  const last = done.at(-1);
  switch (step) {
    case 'register':
      return last === undefined;
    case 'assess':
      return last === 'register';
    case 'call':
      return last === 'assess';
    case 'plan':
      return last === 'assess' || last === 'call' || (faults.planUnassessed === true && last === 'register');
    case 'remind':
      return last === 'plan' || (last === 'remind' && done.filter((one) => one === 'remind').length < 3);
    case 'activate':
      return last === 'plan' || last === 'remind';
    default:
      return false;
  }
}

/** What the service knows of somebody. */
interface Account {
  done: readonly string[];
  /** Requests that have read what was done and wait to go on. */
  waiting: (() => void)[];
}

/**
 * A small sign-up service on a free port of the loopback: `POST /<account>/<step>` answers 204, or 409 where the step may
 * not follow; `GET /<account>` gives the step done last.
 *
 * How requests interleave must not be left to chance: each says in `x-at-once` how many its client has sent at once, and
 * a service that reads and writes apart lets all of them read before the first one writes.
 */
export async function startService(faults: Faults = {}): Promise<{ readonly url: string; readonly server: Server }> {
  const accounts = new Map<string, Account>();

  async function take(account: Account, step: string, atOnce: number): Promise<boolean> {
    if (faults.checkThenAct !== true) return write(account, step, account.done);
    // Accounts have a unique name: the database lets only one be registered.
    const registered = step === 'register' ? write(account, step, account.done) : undefined;
    const read = account.done;
    await allHaveRead(account, atOnce);
    await setImmediate();
    return registered ?? write(account, step, read);
  }

  function write(account: Account, step: string, read: readonly string[]): boolean {
    const isAccepted = mayFollow(read, step, faults);
    if (isAccepted) account.done = [...account.done, step];
    return isAccepted;
  }

  const server = createServer((asked, response) => {
    const [, name = '', step = ''] = (asked.url ?? '').split('/');
    const account = accounts.get(name) ?? { done: [], waiting: [] };
    accounts.set(name, account);
    if (asked.method === 'GET') {
      response.end(account.done.at(-1) ?? '');
      return;
    }
    void take(account, step, Number(asked.headers['x-at-once'])).then((isAccepted) =>
      response.writeHead(isAccepted ? 204 : 409).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

function allHaveRead(account: Account, atOnce: number): Promise<void> {
  return new Promise((resolve) => {
    account.waiting.push(resolve);
    if (account.waiting.length < atOnce) return;
    for (const goOn of account.waiting.splice(0)) goOn();
  });
}

/** An account at the service, and how many requests are on their way to it. */
export interface Client {
  readonly account: string;
  underWay: number;
}

export const driver: JourneyDriver<Client> = {
  async take(client, step) {
    client.underWay++;
    try {
      // Requests of the same moment count each other.
      await Promise.resolve();
      const { status } = await send(`${client.account}/${step}`, 'POST', { 'x-at-once': client.underWay });
      if (status !== 204 && status !== 409) throw new Error(`${step} was answered ${status}`);
      return status === 204;
    } finally {
      client.underWay--;
    }
  },
  async position({ account }) {
    const { body } = await send(account, 'GET');
    return body || undefined;
  },
};

const agent = new Agent({ keepAlive: true });

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

/** Plainer than `fetch`, and several times as fast. */
function send(url: string, method: string, headers: Readonly<Record<string, number>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { agent, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode, body }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
