import fc from 'fast-check';
import { integer, record } from '../../../src/index.js';
import { throughChain } from '../peers/index.js';
import { property } from './Property.js';
import type { Property } from './Property.js';

const pair = record()
  .field('a', integer({ min: 0, max: 1000 }))
  .field('b', ({ a }) => integer({ min: a, max: 1000 }));

interface Pair {
  readonly a: number;
  readonly b: number;
}

interface Sum {
  readonly x: number;
  readonly y: number;
}

const sumOf = (max: number) =>
  record()
    .field('x', integer({ min: 0, max }))
    .field('y', integer({ min: 0, max }));

const peerSumOf = (max: number) => fc.record({ x: fc.integer({ min: 0, max }), y: fc.integer({ min: 0, max }) });

const tries = { median: 30, p95: 40 };

/** Two numbers: what the fields of a record can have to do with each other. */
export const smallProperties: readonly Property[] = [
  property({
    kind: 'dependent fields',
    title: '0 ≤ a ≤ b and 6 ≤ b − a ≤ 10',
    endsAt: 'a = 0, b = 6',
    fails: ({ a, b }: Pair) => b - a >= 6 && b - a <= 10,
    matters: ({ a, b }) => [a, b],
    ours: { arbitrary: pair, minimum: { a: 0, b: 6 } },
    peer: { arbitrary: throughChain(1000), minimum: { a: 0, b: 6 } },
    tries,
  }),
  property({
    kind: 'independent fields',
    title: 'x + y > 120, each up to 1,000',
    endsAt: 'x = 0, y = 121',
    fails: ({ x, y }: Sum) => x + y > 120,
    matters: ({ x, y }) => [x, y],
    ours: { arbitrary: sumOf(1000), minimum: { x: 0, y: 121 } },
    peer: { arbitrary: peerSumOf(1000), minimum: { x: 0, y: 121 } },
    tries,
  }),
  property({
    kind: 'independent fields',
    title: 'x + y > 120, each up to 100',
    endsAt: 'x = 21, y = 100: the first field as small as it can be',
    fails: ({ x, y }: Sum) => x + y > 120,
    matters: ({ x, y }) => [x, y],
    ours: { arbitrary: sumOf(100), minimum: { x: 21, y: 100 } },
    peer: { arbitrary: peerSumOf(100), minimum: { x: 21, y: 100 } },
    tries: { median: 60, p95: 75 },
  }),
];
