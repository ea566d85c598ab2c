import { choice, weighted } from '../arbitrary/index.js';
import type { ChoiceArbitrary } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import { SteeredFaker } from './SteeredFaker.js';
import type { FakerLocale } from './SteeredFaker.js';
import { tableAt } from './tables.js';

export interface TextOptions {
  /** A faker instance, or locale definitions as faker takes them; default faker's English. */
  readonly locale?: FakerLocale;
  /** Which entries of the table to take; default all. */
  readonly only?: (entry: string) => boolean;
}

/**
 * One entry of a table in faker's locale definitions, such as `person.first_name.female` or `location.city_name`.
 *
 * It knows its words, so it recognises and shrinks a name that comes from a file, and it costs one draw. Entries keep the
 * weights that the table gives them; one that stands twice counts once (weights add up). Where the text is put together
 * from several tables or has a pattern (phone numbers, e-mail addresses), take `fromFaker`.
 *
 * Shrinks toward: the first entry of the table.
 * Keyed by: the source and the table.
 *
 * @param path - where the table stands in `faker.rawDefinitions`; a table that is split by gender answers to the shorter
 *   path too, with its generic list or else all of it.
 * @throws CohortCheckError `unknown-table` where the locale has no table of texts there, with the nearest ones;
 *   `bad-option` where `only` leaves nothing.
 * @example
 * sample(text('person.first_name.female'), { seed: 1, count: 3 }) // ['Glenna', 'Judith', 'Winona']
 */
export function text(path: string, options: TextOptions = {}): ChoiceArbitrary<string> {
  const { locale, only } = options;
  const steered = SteeredFaker.of(locale);
  if (only !== undefined) return lift(steered, path, only);
  const known = lifted.get(steered)?.get(path);
  if (known !== undefined) return known;
  const fresh = lift(steered, path, () => true);
  lifted.set(steered, (lifted.get(steered) ?? new Map<string, ChoiceArbitrary<string>>()).set(path, fresh));
  return fresh;
}

const lifted = new WeakMap<SteeredFaker, Map<string, ChoiceArbitrary<string>>>();

function lift({ definitions }: SteeredFaker, path: string, only: (entry: string) => boolean): ChoiceArbitrary<string> {
  const entries = tableAt(definitions, path);
  const plain = entries.every(({ weight }) => weight === 1);
  const weights = new Map<string, number>();
  for (const { value, weight } of entries) {
    if (only(value)) weights.set(value, plain ? 1 : weight + (weights.get(value) ?? 0));
  }
  if (weights.size === 0) {
    throw new CohortCheckError({
      code: 'bad-option',
      what: `text(${shown(path)}, { only }): no entry is left`,
      why: `\`only\` refuses all ${entries.length} entries, such as ${shown(entries[0]?.value)}`,
      try: 'widen `only`, or leave it out',
    });
  }
  if (plain) return choice([...weights.keys()]);
  return weighted([...weights].map(([value, weight]) => ({ value, weight })));
}
