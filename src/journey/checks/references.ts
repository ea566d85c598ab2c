import { shown } from '../../errors/index.js';
import type { JourneyDescription } from '../JourneyDescription.js';
import { undeclared } from './examples.js';
import { leaveOut, put, rename } from './Mistake.js';
import type { JourneyCode, Mistake, Remedy } from './Mistake.js';
import type { Path } from './Path.js';
import { cut, listed, nearestFirst } from './wording.js';

/** What has a name in a description; an origin is what a gap counts from. */
export type Named = 'step' | 'origin' | 'persona' | 'impact' | 'emotion';

const CODES = {
  step: 'journey-step',
  origin: 'journey-step',
  persona: 'journey-persona',
  impact: 'journey-persona',
  emotion: 'journey-emotion',
} as const satisfies Record<Named, JourneyCode>;

/** The lists that declare names. */
const LISTS = { persona: 'personas', impact: 'impacts', emotion: 'emotions' } as const;

/** How many of the known names are tried in place of an unknown one. */
const MOST_TRIED = 6;

/** A list that declares names: each is one, none stands twice. */
export function* declaredNames(kind: keyof typeof LISTS, whole: JourneyDescription): Generator<Mistake> {
  const code = CODES[kind];
  const list = LISTS[kind];
  const names = whole[list] ?? [];
  for (const [index, name] of names.entries()) {
    const at = [list, index];
    const instead = undeclared(whole, list).slice(0, MOST_TRIED);
    const remedies = (): Remedy[] => [...instead.map((each) => put(at, each)), leaveOut(at), put(at, kind)];
    if (name === '') yield { code, path: at, said: "'' is no name", why: `errors call the ${kind} by it`, remedies };
    const first = names.indexOf(name);
    if (first === index) continue;
    const said = `${shown(name)} stands here a second time`;
    yield {
      code,
      path: at,
      said,
      why: `it is ${list}[${first}] already`,
      remedies: () => [leaveOut(at), ...remedies()],
    };
  }
}

/** A name that must be one of those that there are. */
export function* reference(kind: Named, path: Path, name: string, whole: JourneyDescription): Generator<Mistake> {
  const known = namesOf(kind, whole);
  if (known.includes(name)) return;
  const remedies = (): Remedy[] => [
    ...nearestFirst(name, known)
      .slice(0, MOST_TRIED)
      .map((each) => put(path, each)),
    ...declaring(kind, name, whole),
    leaveOut(path),
  ];
  yield unknown(kind, path, name, known, remedies);
}

/** The keys of an object, which must be among those that there are. */
export function* references(kind: Named, path: Path, given: object, whole: JourneyDescription): Generator<Mistake> {
  const known = namesOf(kind, whole);
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const at = [...path, key];
    const free = nearestFirst(key, known).filter((name) => !Object.hasOwn(given, name));
    const remedies = (): Remedy[] => [
      ...free.slice(0, MOST_TRIED).map((name) => rename(at, name)),
      ...declaring(kind, key, whole),
      leaveOut(at),
    ];
    yield unknown(kind, at, key, known, remedies);
  }
}

/** Whom a row is for: one name or several. */
export function* rowReferences(
  kind: 'persona' | 'impact',
  path: Path,
  given: string | readonly string[] | undefined,
  whole: JourneyDescription,
): Generator<Mistake> {
  if (given === undefined) return;
  if (typeof given === 'string') return yield* reference(kind, path, given, whole);
  if (given.length === 0) {
    const remedies = (): Remedy[] => [leaveOut(path), leaveOut(path.slice(0, -1))];
    yield { code: CODES[kind], path, said: 'an empty list', why: `the row is for no ${kind}`, remedies };
  }
  for (const [index, name] of given.entries()) yield* reference(kind, [...path, index], name, whole);
}

function namesOf(kind: Named, whole: JourneyDescription): readonly string[] {
  if (kind === 'step') return Object.keys(whole.steps);
  if (kind === 'origin') return ['previous', 'cause', ...Object.keys(whole.steps)];
  return whole[LISTS[kind]] ?? [];
}

/** Adds names to the list of them: right where they are used all over. */
function declaring(kind: Named, name: string, whole: JourneyDescription): Remedy[] {
  if (kind === 'step' || kind === 'origin' || name === '') return [];
  const list = LISTS[kind];
  const known = whole[list];
  const all = put([list], [...(known ?? []), ...undeclared(whole, list)]);
  return known === undefined ? [put([list], [name]), all] : [put([list, known.length], name), all];
}

function unknown(
  kind: Named,
  path: Path,
  name: string,
  known: readonly string[],
  remedies: () => readonly Remedy[],
): Mistake {
  const thing = kind === 'origin' ? 'step' : kind;
  const all = cut(listed(known), 400);
  const there = kind === 'origin' ? `a gap counts from one of ${all}` : `the ${kind}s are ${all}`;
  const why = known.length === 0 ? `the graph has no ${kind}s` : there;
  return { code: CODES[kind], path, said: `${shown(name)} is no ${thing} of the graph`, why, remedies };
}
