import { SaxesParser } from 'saxes';
import { widthOf } from '../../../src/report/charts/index.js';

/** A box in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface DrawnText extends Box {
  readonly text: string;
}

/** What a person would see of an SVG file. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly DrawnText[];
  /** Corners of paths, with the series and item that they stand for. */
  readonly marks: readonly { readonly series?: string; readonly item?: string; readonly points: readonly Point[] }[];
  /** Every element with its attributes. */
  readonly elements: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[];
}

type Point = readonly [x: number, y: number];
type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** @throws Error where the text is no well-formed XML. */
export function readDrawing(svg: string): Drawing {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const texts: DrawnText[] = [];
  const marks: Drawing['marks'][number][] = [];
  const matrices: Matrix[] = [IDENTITY];
  let text: { content: string; attributes: Record<string, string>; matrix: Matrix } | undefined;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes });
    const matrix = times(matrices.at(-1)!, matrixOf(attributes['transform']));
    matrices.push(matrix);
    if (name === 'text') text = { content: '', attributes, matrix };
    if (name === 'path') {
      const [series, item] = [attributes['data-series'], attributes['data-item']];
      const points = pointsOf(attributes['d'] ?? '').map((point) => apply(matrix, point));
      marks.push({ points, ...(series !== undefined && { series }), ...(item !== undefined && { item }) });
    }
  });
  parser.on('text', (content) => {
    if (text !== undefined) text.content += content;
  });
  parser.on('closetag', ({ name }) => {
    matrices.pop();
    if (name === 'text' && text !== undefined) {
      texts.push(boxOf(text.content, text.attributes, text.matrix));
      text = undefined;
    }
  });
  parser.write(svg).close();
  const [root] = elements;
  return {
    width: Number(root!.attributes['width']),
    height: Number(root!.attributes['height']),
    texts,
    marks,
    elements,
  };
}

/** How far two boxes reach into each other, in both directions; 0 for boxes side by side. */
export function overlap(one: Box, other: Box): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, Math.min(across, down));
}

function boxOf(text: string, attributes: Readonly<Record<string, string>>, matrix: Matrix): DrawnText {
  const size = Number(/font-size:(\d+)/.exec(attributes['style'] ?? '')?.[1] ?? attributes['font-size'] ?? 12);
  const width = widthOf(text, size);
  const left = Number(attributes['x'] ?? 0) - width * ({ middle: 0.5, end: 1 }[attributes['text-anchor'] ?? ''] ?? 0);
  // Lines through the middle of the letters, or below them.
  const middle = Number(attributes['y'] ?? 0) - (attributes['dominant-baseline'] === 'central' ? 0 : size * 0.35);
  const corners = [left, left + width].flatMap((x) =>
    [-0.4, 0.4].map((part) => apply(matrix, [x, middle + part * size])),
  );
  return { text, ...around(corners) };
}

/** The smallest box around points. */
export function around(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function matrixOf(transform: string | undefined): Matrix {
  if (transform === undefined) return IDENTITY;
  const [, kind, list] = /^(matrix|translate)\(([^)]*)\)$/.exec(transform) ?? [];
  const numbers = (list ?? '').split(/[\s,]+/).map(Number);
  if (kind === 'translate') return [1, 0, 0, 1, numbers[0]!, numbers[1] ?? 0];
  if (kind === 'matrix') return numbers as unknown as Matrix;
  throw new Error(`unknown transform ${transform}`);
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function apply([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Where the commands of a path lead; curves by their ends. */
function pointsOf(path: string): Point[] {
  let [x, y] = [0, 0];
  const points: Point[] = [];
  for (const [, command, list] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (list!.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const arity = { m: 2, l: 2, c: 6, a: 7, h: 1, v: 1, z: 1 }[command!.toLowerCase()];
    if (arity === undefined) throw new Error(`unknown command ${command} in ${path}`);
    const isRelative = command === command!.toLowerCase();
    for (let at = 0; at < numbers.length; at += arity) {
      const [baseX, baseY] = isRelative ? [x, y] : [0, 0];
      if (arity === 1 && command!.toLowerCase() === 'h') x = baseX + numbers[at]!;
      else if (arity === 1) y = baseY + numbers[at]!;
      else [x, y] = [baseX + numbers[at + arity - 2]!, baseY + numbers[at + arity - 1]!];
      points.push([x, y]);
    }
  }
  return points;
}
