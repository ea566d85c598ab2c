import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, exactShares, modelledShares, recordCount, rulesOf, validationOf } from '../../src/index.js';
import type { InspectionContext, Part, SeenRecord, ValidationOutcome } from '../../src/index.js';

const shares = { red: 0.5, green: 0.3, blue: 0.2 };

function contextOf(context: Partial<InspectionContext> = {}): InspectionContext {
  return { asOf: '2025-03-31', promised: () => undefined, collections: new Set(['balls']), alpha: 0.01, ...context };
}

/** What a part says of balls of these colours; those of other collections are to be passed over. */
async function said(
  part: Part,
  colours: readonly string[],
  context?: Partial<InspectionContext>,
): Promise<ValidationOutcome> {
  const inspection = validationOf('colours', 'Colours', [part]).inspect(contextOf(context));
  const see = (collection: string, record: object, index: number): void => {
    const seen: SeenRecord = { collection, file: 'balls.json', index, pointer: `/${index}`, record, broken: new Set() };
    inspection.see(seen);
  };
  for (const [index, colour] of colours.entries()) {
    see('balls', { colour }, index);
    see('cubes', { colour: 'red' }, index);
  }
  return inspection.finish();
}

function balls(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([colour, count]) => Array.from({ length: count }, () => colour));
}

const of = ({ colour }: { colour: string }): string | undefined => (colour === 'none' ? undefined : colour);
const exact = exactShares({ collection: 'balls', margin: 'ball_colour', shares, of });

describe('exactShares', () => {
  it('asks for the share itself where it is a whole number', async () => {
    expect((await said(exact, balls({ red: 5, green: 3, blue: 2 }))).violations).toEqual([]);
    const { violations } = await said(exact, balls({ red: 6, green: 2, blue: 2 }));
    expect(violations).toEqual([
      {
        rule: 'ball-colour-shares',
        severity: 'error',
        file: 'balls.json',
        record: null,
        pointer: '',
        message: 'ball_colour red: 6 of 10 balls, where 5 are wanted',
        actual: 6,
        expected: 5,
      },
      expect.objectContaining({ message: 'ball_colour green: 2 of 10 balls, where 3 are wanted' }),
    ]);
  });

  it('lets a share that is no whole number be rounded either way, and no further', async () => {
    // 5.5, 3.3 and 2.2 of eleven
    for (const counts of [
      { red: 6, green: 3, blue: 2 },
      { red: 5, green: 4, blue: 2 },
      { red: 5, green: 3, blue: 3 },
    ])
      expect((await said(exact, balls(counts))).violations).toEqual([]);
    const { violations } = await said(exact, balls({ red: 7, green: 2, blue: 2 }));
    expect(violations.map(({ actual, expected }) => [actual, expected])).toEqual([
      [7, [5, 6]],
      [2, [3, 4]],
    ]);
  });

  it('passes whatever is apportioned, at every size, and nothing that is two off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(...Object.keys(shares)),
        async (size, label) => {
          const [red = 0, green = 0, blue = 0] = apportion({ weights: [5, 3, 2], denominator: 10 }, size);
          const counts: Record<string, number> = { red, green, blue };
          expect((await said(exact, balls(counts))).violations).toEqual([]);
          const more = { ...counts, [label]: counts[label]! + 2 };
          const others = Object.keys(shares).filter((one) => one !== label && counts[one]! > 1);
          fc.pre(others.length === 2);
          for (const other of others) more[other] = more[other]! - 1;
          expect((await said(exact, balls(more))).violations.map(({ message }) => message).join()).toContain(label);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('counts labels that no share is declared for, and none of records that are not counted', async () => {
    const { violations } = await said(exact, balls({ red: 5, green: 3, blue: 1, black: 1 }));
    expect(violations.map(({ actual, expected, message }) => [message.split(':')[0], actual, expected])).toEqual([
      ['ball_colour blue', 1, 2],
      ['ball_colour black', 1, 0],
    ]);
    expect((await said(exact, balls({ red: 5, green: 3, blue: 2, none: 7 }))).violations).toEqual([]);
  });

  it('takes a record that breaks a rule for no evidence against the shares', async () => {
    const inspection = validationOf('colours', 'Colours', [exact]).inspect(contextOf());
    const see = (colour: string | undefined, broken: readonly string[], index: number): void =>
      inspection.see({
        collection: 'balls',
        file: 'balls.json',
        index,
        pointer: `/${index}`,
        record: colour === undefined ? undefined : { colour },
        broken: new Set(broken),
      });
    for (const [index, colour] of balls({ red: 5, green: 3, blue: 1 }).entries()) see(colour, [], index);
    see('red', ['some-rule'], 9);
    expect((await inspection.finish()).violations).toEqual([]);
    see('red', [], 10);
    see('red', [], 11);
    expect((await inspection.finish()).violations).toMatchObject([{ actual: 8, expected: 6 }]);
  });

  it('compares the shares as they stand where many records are broken', async () => {
    const inspection = validationOf('colours', 'Colours', [exact]).inspect(contextOf());
    for (const [index, colour] of balls({ red: 30, green: 60, blue: 10 }).entries()) {
      inspection.see({
        collection: 'balls',
        file: 'balls.json',
        index,
        pointer: `/${index}`,
        record: { colour },
        broken: new Set(['some-rule']),
      });
    }
    expect((await inspection.finish()).violations.map(({ actual }) => actual)).toEqual([30, 60, 10]);
  });

  it('says nothing of a data set without such records', async () => {
    expect(await said(exact, [])).toEqual({ violations: [], tests: [], rules: [], figures: {} });
  });

  it('keeps shares in the figures', async () => {
    const { figures } = await said(exact, balls({ red: 5, green: 3, blue: 2 }));
    expect(figures['balls ball_colour']).toMatchObject({
      records: 10,
      labels: [
        { label: 'red', count: 5, share: 0.5, wanted: 0.5, least: 5, most: 5 },
        { label: 'green' },
        { label: 'blue' },
      ],
    });
  });

  it('is exact in sums beyond doubles', async () => {
    const fine = exactShares({ collection: 'balls', margin: 'm', shares: { a: 0.333333333, b: 0.666666667 }, of });
    expect((await said(fine, balls({ a: 1, b: 2 }))).violations).toEqual([]);
    expect((await said(fine, balls({ a: 2, b: 1 }))).violations).toHaveLength(2);
  });
});

describe('recordCount', () => {
  const part = recordCount('balls', { colour: shares });

  it('asks for the promised number', async () => {
    const promised = (collection: string): number => (collection === 'balls' ? 7 : 99);
    expect((await said(part, balls({ red: 7 }), { promised })).violations).toEqual([]);
    const { violations } = await said(part, balls({ red: 10 }), { promised });
    expect(violations).toMatchObject([
      { rule: 'record-count', actual: 10, expected: 7, message: '10 balls, where 7 were promised' },
    ]);
  });

  it('asks for nothing where any number will do', async () => {
    expect((await said(part, balls({ red: 7 }), { promised: () => 'any' })).violations).toEqual([]);
  });

  it.each([10, 20, 30, 500])(
    'passes %i where nobody promised a number, which is a multiple of the block',
    async (size) => {
      expect((await said(part, balls({ red: size }))).violations).toEqual([]);
    },
  );

  it.each([
    [3, 10],
    [9, 10],
    [11, [10, 20]],
    [505, [500, 510]],
  ] as const)('fails %i, and names what is near', async (size, near) => {
    const { violations, figures } = await said(part, balls({ red: size }));
    expect(violations).toMatchObject([{ rule: 'record-count', actual: size, file: 'balls.json', record: null }]);
    expect(violations.map(({ expected }) => JSON.stringify(expected))).toEqual([JSON.stringify(near)]);
    expect(figures).toEqual({ 'balls records': size });
  });

  it('says nothing of a collection that is not there, promised or not', async () => {
    expect((await said(part, [])).figures).toEqual({});
  });
});

describe('modelledShares', () => {
  const part = modelledShares({
    collection: 'balls',
    rule: 'colour-by-bag',
    title: 'colour by bag',
    group: ({ colour }: { colour: string }) => (colour === 'none' ? undefined : 'bag'),
    label: ({ colour }: { colour: string }) => colour,
    expected: (group) => (group === 'bag' ? shares : undefined),
  });

  it('tests each group that is declared', async () => {
    const { tests } = await said(part, balls({ red: 50, green: 30, blue: 20, none: 4 }));
    expect(tests).toMatchObject([
      {
        rule: 'colour-by-bag',
        title: 'colour by bag: bag',
        trials: 100,
        deviation: 0,
        actual: { red: 50 },
        expected: { red: 50 },
      },
    ]);
    expect(tests[0]!.p).toBeCloseTo(1, 9);
    expect(tests[0]!.detectable(0.01)).toEqual({ would_have_seen_cohens_w: expect.closeTo(0.37, 1) as number });
  });

  it('finds a deviation unlikely that is one', async () => {
    const [test] = (await said(part, balls({ red: 20, green: 30, blue: 50 }))).tests;
    expect(test).toMatchObject({ deviation: 0.3 });
    expect(test!.p).toBeLessThan(1e-9);
  });

  it('finds a label impossible that is not declared', async () => {
    const [test] = (await said(part, balls({ red: 50, green: 30, blue: 20, black: 1 }))).tests;
    expect(test!.p).toBe(0);
  });
});

describe('validationOf', () => {
  it('puts the answers of its parts together, each rule once', async () => {
    const validation = validationOf('all', 'All', [
      exact,
      recordCount('balls', { colour: shares }),
      rulesOf('a', 'b'),
      rulesOf('b'),
    ]);
    const inspection = validation.inspect(contextOf());
    inspection.see({
      collection: 'balls',
      file: 'f',
      index: 0,
      pointer: '/0',
      record: { colour: 'red' },
      broken: new Set(),
    });
    const outcome = await inspection.finish();
    expect(outcome.rules).toEqual(['a', 'b']);
    expect(outcome.violations.map(({ rule }) => rule)).toEqual(['record-count']);
    expect(Object.keys(outcome.figures)).toEqual(['balls ball_colour', 'balls records']);
  });

  it('counts every data set anew', async () => {
    const first = await said(exact, balls({ red: 9 }));
    const second = await said(exact, balls({ red: 5, green: 3, blue: 2 }));
    expect([first.violations.length > 0, second.violations.length]).toEqual([true, 0]);
  });
});
