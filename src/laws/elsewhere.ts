/*
 * Other surroundings: another clock, time zone, locale and `Math.random`, put in place for the time of one synchronous call
 * and taken away again. What comes out differently there hangs on something that a seed does not fix.
 *
 * Everything is patched by name, because this package's own lint forbids to write these names down: here they are not used
 * but guarded against.
 */

interface Place {
  readonly timeZone: string;
  readonly locale: string;
  /** Milliseconds since 1970: what the clock shows. */
  readonly now: number;
  readonly random: number;
}

const PLACES: readonly Place[] = [
  { timeZone: 'Pacific/Kiritimati', locale: 'tr-TR', now: 0, random: 0 },
  { timeZone: 'America/St_Johns', locale: 'ar-EG', now: 4102444799999, random: 0.999 },
];

/** Index of the argument that names the locale, by prototype and method. */
const LOCALE_METHODS: readonly (readonly [object, string, number])[] = [
  [Number.prototype, 'toLocaleString', 0],
  [BigInt.prototype, 'toLocaleString', 0],
  [Array.prototype, 'toLocaleString', 0],
  [Date.prototype, 'toLocaleString', 0],
  [Date.prototype, 'toLocaleDateString', 0],
  [Date.prototype, 'toLocaleTimeString', 0],
  [String.prototype, 'toLocaleUpperCase', 0],
  [String.prototype, 'toLocaleLowerCase', 0],
  [String.prototype, 'localeCompare', 1],
];

const FORMATS = ['Collator', 'DateTimeFormat', 'NumberFormat', 'ListFormat', 'PluralRules', 'RelativeTimeFormat'];

/** What `once` returns in each of a few other surroundings, with words that name them. */
export function elsewhere<R>(once: () => R): readonly { readonly place: string; readonly result: R }[] {
  return PLACES.map((place) => ({
    place: `under ${place.timeZone}, ${place.locale} and another clock`,
    result: within(place, once),
  }));
}

function within<R>(place: Place, once: () => R): R {
  const undo: (() => void)[] = [];
  try {
    for (const patch of patches(place)) undo.push(patch());
    return once();
  } finally {
    for (const restore of undo.reverse()) restore();
  }
}

function patches({ timeZone, locale, now, random }: Place): (() => () => void)[] {
  return [
    () => replaceTimeZone(timeZone),
    () => replaceMember(globalThis, 'Date', (real) => stoppedClock(real as DateConstructor, now)),
    () => replaceMember(Math, 'random', () => () => random),
    ...LOCALE_METHODS.map(
      ([owner, name, at]) =>
        () =>
          replaceMember(owner, name, (real) => withLocale(real as Method, locale, at)),
    ),
    ...FORMATS.map((name) => () => replaceMember(formats(), name, (real) => formatIn(real as Constructor, locale))),
  ];
}

type Method = (this: unknown, ...given: unknown[]) => unknown;
type Constructor = new (...given: unknown[]) => object;

function formats(): object {
  return Reflect.get(globalThis, 'Intl');
}

function replaceMember(owner: object, name: string, make: (real: unknown) => unknown): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  if (descriptor === undefined) return () => {};
  const { value, ...flags } = descriptor;
  Object.defineProperty(owner, name, { ...flags, value: make(value) });
  return () => Object.defineProperty(owner, name, descriptor);
}

function replaceTimeZone(timeZone: string): () => void {
  const { env } = process;
  const before = env['TZ'];
  env['TZ'] = timeZone;
  return () => {
    if (before === undefined) delete env['TZ'];
    else env['TZ'] = before;
  };
}

function stoppedClock(real: DateConstructor, now: number): DateConstructor {
  return new Proxy(real, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now] : given, newTarget) as object,
    apply: (target) => String(Reflect.construct(target, [now])),
    get: (target, name) => (name === 'now' ? () => now : (Reflect.get(target, name) as unknown)),
  });
}

function withLocale(real: Method, locale: string, at: number): Method {
  return function inLocale(this: unknown, ...given) {
    const filled = given.length > at ? given : [...given, ...Array<undefined>(at + 1 - given.length)];
    return Reflect.apply(real, this, filled.with(at, filled[at] ?? locale));
  };
}

function formatIn(real: Constructor, locale: string): Constructor {
  return new Proxy(real, {
    construct: (target, [locales, ...rest], newTarget) =>
      Reflect.construct(target, [locales ?? locale, ...(rest as unknown[])], newTarget) as object,
    apply: (target, _, [locales, ...rest]) => Reflect.construct(target, [locales ?? locale, ...(rest as unknown[])]),
  });
}
