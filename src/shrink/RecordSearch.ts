import { sameJson, wholeSearch } from '../arbitrary/index.js';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import { Source } from '../source/index.js';
import { inOrderOf } from './inOrderOf.js';
import type { KeptShape } from './KeptShape.js';
import { ABSENT, movedPatch, patchBetween, patched, patchOf, putsOf } from './Patch.js';
import type { Patch, Put } from './Patch.js';
import { kindOf, kinds, pointerOf } from './needs.js';
import { simplerJson } from './simplerJson.js';
import type { Simpler } from './simplerJson.js';
import { isHolder, simplestHolder } from './simplestMembers.js';
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
  private readonly shape: KeptShape;
  private readonly fails: (value: unknown) => Promise<boolean>;
  private readonly goals = new Map<string, unknown>();
  private place: unknown = undefined;
  private isStripped = false;
  /** Whose order of keys every candidate has; the order of the arbitrary where there is none. */
  private pattern: unknown = undefined;

  constructor(
    value: unknown,
    arbitrary: KeyedArbitrary<T>,
    shape: KeptShape,
    fails: (value: unknown) => Promise<boolean>,
  ) {
    const twin = arbitrary.accepts(value) ? value : legalTwin(arbitrary, value);
    this.arbitrary = arbitrary;
    this.shape = shape;
    this.fails = fails;
    this.now = { twin, patch: patchBetween(twin, value), value };
  }

  /** Whether anything became simpler. */
  async run(): Promise<boolean> {
    const { value } = this.now;
    await this.simplify();
    if (this.pattern === undefined) {
      // Every candidate had its keys in the order of the model, and the failure may hang on that of the given value. Where
      // the two are the same, nothing is asked again.
      this.pattern = this.now.value;
      this.take(this.now.twin, this.now.patch);
      await this.simplify();
    }
    return textOf(this.now.value) !== textOf(value);
  }

  private async simplify(): Promise<void> {
    if (!this.isStripped) await this.dropNeedless();
    this.isStripped = true;
    // What is legal beneath hangs on nothing that was put: only a simpler patch opens a new way down.
    do await this.simplifyTwin();
    while (await this.simplifyPuts());
  }

  /** Takes a legal form without asking: the caller knows that it fails. */
  take(twin: T, patch: Patch | undefined): void {
    this.now = this.dressed(twin, patch);
    this.place = undefined;
  }

  /** A legal form with what is put onto it. */
  dressed(twin: T, patch: Patch | undefined): Dressed<T> {
    const value = patched(twin, patch);
    return { twin, patch, value: this.pattern === undefined ? value : inOrderOf(this.pattern, value) };
  }

  private async dropNeedless(): Promise<void> {
    const { twin, patch } = this.now;
    const puts = [...putsOf(patch, twin)].sort((a, b) => kinds.indexOf(kindOf(a)) - kinds.indexOf(kindOf(b)));
    await withoutNeedless(puts, (fewer) => this.isTaken(twin, patchOf(fewer)));
  }

  private async simplifyTwin(): Promise<void> {
    for (let isFound = true; isFound;) {
      isFound = false;
      const { twin, patch } = this.now;
      for (const { value, place } of wholeSearch(this.arbitrary, twin, this.place)) {
        if (!(await this.isTaken(value, movedPatch(patch, twin, value)))) continue;
        this.place = place;
        isFound = true;
        break;
      }
    }
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
    for (const simpler of simplerJson(put.value, this.goalOf(put), passed)) {
      if (sameJson(simpler.value, put.value)) continue;
      const { twin, value } = this.now;
      const patch = patchOf(puts.with(index, { ...put, value: simpler.value }));
      if (!(await this.shape.keeps(value, this.dressed(twin, patch).value))) continue;
      if (await this.isTaken(twin, patch)) return simpler;
    }
    return undefined;
  }

  /** What a put comes nearer to: what the twin has there, or where that is empty what another record has. */
  private goalOf({ path, value, twin }: Put): unknown {
    if (twin === ABSENT || !isHolder(value) || isHolder(twin)) return twin;
    const pointer = pointerOf(path);
    if (!this.goals.has(pointer)) this.goals.set(pointer, simplestHolder(this.arbitrary, this.now.twin, path));
    const goal = this.goals.get(pointer);
    return goal === ABSENT || Array.isArray(goal) !== Array.isArray(value) ? twin : goal;
  }

  private puts(): Put[] {
    return putsOf(this.now.patch, this.now.twin);
  }

  /** Takes another form where it fails as well; one that looks as the present one does needs no asking. */
  private async isTaken(twin: T, patch: Patch | undefined): Promise<boolean> {
    const dressed = this.dressed(twin, patch);
    if (textOf(dressed.value) !== textOf(this.now.value) && !(await this.fails(dressed.value))) return false;
    this.now = dressed;
    return true;
  }
}

function textOf(value: unknown): string {
  return JSON.stringify(value);
}

function legalTwin<T>(arbitrary: KeyedArbitrary<T>, value: unknown): T {
  try {
    return arbitrary.mend(value);
  } catch {
    // Nothing of the value could be kept: any legal record does, since the patch holds the rest.
    return arbitrary.draw(Source.of(0));
  }
}
