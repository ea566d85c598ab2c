import { CohortCheckError, shown } from '../errors/index.js';
import type { Source } from '../source/index.js';
import { Completions } from './Completions.js';
import type { Part, ScoredOption } from './Completions.js';
import { allows, isOneOf } from './Constraint.js';
import type { Constraint } from './Constraint.js';
import { KeyedArbitrary } from './KeyedArbitrary.js';
import { badOption } from './optionCheck.js';
import { isRecord } from './sameJson.js';

export interface TotalBounds {
  /** Fewest points of all parts together, inclusive; default 0. */
  readonly min?: number;
  /** Most points, inclusive; default no bound. */
  readonly max?: number;
}

/** Which option of a part is taken, given the points of the parts before it. */
type Pick = (part: Part, index: number, soFar: number) => number;

/** How likely the options of a part are, in a total that is within bounds. */
interface Odds {
  readonly chances: readonly number[];
  readonly all: number;
  /** The last option that is possible. */
  readonly last: number;
}

/** See `scored`. */
export class ScoredArbitrary<T extends Record<string, string | number | boolean>> extends KeyedArbitrary<T> {
  private readonly parts: readonly Part[];
  private readonly completions: Completions;
  private readonly bounds: Required<TotalBounds>;
  private readonly template: Readonly<Record<string, unknown>>;
  /** By part and by the points of the parts before it: made when first needed, since few of the totals come up. */
  private readonly odds: Odds[][] = [];

  /** @internal */
  constructor(parts: readonly Part[], completions: Completions, bounds: Required<TotalBounds>) {
    super();
    this.parts = parts;
    this.completions = completions;
    this.bounds = bounds;
    this.template = Object.fromEntries(parts.map(({ name }) => [name, undefined]));
  }

  /**
   * The same parts with other bounds on their total. Cheap: the tables are shared.
   *
   * @throws CohortCheckError `total-out-of-reach` where no combination has such a total, `bad-option` on a bound that is
   *   no number.
   */
  within(bounds: TotalBounds): ScoredArbitrary<T> {
    const { min = 0, max = Infinity } = bounds;
    for (const [name, bound] of [
      ['min', min],
      ['max', max],
    ] as const) {
      if (typeof bound !== 'number' || Number.isNaN(bound)) {
        throw badOption(
          `scored(…).within(…): ${name} is ${shown(bound)}`,
          'it bounds a number of points',
          `${name}: 0`,
        );
      }
    }
    if (this.completions.likely(0, Math.ceil(min), Math.floor(max)) > 0) {
      return new ScoredArbitrary<T>(this.parts, this.completions, {
        min: Math.ceil(min),
        max: Math.floor(max),
      });
    }
    const most = this.completions.most(0);
    throw new CohortCheckError({
      code: 'total-out-of-reach',
      what: `scored(…).within(${shown(bounds)}): no combination has such a total`,
      why: `the parts together bring ${this.fewest()} to ${most} points, not every total between`,
      try: `bounds that hold a possible total, such as { max: ${most} }`,
    });
  }

  private fewest(): number {
    return this.parts.reduce((sum, { options }) => sum + Math.min(...options.map(({ points }) => points)), 0);
  }

  /** The points of a value of these parts. */
  total(value: Readonly<Record<string, unknown>>): number {
    return this.parts.reduce((sum, part) => sum + (part.options[optionOf(part, value[part.name])]?.points ?? 0), 0);
  }

  override draw(source: Source, bias?: number): T {
    if (bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0)
      return this.edge(source.below(2) === 0);
    const chosen: Record<string, unknown> = { ...this.template };
    let soFar = 0;
    // The loop of `walk`, written out: a call for every part of every record costs more than what it does.
    for (let index = 0; index < this.parts.length; index++) {
      const part = this.parts[index] as Part;
      const { chances, all, last } = this.odds[index]?.[soFar] ?? this.rememberOdds(part, index, soFar);
      let point = source.childOf(part.key).unit() * all;
      let at = 0;
      for (; at < last; at++) {
        point -= chances[at] as number;
        if (point < 0) break;
      }
      const option = part.options[at] as ScoredOption<unknown>;
      chosen[part.name] = option.value;
      soFar += option.points;
    }
    return chosen as T;
  }

  private rememberOdds(part: Part, index: number, soFar: number): Odds {
    const chances = part.options.map((option) => this.chance(option, index, soFar));
    const made = {
      chances,
      all: chances.reduce((sum, chance) => sum + chance, 0),
      last: chances.findLastIndex((chance) => chance > 0),
    };
    (this.odds[index] ??= [])[soFar] = made;
    return made;
  }

  /** The first or the last possible option of every part. */
  private edge(isFirst: boolean): T {
    return this.walk((part, index, soFar) => {
      const isPossible = (option: ScoredOption<unknown>): boolean => this.chance(option, index, soFar) > 0;
      return isFirst ? part.options.findIndex(isPossible) : part.options.findLastIndex(isPossible);
    });
  }

  override accepts(value: unknown): value is T {
    if (!isRecord(value) || Object.keys(value).length !== this.parts.length) return false;
    if (this.parts.some((part) => optionOf(part, value[part.name]) < 0)) return false;
    const total = this.total(value);
    return total >= this.bounds.min && total <= this.bounds.max;
  }

  /**
   * Each part with a simpler option: the parts after it kept as far as the total allows, and then raised to make up for the
   * points that it lost, since a failure often hangs on the total.
   */
  override *smaller(value: T): Iterable<T> {
    const total = this.total(value);
    let soFar = 0;
    for (const [at, part] of this.parts.entries()) {
      const current = optionOf(part, value[part.name]);
      for (let option = 0; option < current; option++) {
        const chosen = part.options[option] as ScoredOption<unknown>;
        if (!(this.chance(chosen, at, soFar) > 0)) continue;
        const kept = this.nearest(value, at, option, this.bounds);
        yield kept;
        const wanted = this.reachable(total, at + 1, soFar + chosen.points);
        if (wanted !== this.total(kept)) yield this.nearest(value, at, option, { min: wanted, max: wanted });
      }
      soFar += part.options[current]?.points ?? 0;
    }
  }

  /** The legal total nearest to `total`, rather above than below it, that the parts from `index` on can complete. */
  private reachable(total: number, index: number, soFar: number): number {
    const most = Math.min(this.bounds.max, soFar + this.completions.most(index));
    const can = (one: number): boolean => this.completions.likely(index, one - soFar, one - soFar) > 0;
    for (let one = total; one <= most; one++) if (can(one)) return one;
    for (let one = total - 1; one >= this.bounds.min; one--) if (can(one)) return one;
    return total;
  }

  override mend(value: unknown): T {
    return this.accepts(value) ? value : this.nearest(isRecord(value) ? value : {}, -1, 0, this.bounds);
  }

  override compare(a: T, b: T): number {
    for (const part of this.parts) {
      const order = optionOf(part, a[part.name]) - optionOf(part, b[part.name]);
      if (order !== 0) return order;
    }
    return 0;
  }

  override narrow(constraint: Constraint): KeyedArbitrary<T> | undefined {
    if (isOneOf(constraint) || !isRecord(constraint)) return super.narrow(constraint);
    this.requireParts(constraint);
    const parts = this.parts.map((part) => ({
      ...part,
      options: part.options.filter(({ value }) => allows(constraint[part.name] ?? {}, value)),
    }));
    if (parts.some((part) => part.options.length === 0)) return undefined;
    const completions = new Completions(parts);
    return completions.likely(0, this.bounds.min, this.bounds.max) > 0
      ? new ScoredArbitrary<T>(parts, completions, this.bounds)
      : undefined;
  }

  private requireParts(constraint: Readonly<Record<string, unknown>>): void {
    const stray = Object.keys(constraint).find((name) => !Object.hasOwn(this.template, name));
    if (stray === undefined) return;
    throw new CohortCheckError({
      code: 'unknown-field',
      what: `${stray} is no part of this score`,
      where: `constraints ${shown(constraint)}`,
      try: `one of ${Object.keys(this.template).join(', ')}`,
    });
  }

  override describe(): string {
    const { min, max } = this.bounds;
    return `${this.parts.map(({ name }) => name).join(', ')} with ${min} to ${max === Infinity ? 'any number of' : max} points`;
  }

  /** The given options kept as far as the total allows, elsewhere the nearest possible ones; part `at` takes `option`. */
  private nearest(
    given: Readonly<Record<string, unknown>>,
    at: number,
    option: number,
    bounds: Required<TotalBounds>,
  ): T {
    return this.walk((part, index, soFar) => {
      if (index === at) return option;
      // The parts before `at` stay: the bounds are those of what comes after it.
      const limits = index < at ? this.bounds : bounds;
      const wanted = Math.max(0, optionOf(part, given[part.name]));
      let best = -1;
      for (const [one, { points }] of part.options.entries()) {
        const reached = soFar + points;
        if (!(this.completions.likely(index + 1, limits.min - reached, limits.max - reached) > 0)) continue;
        if (best < 0 || Math.abs(one - wanted) < Math.abs(best - wanted)) best = one;
      }
      return Math.max(0, best);
    });
  }

  private walk(pick: Pick): T {
    const chosen: Record<string, unknown> = { ...this.template };
    let soFar = 0;
    for (let index = 0; index < this.parts.length; index++) {
      const part = this.parts[index] as Part;
      const option = part.options[pick(part, index, soFar)] as ScoredOption<unknown>;
      chosen[part.name] = option.value;
      soFar += option.points;
    }
    return chosen as T;
  }

  /** An option's weight times the chance that the later parts complete a legal total; 0 only where they cannot. */
  private chance(option: ScoredOption<unknown>, index: number, soFar: number): number {
    const reached = soFar + option.points;
    const completed = this.completions.likely(index + 1, this.bounds.min - reached, this.bounds.max - reached);
    return completed > 0 ? Math.max(option.weight * completed, Number.MIN_VALUE) : 0;
  }
}

function optionOf(part: Part, value: unknown): number {
  return part.options.findIndex((option) => option.value === value);
}
