import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { analyzeFiles } from '../../../src/analysis/index.js';
import type { Analysis } from '../../../src/analysis/index.js';
import { health } from '../../../arbitraries/index.js';
import { chartsOf } from '../../../src/report/charts/index.js';
import { fontsFor } from '../../../src/report/files/fonts.js';
import { renderPng, renderSvg, writeCharts } from '../../../src/report/files/index.js';

let analysis: Analysis;
let directory: string;

beforeAll(async () => {
  analysis = await analyzeFiles(['fixtures/scenarios/prevention_conversion.json'], { domain: health });
});
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'charts-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('writeCharts', () => {
  it('writes every chart in every format, and says what it wrote', async () => {
    // The fewest charts that are several: a picture takes its time.
    const few = { ...analysis, collections: [] };
    const out = join(directory, 'made', 'here');
    const written = await writeCharts(few, out);
    const names = chartsOf(few).flatMap(({ id }) => [`${id}.svg`, `${id}.png`]);
    expect(names.length).toBeGreaterThan(2);
    expect(written.map(({ name }) => name)).toEqual(names);
    expect(await readdir(out)).toEqual(names.toSorted());
    for (const { name, bytes } of written) {
      const content = await readFile(join(out, name));
      expect(content.length).toBe(bytes);
      expect(content.subarray(0, 4).toString('latin1')).toBe(name.endsWith('.png') ? '\u0089PNG' : '<svg');
    }
  });

  it('replaces its own files and leaves others', async () => {
    await writeFile(join(directory, 'notes.txt'), 'mine');
    await writeFile(join(directory, 'transitions.svg'), 'old');
    const written = await writeCharts(analysis, directory, { formats: ['svg'], theme: { isDark: true } });
    expect(await readFile(join(directory, 'notes.txt'), 'utf8')).toBe('mine');
    expect(await readFile(join(directory, 'transitions.svg'), 'utf8')).toContain('fill="#14181d"');
    expect(await readdir(directory)).toHaveLength(written.length + 1);
  });

  it('writes nothing once it is aborted', async () => {
    await writeFile(join(directory, 'transitions.svg'), 'old');
    const stop = new AbortController();
    const writing = writeCharts(analysis, directory, { formats: ['svg'], signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(writing).rejects.toThrow('enough');
    expect(await readdir(directory)).toEqual(['transitions.svg']);
    expect(await readFile(join(directory, 'transitions.svg'), 'utf8')).toBe('old');
  });

  it('says what stands in the way, and leaves nothing behind', async () => {
    await mkdir(join(directory, 'transitions.svg'));
    await expect(writeCharts(analysis, directory, { formats: ['svg'] })).rejects.toMatchObject({
      code: 'bad-path',
      parts: {
        what: `${join(directory, 'transitions.svg')}: cannot be written`,
        try: expect.stringMatching(/--charts$/) as string,
      },
    });
    expect(await readdir(directory)).toEqual(['transitions.svg']);
    await writeFile(join(directory, 'file'), '');
    await expect(writeCharts(analysis, join(directory, 'file'))).rejects.toMatchObject({ code: 'bad-path' });
  });
});

describe('renderPng', () => {
  it('gives so many pixels for each one of the chart', () => {
    const [chart] = chartsOf({ ...analysis, collections: [] });
    const svg = renderSvg(chart!);
    const width = Number(/width="(\d+)"/.exec(svg)![1]);
    const widthOf = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(16);
    expect(widthOf(renderPng(svg, 1))).toBe(width);
    expect(widthOf(renderPng(svg))).toBe(2 * width);
  });

  it('shows text on machines without fonts', () => {
    const written =
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">Größe ≥ 3</text></svg>';
    expect(fontsFor(written).loadSystemFonts).toBe(false);
    expect(renderPng(written)).not.toEqual(renderPng(written.replace('Größe ≥ 3', '')));
    expect(fontsFor('用户').loadSystemFonts).toBe(true);
  });
});
