import type { Moment } from '../../../domain/index.js';
import { svg } from '../dom/index.js';
import { counted, lifeLine } from '../model/index.js';
import type { Span } from '../model/index.js';

const WIDTH = 760;
const LEFT = 130;
const RIGHT = 16;
const LANE = 34;
const BOTTOM = 26;
/** So many colours the style sheet has. */
const COLOURS = 6;

/** Lane → the class that colours it. */
export function laneClasses(moments: readonly Moment[]): Map<string, string> {
  const lanes = [...new Set(moments.map(({ lane }) => lane))];
  return new Map(lanes.map((lane, index) => [lane, `lane-${index % COLOURS}`]));
}

/** The moments of a span as dots, a lane for each kind. */
export function lifeLineDrawing(moments: readonly Moment[], span: Span, asOf: string): SVGElement {
  const { lanes, ticks } = lifeLine(moments, span);
  const classes = laneClasses(moments);
  const height = lanes.length * LANE + BOTTOM;
  const x = (place: number): number => LEFT + place * (WIDTH - LEFT - RIGHT);
  const said = lanes.map(({ lane, dots }) => `${lane}: ${dots.length}`).join(', ');
  const today = (Date.parse(asOf) - span.from) / (span.to - span.from);
  const shown = lanes.reduce((sum, { dots }) => sum + dots.length, 0);
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': `${counted(shown, 'moment')}; ${said}` },
    ...ticks.flatMap((tick) => [
      svg('line', { class: 'tick', x1: x(tick.x), x2: x(tick.x), y1: 0, y2: height - BOTTOM }),
      svg('text', { class: 'tick-text', x: x(tick.x), y: height - 8, 'text-anchor': 'middle' }, tick.text),
    ]),
    ...lanes.flatMap(({ lane, dots }, index) => {
      const y = index * LANE + LANE / 2;
      return [
        svg('line', { class: 'lane', x1: LEFT, x2: WIDTH - RIGHT, y1: y, y2: y }),
        svg('text', { class: 'lane-text', x: LEFT - 12, y: y + 4, 'text-anchor': 'end' }, cut(lane)),
        ...dots.map(({ x: place, moment }) =>
          svg('circle', { class: classes.get(lane), cx: x(place), cy: y, r: 5 }, hint(moment)),
        ),
      ];
    }),
    ...(today >= 0 && today <= 1
      ? [svg('line', { class: 'today', x1: x(today), x2: x(today), y1: 0, y2: height - BOTTOM })]
      : []),
  );
}

function hint({ at, title, text }: Moment): SVGElement {
  return svg('title', {}, [at.slice(0, 10), title, text].filter((part) => part !== '').join(', '));
}

function cut(lane: string): string {
  return lane.length > 20 ? `${lane.slice(0, 19)}…` : lane;
}
