import { sameJson, wholeSearch } from '../arbitrary/index.js';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import { Source } from '../source/index.js';
import { movedPatch, patchBetween, patched, patchOf, putsOf } from './Patch.js';
import type { Patch, Put } from './Patch.js';
import { kindOf, kinds } from './needs.js';
import { simplerJson } from './simplerJson.js';
import type { Simpler } from './simplerJson.js';
import { withoutNeedless } from './withoutNeedless.js';

/** A legal record, and what makes the one that fails of it. */
export interface Dressed<T> {
  readonly twin: T;
  readonly patch: Patch | undefined;
  readonly value: unknown;
}

/** The search for the smallest form of one record. */
export class RecordSearch<T> {
  /** The smallest so far. */
  now: Dressed<T>;
  private readonly arbitrary: KeyedArbitrary<T>;
  private readonly fails: (value: unknown) => Promise<boolean>;
  private place: unknown = undefined;
  private isStripped = false;

  constructor(value: unknown, arbitrary: KeyedArbitrary<T>, fails: (value: unknown) => Promise<boolean>) {
    const twin = arbitrary.accepts(value) ? value : legalTwin(arbitrary, value);
    this.arbitrary = arbitrary;
    this.fails = fails;
    this.now = { twin, patch: patchBetween(twin, value), value };
  }

  /** Whether anything became simpler. */
  async run(): Promise<boolean> {
    let hasChanged = !this.isStripped && (await this.dropNeedless());
    this.isStripped = true;
    for (;;) {
      const isTwinSimpler = await this.simplifyTwin();
      const isPatchSimpler = await this.simplifyPuts();
      if (!isTwinSimpler && !isPatchSimpler) return hasChanged;
      hasChanged = true;
      // What is legal beneath hangs on nothing that was put: only a simpler patch opens a new way down.
      if (!isPatchSimpler) return true;
    }
  }

  /** Takes a legal form without asking: the caller knows that it fails. */
  take(twin: T, patch: Patch | undefined): void {
    this.now = { twin, patch, value: patched(twin, patch) };
    this.place = undefined;
  }

  private async dropNeedless(): Promise<boolean> {
    const { twin, patch } = this.now;
    const puts = [...putsOf(patch, twin)].sort((a, b) => kinds.indexOf(kindOf(a)) - kinds.indexOf(kindOf(b)));
    const kept = await withoutNeedless(puts, (fewer) => this.isTaken(twin, patchOf(fewer)));
    return kept.length < puts.length;
  }

  private async simplifyTwin(): Promise<boolean> {
    let hasChanged = false;
    for (let isFound = true; isFound;) {
      isFound = false;
      const { twin, patch } = this.now;
      for (const { value, place } of wholeSearch(this.arbitrary, twin, this.place)) {
        if (!(await this.isTaken(value, movedPatch(patch, twin, value)))) continue;
        this.place = place;
        isFound = hasChanged = true;
        break;
      }
    }
    return hasChanged;
  }

  private async simplifyPuts(): Promise<boolean> {
    let hasChanged = false;
    let passed: unknown;
    for (let index = 0; index < this.puts().length;) {
      // Without its put, the next one stands at this index.
      if (passed === undefined && (await this.isTaken(this.now.twin, patchOf(this.puts().toSpliced(index, 1))))) {
        hasChanged = true;
        continue;
      }
      const found = await this.simplerPut(index, passed);
      hasChanged ||= found !== undefined;
      passed = found?.passed;
      if (found === undefined) index++;
    }
    return hasChanged;
  }

  private async simplerPut(index: number, passed: unknown): Promise<Simpler | undefined> {
    const puts = this.puts();
    const put = puts[index] as Put;
    for (const simpler of simplerJson(put.value, put.twin, passed)) {
      if (sameJson(simpler.value, put.value)) continue;
      const changed = puts.with(index, { ...put, value: simpler.value });
      if (await this.isTaken(this.now.twin, patchOf(changed))) return simpler;
    }
    return undefined;
  }

  private puts(): Put[] {
    return putsOf(this.now.patch, this.now.twin);
  }

  /** Takes another form where it fails as well; one that looks as the present one does needs no asking. */
  private async isTaken(twin: T, patch: Patch | undefined): Promise<boolean> {
    const value = patched(twin, patch);
    if (!sameJson(value, this.now.value) && !(await this.fails(value))) return false;
    this.now = { twin, patch, value };
    return true;
  }
}

function legalTwin<T>(arbitrary: KeyedArbitrary<T>, value: unknown): T {
  try {
    return arbitrary.mend(value);
  } catch {
    // Nothing of the value could be kept: any legal record does, since the patch holds the rest.
    return arbitrary.draw(Source.of(0));
  }
}
