import { sameJson, sharedSteps } from '../arbitrary/index.js';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import type { KeptShape } from './KeptShape.js';
import { movedPatch } from './Patch.js';
import { RecordSearch } from './RecordSearch.js';
import { withoutNeedless } from './withoutNeedless.js';

type FailTogether = (values: readonly unknown[]) => Promise<boolean>;

/** The search for the smallest form of several records that fail together. */
export class DataSearch<T> {
  private searches: readonly RecordSearch<T>[];
  private readonly arbitrary: KeyedArbitrary<T>;
  private readonly fails: FailTogether;

  constructor(records: readonly unknown[], arbitrary: KeyedArbitrary<T>, shape: KeptShape, fails: FailTogether) {
    this.arbitrary = arbitrary;
    this.fails = fails;
    this.searches = records.map((record) => {
      const search: RecordSearch<T> = new RecordSearch(record, arbitrary, shape, (candidate) =>
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

  /** Makes one member simpler in all records at once that have the same there. */
  private async simplifyShared(): Promise<boolean> {
    const twins = this.searches.map((search) => search.now.twin);
    for (const step of sharedSteps(twins, this.arbitrary)) {
      const dressed = this.searches.map((search, index) => {
        const { now } = search;
        const twin = step.get(index);
        return twin === undefined ? now : search.dressed(twin, movedPatch(now.patch, now.twin, twin));
      });
      if (dressed.every(({ value }, index) => sameJson(value, this.searches[index]?.now.value))) continue;
      if (!(await this.fails(dressed.map(({ value }) => value)))) continue;
      for (const [index, { twin, patch }] of dressed.entries())
        if (step.has(index)) this.searches[index]?.take(twin, patch);
      return true;
    }
    return false;
  }
}
