import { isoToDay } from '../../arbitrary/index.js';
import { shown } from '../../errors/index.js';
import type { JourneyDescription, StoppingRow, TransitionRow } from '../JourneyDescription.js';
import {
  anyCompletion,
  anyTransition,
  smallestDescription,
  someEmotions,
  somePersonas,
  someSteps,
  stepsInARow,
  undeclared,
  usedImpacts,
} from './examples.js';
import { put } from './Mistake.js';
import type { Mistake } from './Mistake.js';
import { days, probability, ratio, share, wholeDays } from './numbers.js';
import { dictionary, either, fields, list, text } from './shape.js';
import type { Part, Parts, Place, Shape } from './shape.js';
import { steps, whose } from './stepShape.js';

const names = (of: 'personas' | 'impacts' | 'emotions'): Shape =>
  list(text, (_, { whole }) => undeclared(whole, of)[0]);

const startDays: Parts<JourneyDescription['startDays']> = {
  min: { shape: wholeDays, means: 'how late a journey starts, in days before the reference date', example: () => 0 },
  max: { shape: wholeDays, means: 'how early a journey starts, in days before the reference date', example: () => 365 },
};

const transitionRow: Parts<TransitionRow> = {
  persona: whose,
  table: {
    shape: dictionary(dictionary(ratio)),
    means: 'a table of what may follow each emotion, by ratio',
    example: anyTransition,
  },
};

const stop: Part = { shape: ratio, means: 'a ratio to the other ways of stopping', optional: true };

const stoppingRow: Parts<StoppingRow> = {
  persona: whose,
  in_progress: stop,
  abandoned: stop,
  planned: stop,
  none: stop,
};

const parts: Parts<JourneyDescription> = {
  name: { shape: nonEmptyName, means: 'what errors, rules and diagrams call the graph', example: () => 'journey' },
  asOf: { shape: calendarDate, means: 'the reference date, YYYY-MM-DD', example: () => smallestDescription.asOf },
  startDays: {
    shape: fields(startDays),
    means: 'how many days before the reference date a journey starts, such as { min: 0, max: 365 }',
    example: () => ({ min: 0, max: 365 }),
  },
  personas: { shape: names('personas'), means: 'the names of the personas', example: somePersonas },
  impacts: { shape: names('impacts'), means: 'the kinds of cause', optional: true, example: usedImpacts },
  emotions: { shape: names('emotions'), means: 'every emotion, calmest first', example: someEmotions },
  transitions: {
    shape: list(fields(transitionRow), (_, { whole }) => ({ table: anyTransition(whole) })),
    means: 'a list of rows that say which emotion may follow which, for whom',
    example: (whole) => [{ table: anyTransition(whole) }],
  },
  start: {
    shape: either({ text, object: dictionary(share) }, 'a step or shares by step'),
    means: 'the first step, or shares of several',
    example: (whole) => someSteps(whole)[0],
  },
  steps: { shape: steps, means: 'the steps by name', example: stepsInARow },
  completion: {
    shape: dictionary(dictionary(probability)),
    means: 'a table of the share of each persona that completes each step',
    example: anyCompletion,
  },
  stopping: {
    shape: list(fields(stoppingRow)),
    means: 'a list of rows that say how journeys stop, for whom',
    optional: true,
  },
  openDays: { shape: days, means: 'how long a step stays in progress', optional: true },
};

/** What is missing, too much or of a wrong kind. Nothing but this check may be asked about a value that it finds fault with. */
export function shapeMistakes(given: unknown): Generator<Mistake> {
  const means = 'the data of a journey graph: its name, its steps, what may follow what';
  return fields(parts)(given, { path: [], whole: given, means, instead: () => [put([], smallestDescription)] });
}

function* nonEmptyName(value: unknown, place: Place): Generator<Mistake> {
  if (value !== '') return yield* text(value, place);
  yield {
    code: 'journey-shape',
    path: place.path,
    said: "'' is no name",
    why: `it is ${place.means}`,
    remedies: place.instead,
  };
}

function* calendarDate(value: unknown, { path, means, instead }: Place): Generator<Mistake> {
  if (typeof value === 'string' && isoToDay(value) !== undefined) return;
  const said = `${shown(value)} is no calendar date`;
  yield { code: 'journey-date', path, said, why: `it is ${means}`, remedies: instead };
}
