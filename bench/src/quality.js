/*
 * How well and how fast failures shrink. What is measured is defined in test/quality, which asserts the same; both sides
 * run from the sources as they are, in this process, through the same routes.
 */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';
import { challengeTable, endsTable, triesTable } from './qualityTables.js';
import { writeBetween } from './writeBetween.js';

const FIGURES = fileURLToPath(new URL('../../docs/figures.md', import.meta.url));

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const seeds = Number(options.seeds);
if (!Number.isSafeInteger(seeds) || seeds < 1) throw new Error(`--seeds ${options.seeds}: a whole number from 1`);
if (options.write && options.only !== undefined) throw new Error('--write writes all tables: leave out --only');

// One import: loaded side by side, modules would be there twice, and no block would know another one.
const { allProperties, allChallenges, contenderNames, measure, publishedFigures } = await createJiti(
  import.meta.url,
).import('../../test/quality/index.ts');

const isWanted = (title) => options.only === undefined || title.includes(options.only);

const properties = [];
for (const property of allProperties.filter(({ title }) => isWanted(title))) {
  const measured = {};
  for (const name of contenderNames) {
    const contender = property.contenders[name];
    if (contender === undefined) continue;
    progress(`${property.title} (${name})`);
    measured[name] = await measure(contender, seeds);
    if (!name.startsWith('peer')) tellOthers(property.title, contender, measured[name]);
  }
  properties.push({ ...property, measured });
}

const challenges = [];
for (const challenge of allChallenges.filter(({ name }) => isWanted(name))) {
  progress(challenge.name);
  const drawn = await measure(challenge.drawn, seeds);
  const json = await measure(challenge.json, seeds);
  tellOthers(challenge.name, challenge.drawn, drawn);
  challenges.push({ ...challenge, measured: { drawn, json }, published: publishedFigures[challenge.name] });
}
progress('');

const tables = [endsTable(properties), triesTable(properties), challengeTable(challenges)].join('\n\n');
if (options.write) await writeBetween(FIGURES, 'quality', tables);
console.log(tables);

function progress(what) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what}`);
}

/** What came out instead of the minimum: the tables only count it. */
function tellOthers(title, { isMinimum }, { ends }) {
  const others = ends.filter(([json]) => !isMinimum(JSON.parse(json)));
  for (const [json, count] of others.slice(0, 3)) {
    console.error(`${title}: ${count} ended at ${json.length > 400 ? `${json.slice(0, 400)}…` : json}`);
  }
}
