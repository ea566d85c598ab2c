import { isRecord } from '../../arbitrary/index.js';
import { shown } from '../../errors/index.js';
import type { JourneyDescription } from '../JourneyDescription.js';
import type { Mistake, Remedy } from './Mistake.js';
import { literalOf } from './wording.js';
import { pathText } from './Path.js';

/** Names that steps cannot have. */
export function* stepNames({ steps }: JourneyDescription): Generator<Mistake> {
  const names = Object.keys(steps);
  for (const name of names) {
    const why = whyNot(name);
    if (why === undefined) continue;
    const free = freeName(name, names);
    const remedies = (): Remedy[] => [renameStep(name, free)];
    yield { code: 'journey-step', path: ['steps', name], said: `${shown(name)} cannot name a step`, why, remedies };
  }
}

function whyNot(name: string): string | undefined {
  if (name === '') return 'errors, rules and diagrams call the step by its name';
  if (name === 'previous') return 'a gap from previous counts from the step before';
  if (name === 'cause') return 'a gap from cause counts from what set the journey off';
  // The keys that JavaScript calls array indices.
  if (/^(?:0|[1-9]\d{0,9})$/.test(name) && Number(name) < 4294967295) {
    return 'JavaScript sorts whole numbers to the front of an object, and the order of the steps says which are simpler';
  }
  return undefined;
}

function freeName(name: string, names: readonly string[]): string {
  let free = name === '' || /^\d/.test(name) ? `step${name === '' ? '' : `_${name}`}` : `${name}_step`;
  while (names.includes(free)) free += '_';
  return free;
}

/** Another name for a step wherever the description names it; but a gap from `previous` means what it says. */
function renameStep(name: string, to: string): Remedy {
  const named = (text: unknown): unknown => (text === name ? to : text);
  const keys = (given: unknown): unknown =>
    isRecord(given) ? Object.fromEntries(Object.entries(given).map(([key, each]) => [named(key), each])) : named(given);
  const next = (given: unknown): unknown =>
    Array.isArray(given)
      ? given.map((edge: unknown) => (isRecord(edge) ? { ...edge, to: named(edge['to']) } : edge))
      : keys(given);
  const step = (given: unknown): unknown =>
    isRecord(given) && given['next'] !== undefined ? { ...given, next: next(given['next']) } : given;
  const each = (given: unknown, change: (member: unknown) => unknown): unknown =>
    isRecord(given) ? Object.fromEntries(Object.entries(given).map(([key, member]) => [key, change(member)])) : given;
  return {
    say: `rename ${pathText(['steps', name])} to ${literalOf(to)}, wherever the step is named`,
    apply: (given) =>
      isRecord(given)
        ? {
            ...given,
            start: keys(given['start']),
            steps: keys(each(given['steps'], step)),
            completion: each(given['completion'], keys),
          }
        : given,
  };
}
