/*
 * Who may import whom: docs/architecture.md as a table. `borders.js` enforces it.
 *
 * A folder or a package that is missing here is refused, so a new one cannot slip in without a place in the order.
 */

/** From the lowest to the highest. A room imports what is below its own layer, never a neighbour in the same one. */
const LAYERS = [
  ['errors'],
  ['source'],
  ['arbitrary', 'invariant', 'statistics'],
  ['cohort', 'journey'],
  ['domain'],
  ['validation', 'snapshot', 'shrink'],
  // Reads files as the checker does.
  ['analysis'],
  // Shows what the two found.
  ['report'],
  ['cli'],
];

const layered = LAYERS.flat();
const belowCli = layered.filter((room) => room !== 'cli');
const outer = ['validation', 'analysis', 'report', 'snapshot', 'shrink'];

/** Adapters see every room but the CLI. Who sees them depends on what loading their library costs. */
const ADAPTERS = {
  zod: { importedBy: ['domain', ...outer, 'cli', 'index'] },
  faker: { importedBy: ['index'] },
  vitest: { importedBy: [] },
  codegen: { importedBy: ['snapshot', 'shrink', 'cli'] },
};

const adapters = Object.keys(ADAPTERS);

/**
 * Room → the rooms it may import. `index` is the public door `src/index.ts`: it leaves out what only an entry point of
 * its own or a single command should load.
 */
export const ROOMS = new Map([
  ...LAYERS.map((rooms, height) => ({ rooms, below: LAYERS.slice(0, height).flat() })).flatMap(({ rooms, below }) =>
    rooms.map((room) => [room, [...below, ...adapters.filter((name) => ADAPTERS[name].importedBy.includes(room))]]),
  ),
  ['laws', ['arbitrary', 'invariant', 'source', 'errors']],
  ...adapters.map((name) => [name, [...belowCli, 'laws']]),
  ['index', [...belowCli, 'laws', ...adapters.filter((name) => ADAPTERS[name].importedBy.includes('index'))]],
]);

/** npm package → where its values may be imported, and where its types alone. `arbitraries` stands beside the rooms. */
export const PACKAGES = new Map([
  ['fast-check', { values: ['arbitrary', 'cohort', 'journey', 'laws', 'vitest', 'shrink'], types: ['source'] }],
  ['zod', { values: ['zod', 'arbitraries'], types: ['domain'] }],
  ['@faker-js/faker', { values: ['faker'], types: [] }],
  ['vitest', { values: ['vitest'], types: [] }],
  ['@fast-check/vitest', { values: ['vitest'], types: [] }],
  ['ts-morph', { values: ['codegen'], types: [] }],
  ['commander', { values: ['cli'], types: [] }],
  ['cli-progress', { values: ['cli'], types: [] }],
  ['string-width', { values: ['cli'], types: [] }],
  ['wrap-ansi', { values: ['cli'], types: [] }],
  ['jiti', { values: ['cli'], types: [] }],
  ['echarts', { values: ['report'], types: [] }],
  ['@resvg/resvg-js', { values: ['report'], types: [] }],
  ['@stdlib/math-base-special-betainc', { values: ['statistics'], types: [] }],
  ['@stdlib/math-base-special-betaincinv', { values: ['statistics'], types: [] }],
  ['@stdlib/math-base-special-erfc', { values: ['statistics'], types: [] }],
  ['@stdlib/math-base-special-erfcinv', { values: ['statistics'], types: [] }],
  ['@stdlib/math-base-special-gammainc', { values: ['statistics'], types: [] }],
]);

/** Besides themselves, the only places that may import the health domain. */
export const IMPORTERS_OF_ARBITRARIES = ['cli', 'test', 'bench'];

/** Doors beside `index`: the domain without its zod schemas, for the command line, which must start fast. */
export const SIDE_DOORS = ['arbitraries/health.js'];
