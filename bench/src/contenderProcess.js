/*
 * One contender in a process of its own, run turn by turn as `rounds.js` asks. In a shared process, contenders would
 * spoil each other's optimised code and collect each other's garbage.
 */
import { contenderOf } from './contenders.js';

const name = process.argv[2];
const { batch, run, bytes, close } = await contenderOf(name);

async function microsecondsOfOneTurn() {
  const start = performance.now();
  const sum = await run(batch);
  const elapsed = performance.now() - start;
  // A comparison that the optimiser cannot decide beforehand: the records have to be made.
  if (!Number.isFinite(sum)) throw new Error(`${name} returned something that is no number`);
  return (elapsed * 1000) / batch;
}

const answers = {
  bytes,
  turn: microsecondsOfOneTurn,
  async warmUp(milliseconds) {
    const end = performance.now() + milliseconds;
    while (performance.now() < end) await microsecondsOfOneTurn();
  },
};

process.on('message', async ({ ask, argument }) => {
  process.send({ answer: await answers[ask](argument) });
});
if (close !== undefined) process.once('disconnect', close);
process.send({ answer: 'ready' });
