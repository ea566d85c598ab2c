import { constant, integer, list, record, tuple } from '../../../src/index.js';
import { challenge } from './Challenge.js';
import type { Challenge } from './Challenge.js';

const int = integer();
const int16 = integer({ min: -0x8000, max: 0x7fff });
const ints = list(int);
const someInt16 = list(int16);

const drawnLength = record()
  .field('length', integer({ min: 1, max: 100 }))
  .field('elements', ({ length }) => list(integer({ min: 0, max: 1000 }), { minLength: length, maxLength: length }));

const removal = record()
  .field('elements', list(int, { minLength: 1 }))
  .field('index', ({ elements }) => integer({ min: 0, max: elements.length - 1 }));

const positive = integer({ min: 1, max: 1000 });
const twoPositive = tuple(positive, positive);

/** The challenges over numbers and lists of them. */
export const numberChallenges: readonly Challenge[] = [
  challenge({
    name: 'bound5',
    arbitrary: tuple(someInt16, someInt16, someInt16, someInt16, someInt16),
    fails: (lists) => lists.every((one) => sum16(one) < 256) && sum16(lists.flat()) >= 5 * 256,
    minimum: [[], [], [], [-1], [-32768]],
    tries: { median: 260, p95: 720, leastShare: 0 },
  }),
  challenge({
    name: 'large union list',
    arbitrary: list(ints),
    fails: (lists) => new Set(lists.flat()).size > 4,
    minimum: [[0, 1, -1, 2, -2]],
    tries: { median: 210, p95: 250, leastShare: 0.5 },
  }),
  challenge({
    name: 'reverse',
    arbitrary: ints,
    fails: (elements) => elements.some((element, index) => element !== elements[elements.length - 1 - index]),
    minimum: [0, 1],
    tries: { median: 55, p95: 60 },
  }),
  challenge({
    name: 'length list',
    arbitrary: drawnLength,
    fails: ({ elements }) => Math.max(...elements) >= 900,
    minimum: { length: 1, elements: [900] },
    tries: { median: 30, p95: 42 },
  }),
  challenge({
    name: 'difference 1: not zero',
    arbitrary: twoPositive,
    fails: ([first, second]) => first >= 10 && first === second,
    minimum: [10, 10],
    tries: { median: 44, p95: 44 },
  }),
  challenge({
    name: 'difference 2: not small',
    arbitrary: twoPositive,
    fails: ([first, second]) => first >= 10 && Math.abs(first - second) >= 1 && Math.abs(first - second) <= 4,
    minimum: [10, 6],
    tries: { median: 48, p95: 52 },
  }),
  challenge({
    name: 'difference 3: not one',
    arbitrary: twoPositive,
    fails: ([first, second]) => first >= 10 && Math.abs(first - second) === 1,
    minimum: [10, 9],
    tries: { median: 40, p95: 55 },
  }),
  challenge({
    name: 'coupling',
    arbitrary: list(integer({ min: 0, max: 10 })),
    fails: (elements) =>
      elements.every((element) => element < elements.length) &&
      elements.some((element, index) => element !== index && elements[element] === index),
    minimum: [1, 0],
    tries: { median: 45, p95: 65 },
  }),
  challenge({
    name: 'deletion',
    arbitrary: removal,
    fails: ({ elements, index }) => elements.some((one, at) => at !== index && one === elements[index]),
    minimum: { elements: [0, 0], index: 0 },
    tries: { median: 90, p95: 105 },
  }),
  challenge({
    name: 'distinct',
    arbitrary: ints,
    fails: (elements) => new Set(elements).size >= 3,
    minimum: [0, 1, -1],
    orMinimum: [0, 1, 2],
    tries: { median: 100, p95: 110 },
  }),
  challenge({
    name: 'nested lists',
    arbitrary: list(list(constant<number>(0), { maxLength: 20 })),
    fails: (lists) => lists.flat().length > 10,
    minimum: [Array.from({ length: 11 }, () => 0)],
    tries: { median: 58, p95: 65 },
  }),
];

/** A sum of 16-bit numbers that overflows as the challenge's does. */
function sum16(elements: readonly number[]): number {
  return new Int16Array([elements.reduce((sum, element) => sum + element, 0)])[0] ?? 0;
}
