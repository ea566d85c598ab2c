import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/analysis/findings/index.js';
import { Source } from '../../../src/source/index.js';
import { collectionOf, drawTold, judgedOf, studyOf } from './figures.js';
import type { Chances, Layout } from './figures.js';

const layout: Layout = { collection: 'walk', steps: ['one', 'two', 'three'], needs: ['unseen', 'late'] };
const personas = ['careful', 'quick', 'busy', 'calm'];
const bands = ['20s', '30s', '40s'];

/** What is found first in so many journeys, of which each persona has a quarter. */
function firstOf(seed: number, size: number, chances: Chances) {
  const root = Source.of(seed).child('planted');
  const records = Array.from({ length: size }, (_, index) => {
    const source = root.child(index);
    const groups = { persona: personas[index % personas.length]!, band: bands[source.below(bands.length)]! };
    return drawTold(source, groups, layout, { lost: () => 0.1, ...chances });
  });
  const judged = judgedOf([collectionOf(layout, records)], [studyOf(layout)]);
  return judge(judged, { alpha: 0.01, minEffect: 0.2 }).findings[0];
}

describe('judge on planted differences', () => {
  it.each(personas.flatMap((persona) => layout.steps!.map((step) => [persona, step] as const)))(
    'names first that %s loses 30 points at step %s',
    (persona, step) => {
      for (const seed of [1, 2, 3]) {
        const found = firstOf(seed, 400, {
          lost: (groups, at) => (groups['persona'] === persona && at === step ? 0.4 : 0.1),
        });
        expect(found).toMatchObject({
          kind: 'drop-off',
          subject: step,
          grouping: 'persona',
          label: persona,
          adverse: true,
        });
      }
    },
  );

  it('names a step at which one of the others is tense, the slow ones, and those in need', () => {
    for (const persona of personas) {
      const isTheirs = (groups: Readonly<Record<string, string>>): boolean => groups['persona'] === persona;
      expect(firstOf(1, 400, { tense: (groups, at) => (isTheirs(groups) && at === 'two' ? 0.7 : 0.2) })).toMatchObject({
        id: `tense/walk/two/persona/${persona}`,
        adverse: true,
      });
      expect(
        firstOf(1, 400, { needs: (groups, need) => (isTheirs(groups) && need === 'late' ? 0.1 : 0.5) }),
      ).toMatchObject({
        id: `need/walk/late/persona/${persona}`,
        adverse: false,
      });
      expect(
        firstOf(1, 400, { days: (groups, source) => (isTheirs(groups) ? 20 : 10) + 10 * source.unit() }),
      ).toMatchObject({ id: `duration/walk/walk/persona/${persona}`, adverse: true });
    }
  });

  it('names nothing where nothing was planted', () => {
    for (const seed of [1, 2, 3, 4, 5]) expect(firstOf(seed, 400, {})).toBeUndefined();
  });
});
