/*
 * Names: whether each is one, stands once, and names something that there is; in the order in which the description is
 * written.
 */
import { shown } from '../../errors/index.js';
import type { JourneyDescription, StepDescription, Weights } from '../JourneyDescription.js';
import { anyCompletion, smallestDescription, someEmotions, somePersonas, stepsInARow } from './examples.js';
import { leaveOut, put } from './Mistake.js';
import type { Mistake, Remedy } from './Mistake.js';
import type { Path } from './Path.js';
import { declaredNames, reference, references, rowReferences } from './references.js';
import { gapsAt, isList } from './parts.js';
import { stepNames } from './stepNames.js';

type Found = Iterable<Mistake>;

const readers = {
  name: nothing,
  asOf: nothing,
  startDays: nothing,
  personas: (whole) => declaredNames('persona', whole),
  impacts: (whole) => declaredNames('impact', whole),
  emotions: (whole) => declaredNames('emotion', whole),
  transitions: inTransitions,
  start: (whole) => inShares(['start'], whole.start, whole),
  steps: inSteps,
  completion: inCompletion,
  stopping: inStopping,
  openDays: nothing,
} satisfies Record<keyof JourneyDescription, (whole: JourneyDescription) => Found>;

const stepReaders = {
  actions: nothing,
  emotions: inEmotions,
  gap: inGaps,
  next: inNext,
  ends: nothing,
  optional: nothing,
} satisfies Record<keyof StepDescription, (step: StepDescription, path: Path, whole: JourneyDescription) => Found>;

/** Names that are none, stand twice or name nothing, in a description whose parts are of their kinds. */
export function* nameMistakes(whole: JourneyDescription): Generator<Mistake> {
  // Where there is nothing to name, every name is unknown, and that is not the mistake.
  yield* emptyLists(whole);
  for (const key of Object.keys(whole) as (keyof JourneyDescription)[]) {
    if (whole[key] !== undefined) yield* readers[key](whole);
  }
}

function* emptyLists(whole: JourneyDescription): Found {
  const lists = [
    ['personas', 'journey-persona', whole.personas.length, somePersonas],
    ['emotions', 'journey-emotion', whole.emotions.length, someEmotions],
    ['steps', 'journey-step', Object.keys(whole.steps).length, stepsInARow],
  ] as const;
  for (const [key, code, count, example] of lists) {
    const remedies = (): Remedy[] => [put([key], example(whole)), put([], smallestDescription)];
    if (count === 0) yield { code, path: [key], said: 'there are none', why: `a journey has ${key}`, remedies };
  }
}

function nothing(): Found {
  return [];
}

function* inTransitions(whole: JourneyDescription): Found {
  for (const [index, { persona, table }] of whole.transitions.entries()) {
    const path = ['transitions', index];
    yield* rowReferences('persona', [...path, 'persona'], persona, whole);
    yield* references('emotion', [...path, 'table'], table, whole);
    for (const [from, weights] of Object.entries(table)) {
      yield* references('emotion', [...path, 'table', from], weights, whole);
    }
  }
}

function* inSteps(whole: JourneyDescription): Found {
  yield* stepNames(whole);
  for (const [name, step] of Object.entries(whole.steps)) {
    for (const key of Object.keys(step) as (keyof StepDescription)[]) {
      if (step[key] !== undefined) yield* stepReaders[key](step, ['steps', name, key], whole);
    }
  }
}

function* inEmotions({ emotions: rows }: StepDescription, path: Path, whole: JourneyDescription): Found {
  for (const [index, { persona, impact, weights }] of rows.entries()) {
    yield* rowReferences('persona', [...path, index, 'persona'], persona, whole);
    yield* rowReferences('impact', [...path, index, 'impact'], impact, whole);
    yield* references('emotion', [...path, index, 'weights'], weights, whole);
  }
}

function* inGaps({ gap }: StepDescription, path: Path, whole: JourneyDescription): Found {
  for (const [each, at] of gapsAt(gap, path)) {
    if (each.from !== undefined) yield* reference('origin', [...at, 'from'], each.from, whole);
  }
}

function* inNext({ next }: StepDescription, path: Path, whole: JourneyDescription): Found {
  if (!isList(next)) return yield* inShares(path, next ?? {}, whole);
  const to = next.map((edge) => edge.to);
  for (const [index, name] of to.entries()) {
    const at = [...path, index];
    yield* reference('step', [...at, 'to'], name, whole);
    const first = to.indexOf(name);
    if (first === index) continue;
    const sum = next[first]!.weight + next[index]!.weight;
    const merged = next.map((edge, place) => (place === first ? { ...edge, weight: sum } : edge));
    const remedies = (): Remedy[] => [put(path, merged.toSpliced(index, 1)), leaveOut(at)];
    const why = 'one edge says how many go from a step to another';
    yield { code: 'journey-step', path: at, said: `a second edge to ${shown(name)}`, why, remedies };
  }
}

function inShares(path: Path, given: string | Weights, whole: JourneyDescription): Found {
  return typeof given === 'string' ? reference('step', path, given, whole) : references('step', path, given, whole);
}

function* inCompletion(whole: JourneyDescription): Found {
  const { completion, personas, steps } = whole;
  yield* references('persona', ['completion'], completion, whole);
  for (const [persona, row] of Object.entries(completion)) {
    yield* references('step', ['completion', persona], row, whole);
    for (const step of Object.keys(steps)) {
      if (!Object.hasOwn(row, step)) yield missing(['completion', persona, step], [0.9, 0]);
    }
  }
  for (const persona of personas) {
    const rows = [...Object.values(completion), anyCompletion(whole)[persona]];
    if (!Object.hasOwn(completion, persona)) yield missing(['completion', persona], rows.slice(0, 3));
  }
}

function missing(path: Path, instead: readonly unknown[]): Mistake {
  const why = 'it says of each persona what share completes each step';
  const remedies = (): Remedy[] => instead.map((value) => put(path, value));
  return { code: 'journey-persona', path, said: 'missing', why, remedies };
}

function* inStopping(whole: JourneyDescription): Found {
  for (const [index, { persona }] of (whole.stopping ?? []).entries()) {
    yield* rowReferences('persona', ['stopping', index, 'persona'], persona, whole);
  }
}
