import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/analysis/findings/index.js';
import { Source } from '../../../src/source/index.js';
import { collectionOf, drawTold, judgedOf, studyOf } from './figures.js';
import type { Layout, Told } from './figures.js';
import { mostByChance } from './mostByChance.js';

const ALPHA = 0.05;
const SETS = 250;
const layout: Layout = {
  collection: 'walk',
  steps: ['one', 'two', 'three'],
  outcomes: ['plan', 'call'],
  needs: ['unseen', 'late'],
};

/** A small data set in which nothing depends on a group: groups of every size, days that are lopsided. */
function alike(source: Source): readonly Told[] {
  const size = source.between(40, 260);
  const labels = { persona: source.between(2, 6), band: source.between(2, 4), level: 3 };
  return Array.from({ length: size }, (_, index) => {
    const from = source.child(index);
    // Labels of low numbers are the more frequent ones.
    const groups = Object.fromEntries(
      Object.entries(labels).map(([id, count]) => [id, `l${Math.min(from.below(count), from.below(count))}`]),
    );
    return drawTold(from, groups, layout);
  });
}

/** In how many of the data sets something was found; and in how many, were each comparison judged as if it were the only one. */
function setsWithFindings(): { readonly corrected: number; readonly oneByOne: number } {
  let [corrected, oneByOne] = [0, 0];
  for (let set = 0; set < SETS; set++) {
    const judged = judgedOf([collectionOf(layout, alike(Source.of(1).child('alike').child(set)))], [studyOf(layout)]);
    const { findings, comparisons } = judge(judged, { alpha: ALPHA, minEffect: 0 });
    if (findings.length > 0) corrected += 1;
    const lax = judge(judged, { alpha: Math.min(0.99, ALPHA * comparisons), minEffect: 0 });
    if (lax.findings.length > 0) oneByOne += 1;
  }
  return { corrected, oneByOne };
}

describe('judge on data that carry nothing', () => {
  it('finds something in at most alpha of the data sets, whatever their groups and however lopsided their days', () => {
    const most = mostByChance(SETS, ALPHA);
    expect(most).toBe(24);
    const { corrected, oneByOne } = setsWithFindings();
    expect(corrected).toBeLessThanOrEqual(most);
    expect(oneByOne).toBeGreaterThan(most * 4);
  });
});
