import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { health } from '../../arbitraries/index.js';
import { analyzeFiles } from '../../src/analysis/index.js';
import { pictures } from '../../src/report/charts/index.js';
import type { Chart } from '../../src/report/charts/index.js';
import { renderSvg } from '../../src/report/files/index.js';
import { ROOT } from './Example.js';

/*
 * The pictures of README show the committed fixture. After a change of it or of the charts:
 * npx vitest run test/docs/pictures.test.ts -u
 */
const FOLDER = join(ROOT, 'docs/pictures');

describe('the pictures of README', () => {
  let charts: readonly Chart[];

  beforeAll(async () => {
    const scenarios = Object.values(health.collections)
      .filter(({ folder }) => folder === 'scenarios')
      .map(({ name }) => join(ROOT, 'fixtures/scenarios', `${name}.json`));
    charts = pictures(await analyzeFiles([join(ROOT, 'fixtures/customers.json'), ...scenarios], { domain: health }));
  });

  it('are drawn from the fixture as it is', async () => {
    for (const chart of charts) await expect(renderSvg(chart)).toMatchFileSnapshot(join(FOLDER, `${chart.id}.svg`));
  });

  it('are all there is in their folder, and small', async () => {
    const names = readdirSync(FOLDER);
    expect(names.toSorted()).toEqual(charts.map(({ id }) => `${id}.svg`).toSorted());
    for (const name of names) expect((await readFile(join(FOLDER, name))).length, name).toBeLessThan(40_000);
  });

  it('stand in README, each with words for those who do not see it', async () => {
    const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/!\[([^\]]+)\]\(docs\/pictures\/([^)]+)\.svg\)/g)];
    expect(shown.map(([, , name]) => String(name)).toSorted()).toEqual(charts.map(({ id }) => id).toSorted());
    for (const [, text] of shown) expect(text!.length).toBeGreaterThan(20);
  });
});
