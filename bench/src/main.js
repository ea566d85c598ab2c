/*
 * Measures and prints. The exit code is 0 whatever comes out: speed is reported here, not tested.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureColdStarts } from './coldStart.js';
import { contenderNames, titleOf } from './contenders.js';
import { judge } from './goals.js';
import { printFigures } from './print.js';
import { measureRounds, median } from './rounds.js';
import { measureValidationMemory } from './validationMemory.js';

const coldTitles = {
  'cold export': 'cohort-check export, 500 customers and their scenarios to disk',
  'cold customers': 'cohort-check export, 500 customers alone',
  'cold faker': "node with the import of faker's English tables",
  'cold node': 'node alone',
};

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    'cold-rounds': { type: 'string', default: '15' },
    'memory-records': { type: 'string', default: '10000,200000' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});

const wanted = options.only?.split(',');
const unknown = wanted?.find((name) => !contenderNames.includes(name));
if (unknown !== undefined) throw new Error(`--only ${unknown}: there are ${contenderNames.join(', ')}`);
const memoryCounts = options['memory-records']
  .split(',')
  .map(Number)
  .filter((count) => count > 0);
const coldTimes =
  wanted === undefined
    ? measureColdStarts({ rounds: Number(options['cold-rounds']), onRound: progress('cold starts') })
    : new Map();
const memory = await measureValidationMemory(memoryCounts);
const measured = await measureRounds(wanted ?? contenderNames, {
  rounds: Number(options.rounds),
  warmUpMs: 2000,
  onRound: progress('rounds'),
});
const times = new Map([...coldTimes, ...measured.map((one) => [one.name, one.times])]);
const figures = {
  machine: machineOf(),
  speeds: measured.map(({ name, bytes, times: all }) => {
    const microseconds = median(all);
    return { name, title: titleOf(name), recordsPerSecond: 1e6 / microseconds, microseconds, bytes, ...span(all) };
  }),
  coldStarts: [...coldTimes].map(([name, all]) => ({
    name,
    title: coldTitles[name],
    milliseconds: median(all),
    ...span(all),
  })),
  memory,
  goals: judge(times, memory),
};
console.log(printFigures(figures));
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);

function span(all) {
  return { fastest: Math.min(...all), slowest: Math.max(...all) };
}

function machineOf() {
  const versions = ['@faker-js/faker', 'fast-check', 'pure-rand'].map((name) => {
    const { version } = JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url)));
    return `${name} ${version}`;
  });
  return [`Node ${process.versions.node}`, `${cpus().length} × ${cpus()[0]?.model.trim()}`, ...versions].join(', ');
}

function progress(what) {
  return (done, all) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${what} ${done} of ${all}${done === all ? '\n' : ''}`);
  };
}
