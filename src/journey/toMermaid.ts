import { CohortCheckError, shown } from '../errors/index.js';
import { SECONDS_A_DAY } from './time.js';
import type { Gap, JourneyGraph, StepNode } from './JourneyGraph.js';

const directions = ['TD', 'LR'] as const;

export interface MermaidOptions {
  /** `TD` (default) draws from the top down, `LR` from left to right. */
  readonly direction?: (typeof directions)[number];
  /** Whether steps say how long after an earlier one they come; default true. */
  readonly gaps?: boolean;
}

/**
 * A journey graph as the text of a Mermaid flowchart, for a Markdown page: steps with their gaps, and ways with the share
 * of the journeys that go them.
 *
 * The same graph gives the same text, so a test can tell whether a page is current.
 *
 * @param options - `direction`: `TD` (default) or `LR`. `gaps`: default true.
 * @throws CohortCheckError `bad-option` on another direction.
 * @example
 * const step = { actions: [], emotions: [{ weights: { calm: 1 } }] };
 * const visit = defineJourney({
 *   name: 'visit',
 *   asOf: '2025-03-31',
 *   startDays: { min: 0, max: 30 },
 *   personas: ['guest'],
 *   emotions: ['calm'],
 *   transitions: [{ table: { calm: { calm: 1 } } }],
 *   start: 'ring',
 *   steps: {
 *     ring: { ...step, next: [{ to: 'enter', weight: 0.9 }], ends: 0.1 },
 *     enter: { ...step, gap: { maxMinutes: 5 }, ends: true },
 *   },
 *   completion: { guest: { ring: 1, enter: 1 } },
 * });
 * toMermaid(visit).split('\n')
 * // [
 * //   'flowchart TD',
 * //   '  journey_start(["start"])',
 * //   '  step_ring["ring"]',
 * //   '  step_enter["enter<br/>at most 5 minutes"]',
 * //   '  journey_end(["end"])',
 * //   '  journey_start --> step_ring',
 * //   '  step_ring -->|"90%"| step_enter',
 * //   '  step_ring -->|"10%"| journey_end',
 * //   '  step_enter --> journey_end',
 * //   '',
 * // ]
 */
export function toMermaid(graph: JourneyGraph, options: MermaidOptions = {}): string {
  const { direction = 'TD', gaps = true } = options;
  if (!directions.includes(direction)) {
    throw new CohortCheckError({
      code: 'bad-option',
      what: `toMermaid(…, { direction: ${shown(direction)} })`,
      why: `it is ${directions.join(' or ')}`,
      try: `direction: '${directions[0]}'`,
    });
  }
  const nodes = [...graph.steps.values()];
  const ids = new Map(nodes.map((node) => [node.name, idOf(node)]));
  const arrow = (from: string, to: string, words: readonly string[]): string =>
    words.length === 0 ? `${from} --> ${to}` : `${from} -->|"${words.join(', ')}"| ${to}`;
  const idFor = (step: string): string => ids.get(step) ?? '';
  const weights = graph.starts.reduce((sum, { weight }) => sum + weight, 0);
  const lines = [
    'journey_start(["start"])',
    ...nodes.map((node) => `${idFor(node.name)}["${labelOf(node, gaps)}"]${node.skipShare > 0 ? ':::optional' : ''}`),
    'journey_end(["end"])',
    ...graph.starts.map(({ step, weight }) => arrow('journey_start', idFor(step), share(weight / weights))),
    ...nodes.flatMap(({ name, edges, endShare }) => [
      ...edges.map(({ to, weight, max }) => arrow(idFor(name), idFor(to), [...share(weight), ...atMost(max)])),
      ...(endShare > 0 ? [arrow(idFor(name), 'journey_end', share(endShare))] : []),
    ]),
    ...(nodes.some((node) => node.skipShare > 0) ? ['classDef optional stroke-dasharray:5 5'] : []),
  ];
  return [`flowchart ${direction}`, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

/** Readable where the name can be part of an id. The prefix keeps it from being a keyword, such as `end`. */
function idOf({ name, index }: StepNode): string {
  return /^\w+$/.test(name) ? `step_${name}` : `step${index}`;
}

function labelOf({ name, gaps, skipShare }: StepNode, withGaps: boolean): string {
  return [
    escaped(name),
    ...(withGaps ? gaps.flatMap(gapText) : []),
    ...(skipShare > 0 ? [`optional: ${percent(skipShare)} skip it`] : []),
  ].join('<br/>');
}

/** What is always so goes without saying. */
function share(weight: number): string[] {
  return weight === 1 ? [] : [percent(weight)];
}

function percent(part: number): string {
  return `${Number((100 * part).toPrecision(3))}%`;
}

function atMost(max: number): string[] {
  return max === Infinity ? [] : [`at most ${counted(max, 'time')}`];
}

function gapText({ from, min, max }: Gap): string[] {
  if (min === 0 && max === Infinity) return [];
  const [low, high] = [inUnits(min), inUnits(max)];
  const length =
    max === Infinity
      ? `at least ${counted(low.count, low.unit)}`
      : min === 0
        ? `at most ${counted(high.count, high.unit)}`
        : min === max
          ? `exactly ${counted(low.count, low.unit)}`
          : low.unit === high.unit
            ? `${low.count} to ${counted(high.count, high.unit)}`
            : `${counted(low.count, low.unit)} to ${counted(high.count, high.unit)}`;
  if (from === 'previous') return [length];
  return [`from ${from === 'cause' ? 'the cause' : escaped(from)}: ${length}`];
}

const units = [
  { unit: 'day', seconds: SECONDS_A_DAY },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** In the largest unit that needs no fraction. */
function inUnits(seconds: number): { readonly count: number; readonly unit: string } {
  const { unit, seconds: size } = units.find((one) => seconds % one.seconds === 0) ?? units[3];
  return { count: seconds / size, unit };
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/*
 * Mermaid takes a quoted label apart three times: for directives and comments (`%%`), for Markdown (`1. call` would be a
 * list), and as HTML. Its own escape, `#` with the number of a character, passes all three, so whatever is no letter, digit
 * or harmless mark is written so; a space, `_` and `-` too where they stand at the edge of a word.
 */
const UNSAFE = /(?<![\p{L}\p{N},?!])[ _-]|[ _-](?![\p{L}\p{N}])|[^\p{L}\p{M}\p{N} ,/?!'_-]/gu;

function escaped(name: string): string {
  // A label may not be empty.
  return name.replace(UNSAFE, (character) => `#${character.codePointAt(0)};`) || ' ';
}
