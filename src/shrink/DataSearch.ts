import { sameJson } from '../arbitrary/index.js';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import { movedPatch, patched } from './Patch.js';
import { pointerOf } from './needs.js';
import { RecordSearch } from './RecordSearch.js';
import { firstDifference } from './simplestMembers.js';
import { withoutNeedless } from './withoutNeedless.js';

type FailTogether = (values: readonly unknown[]) => Promise<boolean>;

/** A way to make one member of a record simpler. */
interface Step<T> {
  readonly search: RecordSearch<T>;
  readonly twin: T;
}

/** The search for the smallest form of several records that fail together. */
export class DataSearch<T> {
  private searches: readonly RecordSearch<T>[];
  private readonly arbitrary: KeyedArbitrary<T>;
  private readonly fails: FailTogether;

  constructor(records: readonly unknown[], arbitrary: KeyedArbitrary<T>, fails: FailTogether) {
    this.arbitrary = arbitrary;
    this.fails = fails;
    this.searches = records.map((record) => {
      const search: RecordSearch<T> = new RecordSearch(record, arbitrary, (candidate) =>
        fails(this.searches.map((one) => (one === search ? candidate : one.now.value))),
      );
      return search;
    });
  }

  /** The records as they are now. */
  get now(): readonly RecordSearch<T>['now'][] {
    return this.searches.map((search) => search.now);
  }

  async run(): Promise<void> {
    for (let isThrough = false; !isThrough;) {
      isThrough = true;
      for (const search of this.searches) if (await search.run()) isThrough = false;
      if (await this.drop()) isThrough = false;
      while (await this.simplifyShared()) isThrough = false;
    }
  }

  private async drop(): Promise<boolean> {
    const before = this.searches;
    this.searches = await withoutNeedless(before, (fewer) => this.fails(fewer.map((one) => one.now.value)));
    return this.searches.length < before.length;
  }

  /**
   * Makes one member simpler in all records at once that have the same there: two customers of one city, which has to stay
   * the same in both, come to the simplest city together.
   */
  private async simplifyShared(): Promise<boolean> {
    for (const together of this.sharedSteps()) {
      const values = this.searches.map((search) => {
        const step = together.find((one) => one.search === search);
        return step === undefined ? search.now.value : dressed(step).value;
      });
      if (values.every((value, index) => sameJson(value, this.searches[index]?.now.value))) continue;
      if (!(await this.fails(values))) continue;
      for (const step of together) step.search.take(step.twin, dressed(step).patch);
      return true;
    }
    return false;
  }

  /** Groups of steps that bring the same member from the same value to the same simpler one, in two records or more. */
  private *sharedSteps(): Iterable<readonly Step<T>[]> {
    const groups = new Map<string, Step<T>[]>();
    for (const search of this.searches) {
      const { twin } = search.now;
      for (const candidate of this.arbitrary.smaller(twin)) {
        const [path, becomes] = firstDifference(twin, candidate);
        if (path === undefined) continue;
        const key = JSON.stringify([pointerOf(path), valueAt(twin, path), becomes]);
        const group = groups.get(key) ?? [];
        groups.set(key, group);
        // One step a record: where dependants may stand in several ways, the first.
        if (group.at(-1)?.search !== search) group.push({ search, twin: candidate });
      }
    }
    for (const group of groups.values()) if (group.length > 1) yield group;
  }
}

function dressed<T>({ search, twin }: Step<T>): {
  readonly patch: RecordSearch<T>['now']['patch'];
  readonly value: unknown;
} {
  const patch = movedPatch(search.now.patch, search.now.twin, twin);
  return { patch, value: patched(twin, patch) };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let inner = value;
  for (const key of path) inner = (inner as Readonly<Record<string, unknown>> | undefined)?.[key];
  return inner ?? null;
}
