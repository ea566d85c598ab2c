import { setImmediate } from 'node:timers/promises';
import type { WayToBreak } from '../domain/index.js';
import { Source } from '../source/index.js';

/** A broken record with its label, as a file of negative fixtures holds it. */
export interface BrokenFixture {
  readonly value: object;
  readonly broken: string;
  readonly pointer: string;
  readonly sentence: string;
}

/** Broken records in turn. One of a rule is the same whatever the number of records, and whichever rules are broken beside. */
export async function* brokenFixtures(
  ways: readonly WayToBreak<object>[],
  { seed, count }: { readonly seed: number; readonly count: number },
  signal: AbortSignal,
  update: (records: number) => void,
): AsyncGenerator<BrokenFixture> {
  const root = Source.of(seed);
  const sources = ways.map(({ id }) => root.child(id));
  const fixture = (index: number): BrokenFixture => {
    const turn = index % ways.length;
    const { sentence, arbitrary } = ways[turn] as WayToBreak<object>;
    return { ...arbitrary.draw((sources[turn] as Source).childAt(Math.floor(index / ways.length))), sentence };
  };
  // A rule that nothing can be made to break shows in the first round: no half of a list is printed then.
  const firstRound: BrokenFixture[] = [];
  for (let index = 0; index < count; index++) {
    await setImmediate();
    signal.throwIfAborted();
    const made = fixture(index);
    update(index + 1);
    if (index < Math.min(count, ways.length)) firstRound.push(made);
    else yield made;
    if (index === Math.min(count, ways.length) - 1) yield* firstRound;
  }
}

export const fixtureFormats = ['json', 'ndjson'] as const;

/** `json`: one array, laid out for people. `ndjson`: a fixture a line. */
export type FixtureFormat = (typeof fixtureFormats)[number];

/** The pieces of a file of fixtures, one by one. */
export async function* fixtureText(
  fixtures: AsyncIterable<BrokenFixture>,
  format: FixtureFormat,
): AsyncGenerator<string> {
  let count = 0;
  for await (const fixture of fixtures) {
    if (format === 'ndjson') yield `${JSON.stringify(fixture)}\n`;
    // Without the brackets of the list, which stand around all of them.
    else yield `${count === 0 ? '[\n' : ',\n'}${JSON.stringify([fixture], null, 2).slice(2, -2)}`;
    count += 1;
  }
  if (format === 'json') yield count === 0 ? '[]\n' : '\n]\n';
}
