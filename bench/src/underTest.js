/*
 * The build that is measured: `../dist`, or the folder that COHORT_CHECK_DIST names.
 */
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const dist = process.env.COHORT_CHECK_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** Path of a file of the build. */
export function builtFile(path) {
  return resolve(dist, path);
}

/** The health domain as its users import it, and the exporter that the CLI calls. */
export async function loadUnderTest() {
  const [domain, framework, snapshot] = await Promise.all(
    ['arbitraries/index.js', 'src/index.js', 'src/snapshot/index.js'].map(
      (path) => import(pathToFileURL(builtFile(path)).href),
    ),
  );
  const { Source, validate, validateFiles } = framework;
  return { ...domain, Source, validate, validateFiles, writeSnapshot: snapshot.writeSnapshot };
}
