import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutNeedless } from '../../src/shrink/withoutNeedless.js';

async function counted<I>(
  items: readonly I[],
  isEnough: (kept: readonly I[]) => boolean,
): Promise<{ kept: readonly I[]; questions: number }> {
  let questions = 0;
  const kept = await withoutNeedless(items, async (fewer) => {
    questions++;
    return isEnough(fewer);
  });
  return { kept, questions };
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('withoutNeedless', () => {
  it('keeps exactly what is needed, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60 }), fc.array(fc.nat({ max: 59 })), async (count, wanted) => {
        const needed = new Set(wanted.filter((one) => one < count));
        const { kept } = await counted(numbers(count), (fewer) => [...needed].every((one) => fewer.includes(one)));
        expect(kept).toEqual([...needed].toSorted((a, b) => a - b));
      }),
    );
  });

  it('leaves nothing that could go alone, whatever is enough', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 14 }), fc.nat(), async (count, salt) => {
        const all = numbers(count);
        const isEnough = (kept: readonly number[]): boolean =>
          kept.length === count ||
          (Math.imul(kept.reduce((bits, one) => bits | (1 << one), 0) ^ salt, 0x9e3779b1) >>> 16) % 3 === 0;
        const { kept } = await counted(all, isEnough);
        expect(isEnough(kept)).toBe(true);
        for (const index of kept.keys()) expect(isEnough(kept.toSpliced(index, 1))).toBe(false);
      }),
    );
  });

  it('lets go what was needed by one that is gone', async () => {
    // 3 needs 1, and 1 needs 0; none is needed in the end but 2.
    const isEnough = (kept: readonly number[]): boolean =>
      kept.includes(2) && (!kept.includes(3) || kept.includes(1)) && (!kept.includes(1) || kept.includes(0));
    expect((await counted(numbers(4), isEnough)).kept).toEqual([2]);
  });

  it('asks about 2 log2 n times for one among n', async () => {
    for (const at of [0, 1, 250, 498, 499]) {
      const { kept, questions } = await counted(numbers(500), (fewer) => fewer.includes(at));
      expect(kept).toEqual([at]);
      expect(questions).toBeLessThan(25);
    }
    const several = await counted(numbers(500), (fewer) => [3, 177, 499].every((one) => fewer.includes(one)));
    expect(several.questions).toBeLessThan(70);
  });

  it('asks for nothing of an empty list, and once where nothing is needed', async () => {
    expect(await counted([], () => true)).toEqual({ kept: [], questions: 0 });
    expect(await counted(numbers(500), () => true)).toEqual({ kept: [], questions: 1 });
  });
});
