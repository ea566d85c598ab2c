/**
 * The program of the thread that runs a predicate module.
 *
 * It is a text, so that it runs alike from the source, from the single modules and from the bundle, none of which has to know
 * of one more entry point. It is JavaScript and stands alone; what it needs comes in `workerData`: the path of jiti, of the
 * module, and the name of the export.
 *
 * The answer waits for the next turn of the event loop: a promise that the predicate left alone and that is rejected is then
 * counted for the value that it was given, and not for the next one.
 */
export const PREDICATE_WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const nextTurn = setImmediate;
const post = parentPort.postMessage.bind(parentPort);
const { jiti, path, name } = workerData;

function said(error) {
  try {
    const text = error instanceof Error && error.name === 'Error' ? error.message || 'Error' : String(error);
    return text.slice(0, 2000);
  } catch {
    return 'something that has no text';
  }
}

async function load() {
  const { createJiti } = require(jiti);
  let loader;
  try {
    loader = createJiti(path, { tsconfigPaths: true });
  } catch {
    // A tsconfig that cannot be read matters only where its paths are used.
    loader = createJiti(path);
  }
  return loader.import(path);
}

async function answer(predicate, json) {
  try {
    const shows = (await predicate(JSON.parse(json))) === true;
    return { kind: 'answer', shows, reason: 'it returned true' };
  } catch (error) {
    return { kind: 'answer', shows: true, reason: 'it threw ' + said(error) };
  }
}

load().then(
  (loaded) => {
    const predicate = loaded?.[name];
    if (typeof predicate !== 'function') {
      post({ kind: 'no-function', found: typeof predicate, exports: Object.keys(loaded ?? {}) });
      return;
    }
    parentPort.on('message', async (json) => {
      const reply = await answer(predicate, json);
      nextTurn(() => post(reply));
    });
    post({ kind: 'ready' });
  },
  (error) => post({ kind: 'unloadable', message: said(error) }),
);
`;
