/*
 * Interleaved rounds: the machine drifts by tens of per cent within a run, so contenders take turns, and a ratio is the
 * median of the ratios within rounds. Optimising compilers need thousands of records before they settle, so everybody
 * runs alone for a while first.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('contenderProcess.js', import.meta.url));

/**
 * @param names - the contenders, each run in a process of its own.
 * @param options - `warmUpMs`: how long each contender runs before anything is measured.
 * @returns for each contender its name, bytes a record, and the microseconds a record of each round.
 */
export async function measureRounds(names, { rounds, warmUpMs, onRound = () => {} }) {
  const results = [];
  try {
    for (const name of names) {
      const child = fork(program, [name], { stdio: 'inherit' });
      results.push({ name, child, times: [] });
      await answerOf(child, name);
      await asked(child, name, 'warmUp', warmUpMs);
    }
    for (let round = 0; round < rounds; round++) {
      // Whoever comes after the same neighbour each time would find the same caches each time.
      for (let turn = 0; turn < results.length; turn++) {
        const { child, name, times } = results[(turn + round) % results.length];
        times.push(await asked(child, name, 'turn'));
      }
      onRound(round + 1, rounds);
    }
    const measured = [];
    for (const { name, child, times } of results) {
      measured.push({ name, bytes: await asked(child, name, 'bytes'), times });
    }
    return measured;
  } finally {
    for (const { child } of results) if (child.connected) child.disconnect();
  }
}

function asked(child, name, ask, argument) {
  child.send({ ask, argument });
  return answerOf(child, name);
}

async function answerOf(child, name) {
  const controller = new AbortController();
  const { signal } = controller;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([{ answer }]) => answer),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new Error(`the contender ${name} ended with code ${code}`);
      }),
    ]);
  } finally {
    controller.abort();
  }
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many times as fast the first is as the second: the median over rounds. */
export function timesAsFast(first, second) {
  return median(first.map((time, round) => second[round] / time));
}
