/*
 * Faker keeps its randomness and its clock in the instance. Here both are handed over for the length of one call, so
 * that what faker makes is a function of the source alone. One instance a locale serves every arbitrary: making an
 * instance costs more than most values, and seeding one costs 624 words of Mersenne Twister.
 */
import { faker as english } from '@faker-js/faker/locale/en';
import type { Faker, FakerOptions, LocaleDefinition } from '@faker-js/faker';
import { CohortCheckError } from '../errors/index.js';
import type { Source } from '../source/index.js';

export type { Faker };

/** Where words come from: a faker instance (its locale is used, not its randomness), or definitions as faker takes them. */
export type FakerLocale = Faker | LocaleDefinition | LocaleDefinition[];

interface Steering {
  readonly source: Source;
  readonly now: () => Date;
}

/** A faker instance whose numbers come from the source of the current call, and whose clock is fixed for that call. */
export class SteeredFaker {
  readonly definitions: Readonly<LocaleDefinition>;
  private readonly faker: Faker;
  private steering: Steering | undefined;

  /** The one of a locale; English where none is given. */
  static of(locale: FakerLocale = english): SteeredFaker {
    const known = instances.get(locale);
    if (known !== undefined) return known;
    const fresh = new SteeredFaker(locale);
    instances.set(locale, fresh);
    return fresh;
  }

  private constructor(locale: FakerLocale) {
    const given = isFaker(locale) ? locale : undefined;
    // Faker's class has no light entry of its own: the package's main entry loads every locale. An instance leads to it.
    const Class = (given ?? english).constructor as new (options: FakerOptions) => Faker;
    this.faker = new Class({
      locale: given === undefined ? (locale as LocaleDefinition | LocaleDefinition[]) : given.rawDefinitions,
      randomizer: { next: () => this.unit(), seed: refuseSeed },
    });
    this.definitions = this.faker.rawDefinitions;
  }

  /** What `make` returns when faker draws from `source` and takes `now` for today. May be called inside `make` again. */
  run<T>(make: (faker: Faker) => T, source: Source, now: () => Date): T {
    const outer = this.steering;
    this.steer({ source, now });
    try {
      return make(this.faker);
    } finally {
      this.steer(outer);
    }
  }

  /** The clock is set on every call, since `make` may have moved it. */
  private steer(steering: Steering | undefined): void {
    this.steering = steering;
    if (steering !== undefined) this.faker.setDefaultRefDate(steering.now);
  }

  /** 53 bits, as many as faker's own generator gives: its dates and wide integers need more than 32. */
  private unit(): number {
    if (this.steering === undefined) {
      throw new CohortCheckError({
        code: 'faker-outside',
        what: 'fromFaker(…): its faker was used after the call that it was given for',
        why: 'a value that is made later has no key of its own, so it could not be replayed',
        try: 'finish the value inside the function: fromFaker((f) => f.person.fullName())',
      });
    }
    const { source } = this.steering;
    return ((source.next() >>> 5) * 67108864 + (source.next() >>> 6)) / 9007199254740992;
  }
}

const instances = new WeakMap<object, SteeredFaker>();

function isFaker(locale: FakerLocale): locale is Faker {
  return 'rawDefinitions' in locale;
}

function refuseSeed(): never {
  throw new CohortCheckError({
    code: 'faker-seed',
    what: 'fromFaker(…): seed() was called on its faker',
    why: 'its randomness comes from the key of the place where the value stands; a seed would make all values alike',
    try: 'leave the call out, and give the seed to sample or cohort',
  });
}
