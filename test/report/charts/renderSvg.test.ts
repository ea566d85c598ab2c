import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/analysis/index.js';
import { chartsOf, pictures } from '../../../src/report/charts/index.js';
import type { Chart } from '../../../src/report/charts/index.js';
import { renderSvg } from '../../../src/report/files/index.js';
import { labelsOf, nastyLabels, ofFixture, renamed } from './analyses.js';
import { around, overlap, readDrawing } from './Drawing.js';
import type { Drawing } from './Drawing.js';
import { itemsOf } from './options.js';

/** Letters are taken to be wider than they mostly are, and half a pixel is nothing. */
const SLACK = 1;

let analysis: Analysis;
let charts: readonly Chart[];
/** The same under labels as odd as they come. */
let odd: readonly Chart[];
let svgs: ReadonlyMap<Chart, string>;
let drawings: ReadonlyMap<Chart, Drawing>;

beforeAll(async () => {
  analysis = await ofFixture();
  charts = chartsOf(analysis);
  const words = labelsOf(analysis);
  const labels = words.map(
    (_, index) => `${nastyLabels[index % nastyLabels.length]!}${index < nastyLabels.length ? '' : index}`,
  );
  odd = chartsOf(renamed(analysis, words, labels));
  svgs = new Map([...charts, ...odd].map((chart) => [chart, renderSvg(chart)]));
  drawings = new Map([...svgs].map(([chart, svg]) => [chart, readDrawing(svg)]));
});

describe('renderSvg', () => {
  it('draws every row of the table', () => {
    for (const chart of charts) {
      const drawn = marksOf(chart, drawings.get(chart)!);
      // A curve is drawn as one; a mark of nothing may be left out.
      if (chart.id.startsWith('completion-time')) continue;
      expect(drawn.size, chart.id).toBeGreaterThanOrEqual(chart.table.rows.length);
      expect(drawn.size, chart.id).toBe(itemsOf(chart.option({ isDark: false })).length);
    }
  });

  it('keeps all that it draws inside of the picture', () => {
    for (const chart of [...charts, ...odd]) expect(outside(drawings.get(chart)!), chart.id).toEqual([]);
  });

  it('lays no text over another', () => {
    for (const chart of [...charts, ...odd]) expect(collisions(drawings.get(chart)!), chart.id).toEqual([]);
  });

  it('would notice a text that lies over another, or outside', () => {
    const text = (x: number) => `<text x="${x}" y="20" font-size="12">some words</text>`;
    const drawing = readDrawing(`<svg width="100" height="40">${text(4)}${text(40)}</svg>`);
    expect(collisions(drawing)).toEqual([['some words', 'some words']]);
    expect(outside(drawing)).toEqual(['some words']);
  });

  it('shows every label of its rows, the start of it at least', () => {
    for (const chart of charts) {
      const { texts } = drawings.get(chart)!;
      const shown = texts
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s/g, '');
      const labels = chart.table.rows.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string'));
      const missing = labels.filter((label) => !shown.includes(label.replaceAll(/\s/g, '').slice(0, 9)));
      expect(missing, chart.id).toEqual([]);
    }
  });

  it('leaves labels alone that look like its own marks', () => {
    const [word] = labelsOf(analysis);
    const label = 'zr0-a class="b" font-family:c;';
    const [chart] = chartsOf(renamed(analysis, [word!], [label])).filter(({ id }) => id === 'age_band-by-persona');
    const { texts } = readDrawing(renderSvg(chart!));
    expect(texts.map(({ text }) => text).join(' ')).toContain(label);
  });

  it('says what it is to those who do not see it', () => {
    for (const chart of charts) {
      const svg = svgs.get(chart)!;
      const [root, title, desc] = readDrawing(svg).elements;
      expect(root!.attributes['role']).toBe('img');
      expect(root!.attributes['aria-labelledby']).toBe(`${title!.attributes['id']} ${desc!.attributes['id']}`);
      expect(svg).toContain(`>${chart.title}</title>`);
      expect([title!.name, desc!.name]).toEqual(['title', 'desc']);
    }
  });

  it('runs nothing and loads nothing, whatever the labels are', () => {
    for (const chart of odd) {
      const svg = svgs.get(chart)!;
      expect(svg).not.toContain('NaN');
      for (const { name, attributes } of readDrawing(svg).elements) {
        expect([
          'svg',
          'title',
          'desc',
          'g',
          'rect',
          'text',
          'path',
          'line',
          'polyline',
          'polygon',
          'circle',
          'defs',
          'clipPath',
        ]).toContain(name);
        for (const [key, value] of Object.entries(attributes)) {
          expect(key).not.toMatch(/^on|href/);
          if (value.includes('url(')) expect(value).toMatch(/^url\(#[\w-]+\)$/);
        }
      }
    }
  });

  it('has ids that stay apart where all charts stand in one page', () => {
    const ids = charts.flatMap((chart) =>
      drawings.get(chart)!.elements.flatMap(({ attributes }) => attributes['id'] ?? []),
    );
    expect(ids.length).toBeGreaterThanOrEqual(2 * charts.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives the same text again, in any time zone', () => {
    const zone = process.env['TZ'];
    const first = charts.map((chart) => svgs.get(chart));
    process.env['TZ'] = 'Asia/Tokyo';
    const again = charts.map((chart) => renderSvg(chart));
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(again).toEqual(first);
  });

  it('has a dark look, in which nothing is drawn in the colours of the light one', () => {
    const [chart] = charts;
    const [light, dark] = [renderSvg(chart!), renderSvg(chart!, { isDark: true })];
    expect(light).toContain('fill="#ffffff"');
    expect(dark).not.toMatch(/fill="#(ffffff|1f2328|57606a)"/);
  });

  it('makes pictures that are small', () => {
    for (const picture of pictures(analysis)) {
      const svg = renderSvg(picture);
      expect(readDrawing(svg).width).toBeLessThanOrEqual(720);
      expect(svg.length).toBeLessThan(40_000);
    }
  });
});

/** Which items have a mark; nodes and links of a chart of ways are counted each on their own. */
function marksOf({ id }: Chart, { marks }: Drawing): ReadonlySet<string> {
  const items = marks.flatMap(({ series, item }) => (item === undefined ? [] : [`${series}/${item}`]));
  return new Set(id.startsWith('sankey') ? items.map((item, index) => `${item}/${index}`) : items);
}

function outside({ width, height, texts, marks }: Drawing): string[] {
  const boxes = [
    ...texts,
    ...marks
      .filter(({ points }) => points.length > 0)
      .map(({ points, item }) => ({ ...around(points), text: `mark ${item}` })),
  ];
  return boxes
    .filter(
      ({ left, top, right, bottom }) =>
        left < -SLACK || top < -SLACK || right > width + SLACK || bottom > height + SLACK,
    )
    .map(({ text }) => text);
}

function collisions({ texts }: Drawing): string[][] {
  return texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => (overlap(one, other) > SLACK ? [[one.text, other.text]] : [])),
  );
}
