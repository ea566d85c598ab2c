/*
 * Everybody who takes part. A record is dropped as soon as it is made, except where the contender's interface keeps it;
 * one number of each is added up, so that no record can be optimised away.
 *
 * No process keeps records of ours before it draws: V8 would learn that such records live long, and from then on put
 * them where only the slow collector frees them.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkOptions, customerLines, writeCustomers } from './dataFile.js';
import { gatherTables } from './gatherTables.js';
import { loadUnderTest } from './underTest.js';

const SEED = 42;
const BATCH = 1000;
const GATHERED = 5000;
const POPULATION = 10_000_000;

const contenders = {
  'cohort.at': {
    title: 'this project: draw, record of a cohort',
    async make() {
      const { cohort } = await loadUnderTest();
      const population = cohort({ size: POPULATION, seed: SEED });
      let next = 0;
      return oneByOne(() => population.at(next++ % POPULATION));
    },
  },
  draw: {
    title: 'this project: draw, a customer without targets',
    async make() {
      const { customer, Source } = await loadUnderTest();
      const free = customer();
      const source = Source.of(SEED);
      let next = 0;
      return oneByOne(() => free.draw(source.childAt(next++)));
    },
  },
  ndjson: { title: 'this project: draw + serialise + write, NDJSON', make: () => exporter('ndjson') },
  json: { title: 'this project: draw + serialise + write, JSON', make: () => exporter('json') },
  'fast-check': {
    title: 'natural fast-check, generated one by one',
    async make() {
      const { generatedByFastCheck } = await import('./contenders/fastCheck.js');
      return oneByOne(generatedByFastCheck(await tables(), SEED));
    },
  },
  'fc.sample': {
    title: 'natural fast-check, fc.sample',
    async make() {
      const { sampledByFastCheck } = await import('./contenders/fastCheck.js');
      const sample = sampledByFastCheck(await tables(), SEED);
      return {
        batch: BATCH,
        run: (count) => sample(count).reduce((sum, record) => sum + markOf(record), 0),
        bytes: () => sample(BATCH).reduce((sum, record) => sum + bytesOf(record), 0) / BATCH,
      };
    },
  },
  'pure-rand': {
    title: 'hand-written loop with pure-rand',
    async make() {
      const { customerByPureRand } = await import('./contenders/pureRand.js');
      return oneByOne(customerByPureRand(await tables(), SEED));
    },
  },
  faker: {
    title: 'hand-written faker loop',
    async make() {
      const { customerByFaker } = await import('./contenders/faker.js');
      return oneByOne(customerByFaker(await tables(), SEED));
    },
  },
  stringify: {
    title: 'bare JSON.stringify of finished records',
    async make() {
      const { cohort } = await loadUnderTest();
      const finished = [...cohort({ size: BATCH, seed: SEED })];
      return {
        batch: BATCH,
        run: () => finished.reduce((sum, record) => sum + JSON.stringify(record).length, 0),
        bytes: () => finished.reduce((sum, record) => sum + bytesOf(record), 0) / BATCH,
      };
    },
  },
  validate: {
    title: 'this project: JSON.parse + every check, in memory',
    async make() {
      const { health, validate } = await loadUnderTest();
      return reader(async (lines) => {
        const { ok, counts } = await validate(
          lines.map((line) => JSON.parse(line)),
          { domain: health, model: 'customers', count: 'any' },
        );
        return ok ? counts.records : NaN;
      });
    },
  },
  'validate file': {
    title: 'this project: read + every check, NDJSON file',
    async make() {
      const { health, validateFiles } = await loadUnderTest();
      const folder = await mkdtemp(join(tmpdir(), 'cohort-check-bench-'));
      const path = join(folder, 'customers.ndjson');
      await writeCustomers(path, 8 * BATCH);
      const run = async () => {
        const { ok, counts } = await validateFiles([path], checkOptions(health));
        return ok ? counts.records : NaN;
      };
      const close = () => rm(folder, { recursive: true, force: true });
      return { batch: 8 * BATCH, run, bytes: async () => (await stat(path)).size / (8 * BATCH), close };
    },
  },
  zod: {
    title: "JSON.parse + zod's parse of the shape alone",
    async make() {
      const { customerModel } = await loadUnderTest();
      const schema = await customerModel.schema();
      return reader((lines) => lines.reduce((sum, line) => sum + markOf(schema.parse(JSON.parse(line))), 0));
    },
  },
  parse: {
    title: 'bare JSON.parse',
    make: () => reader((_, text) => JSON.parse(text).reduce((sum, record) => sum + markOf(record), 0)),
  },
};

/** The contenders, in the order in which they are printed. */
export const contenderNames = Object.keys(contenders);

export function titleOf(name) {
  return contenders[name].title;
}

/**
 * Makes a contender ready: `run(batch)` makes that many records, and returns a number that hangs on all of them; `bytes`
 * gives the mean length of a record; `close`, where there is one, removes what was written.
 */
export function contenderOf(name) {
  return contenders[name].make();
}

async function tables() {
  const { cohort, personas } = await loadUnderTest();
  return gatherTables(personas, cohort({ size: GATHERED, seed: SEED }));
}

async function exporter(format) {
  const { health, writeSnapshot } = await loadUnderTest();
  const out = await mkdtemp(join(tmpdir(), 'cohort-check-bench-'));
  const sizeOf = async (count) => {
    await writeSnapshot({ domain: health, out, count, seed: SEED, format });
    return (await stat(join(out, `customers.${format}`))).size;
  };
  return {
    // A snapshot is a plan, a manifest and a rename besides its records: long enough for these to stay small.
    batch: 8 * BATCH,
    run: sizeOf,
    bytes: async () => (await sizeOf(BATCH)) / BATCH,
    close: () => rm(out, { recursive: true, force: true }),
  };
}

/** Who reads records: from a text in memory, by lines or whole. A data set has fixed costs: it is long enough for them. */
async function reader(read) {
  const batch = 8 * BATCH;
  const lines = await customerLines(batch);
  const text = `[${lines.join(',')}]`;
  return { batch, run: () => read(lines, text), bytes: () => Buffer.byteLength(text) / batch };
}

function oneByOne(make) {
  const total = (measure, count) => {
    let sum = 0;
    for (let left = count; left > 0; left--) sum += measure(make());
    return sum;
  };
  return { batch: BATCH, run: (count) => total(markOf, count), bytes: () => total(bytesOf, BATCH) / BATCH };
}

function markOf({ core, engagement }) {
  return core.age + engagement.visits.length;
}

function bytesOf(record) {
  return Buffer.byteLength(JSON.stringify(record));
}
