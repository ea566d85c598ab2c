import { facets } from './facets.js';
import type { Facet, FacetName } from './facets.js';
import type { Circumstance } from './circumstances.js';
import { allOf, meets } from './Situation.js';
import type { Needs, Situation } from './Situation.js';

/** What is wrong with a sentence where it is said of these facts. */
export interface Untruth {
  readonly message: string;
  readonly expected: string;
}

type FacetsIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | FacetsIn<Rest> : never;

/** A sentence with facets in braces, and what must be so for it to be said. */
export function say<const S extends string>(
  pattern: FacetsIn<S> extends FacetName ? S : never,
  ...when: readonly Circumstance[]
): Sentence {
  return new Sentence(pattern, when);
}

/**
 * One sentence of a narrative: a pure function of the facts, and recognisable without them.
 *
 * It is a sentence to the reader as well: it opens with a capital and ends with its only full stop.
 */
export class Sentence {
  readonly pattern: string;
  readonly when: readonly Circumstance[];
  private readonly needs: Needs;
  private readonly head: string;
  private readonly facets: readonly Facet[];
  /** `tails[i]` follows the words of `facets[i]`. */
  private readonly tails: readonly string[];
  private shape: RegExp | undefined;

  /** @internal `say` checks the names of the facets. */
  constructor(pattern: string, when: readonly Circumstance[]) {
    const [head = '', ...rest] = pattern.split('{');
    const pieces = rest.map((piece) => piece.split('}'));
    this.pattern = pattern;
    this.when = when;
    this.needs = allOf(when);
    this.head = head;
    this.facets = pieces.map(([name]) => facets[name as FacetName]);
    this.tails = pieces.map(([, tail = '']) => tail);
  }

  /** The sentence as this customer says it; undefined where it would not be true. */
  said(situation: Situation): string | undefined {
    return meets(situation, this.needs) ? this.worded(situation) : undefined;
  }

  /** Whether it may be said, without the cost of saying it. */
  isTrueOf(situation: Situation): boolean {
    return meets(situation, this.needs) && this.facets.every((facet) => facet.of(situation.facts) !== undefined);
  }

  /** The words as they would be, true or not; undefined where the facts do not give them all. */
  worded({ facts }: Situation): string | undefined {
    const { facets, tails } = this;
    let text = this.head;
    for (let index = 0; index < facets.length; index++) {
      const words = (facets[index] as Facet).of(facts);
      if (words === undefined) return undefined;
      text += words + (tails[index] as string);
    }
    return text;
  }

  /** What is untrue in a text that is this sentence; undefined where it is another one. */
  untruths(text: string, situation: Situation): Untruth[] | undefined {
    this.shape ??= new RegExp(
      `^${literal(this.head)}${this.facets.map(({ shape }, at) => `(${shape})${literal(this.tails[at] ?? '')}`).join('')}$`,
    );
    const match = this.shape.exec(text);
    if (match === null) return undefined;
    const wrongWords = this.facets.flatMap((facet, at): Untruth[] => {
      const words = match[at + 1] ?? '';
      const right = facet.of(situation.facts);
      return words === right
        ? []
        : [
            {
              message: `gives ${facet.tells} as "${words}", the record as ${right === undefined ? 'none' : `"${right}"`}`,
              expected: right ?? `no mention of ${facet.tells}`,
            },
          ];
    });
    const unmet = this.when.filter((circumstance) => !meets(situation, circumstance));
    return [
      ...wrongWords,
      ...unmet.map(({ means }) => ({ message: `is said by somebody ${means}`, expected: `only of somebody ${means}` })),
    ];
  }
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
