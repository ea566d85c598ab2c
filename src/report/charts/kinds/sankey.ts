import type { EChartsCoreOption } from 'echarts/core';
import type { CollectionFigures, Ending, Flow, Where } from '../../../analysis/index.js';
import type { Chart, ChartTheme } from '../Chart.js';
import { counted, grouped } from '../numbers.js';
import { paletteOf } from '../palette.js';
import { baseOption, WIDTH } from '../shapes/index.js';
import type { Topic } from '../Topic.js';
import { plain, widthOf, wrap } from '../words.js';

const LABEL = 150;
const NODE_ROOM = 74;

interface Node {
  readonly name: string;
  readonly kind: 'step' | 'again' | Ending;
  readonly label: string;
  /** Journeys; undefined where they are not counted. */
  readonly count?: number;
  readonly where?: Where;
}

interface Link extends Flow {
  readonly source: string;
  readonly target: string;
  readonly where: Where;
}

/** The ways that journeys went, for each kind of journey. */
export function sankey(topic: Topic): Chart[] {
  return topic.analysis.collections.flatMap(sankeyOf);
}

function sankeyOf({ collection, title, groups }: CollectionFigures): Chart[] {
  const journey = groups[0]?.journey;
  const flows = (journey?.flows ?? []).filter(({ count }) => count > 0);
  const widest = flows.toSorted((a, b) => b.count - a.count)[0];
  if (journey === undefined || widest === undefined) return [];
  const { nodes, links } = graphOf(collection, flows, journey.steps, journey.endings);
  return [
    {
      id: `sankey-${collection}`,
      title: `Ways through the journey: ${plain(title)}`,
      summary: `The widest way leads from ${plain(widest.from)} to ${plain(widest.to)}: ${counted(widest.count, 'time')}.`,
      section: 'journeys',
      width: WIDTH,
      height: Math.max(320, nodes.filter(({ kind }) => kind !== 'step').length * NODE_ROOM + 60),
      option: (theme) => optionOf(theme, nodes, links),
      table: {
        columns: [{ title: 'from' }, { title: 'to' }, { title: 'times' }],
        rows: links.map(({ from, to, count, where }) => ({ cells: [plain(from), plain(to), count], where })),
      },
    },
  ];
}

/**
 * Steps stand from left to right as in the graph, and ECharts refuses circles; so a way that leads back, or stays, ends in a
 * node of its own.
 */
function graphOf(
  collection: string,
  flows: readonly Flow[],
  steps: readonly { readonly step: string; readonly reached: number }[],
  endings: readonly { readonly label: string; readonly hits: number }[],
): { readonly nodes: readonly Node[]; readonly links: readonly Link[] } {
  const known = new Map(steps.map(({ step, reached }) => [step, reached]));
  const ends = new Map(endings.map(({ label, hits }) => [label, hits]));
  const places = new Map([...known.keys(), ...flows.map(({ from }) => from)].map((step, index) => [step, index]));
  const nodes = new Map<string, Node>();
  const add = (node: Node) => {
    if (!nodes.has(node.name)) nodes.set(node.name, node);
    return node.name;
  };
  const addStep = (step: string) =>
    add({
      name: `step ${step}`,
      kind: 'step',
      label: plain(step),
      ...(known.has(step) && { count: known.get(step)! }),
      where: { collection, reached: step },
    });
  const links = flows.map((flow): Link => {
    const { from, to } = flow;
    const source = addStep(from);
    const where = { collection, flow: { from, to } };
    const [here, there] = [places.get(from)!, places.get(to)];
    if (there === undefined && ends.has(to)) {
      const count = ends.get(to)!;
      const kind = to as Ending;
      return {
        ...flow,
        source,
        where,
        target: add({ name: `end ${to}`, kind, label: plain(to), count, where: { collection, endings: [kind] } }),
      };
    }
    if (there !== undefined && there <= here) {
      return {
        ...flow,
        source,
        where,
        target: add({ name: `again ${to}`, kind: 'again', label: `back to ${plain(to)}` }),
      };
    }
    return { ...flow, source, where, target: addStep(to) };
  });
  // Steps from left to right, endings in their order from the top: where nothing is moved, ECharts keeps the order.
  const order = [
    ...[...known.keys()].map((step) => `step ${step}`),
    ...[...ends.keys()].map((label) => `end ${label}`),
  ];
  const rank = new Map(order.map((name, index) => [name, index]));
  const rankOf = ({ name }: Node) => rank.get(name) ?? order.length;
  return { nodes: [...nodes.values()].toSorted((a, b) => rankOf(a) - rankOf(b)), links };
}

function optionOf(theme: ChartTheme, nodes: readonly Node[], links: readonly Link[]): EChartsCoreOption {
  const { text, axis, endings, series } = paletteOf(theme);
  const colourOf = ({ kind }: Node) => (kind === 'step' ? series[0] : kind === 'again' ? axis : endings[kind]);
  const texts = new Map(nodes.map((node) => [node.name, labelOf(node)]));
  const sources = new Set(links.map(({ source }) => source));
  const lasts = nodes.filter(({ name }) => !sources.has(name)).map(({ name }) => widthOf(texts.get(name)!, 12));
  const right = Math.max(...lasts) + 12;
  return {
    ...baseOption(theme),
    series: [
      {
        type: 'sankey',
        left: 8,
        right,
        top: 12,
        bottom: 20,
        nodeWidth: 14,
        nodeGap: 40,
        draggable: false,
        layoutIterations: 0,
        emphasis: { focus: 'adjacency' },
        label: {
          fontSize: 12,
          lineHeight: 15,
          color: text,
          position: 'right',
          formatter: ({ name }: { readonly name: string }) => texts.get(name) ?? name,
        },
        lineStyle: { color: 'target', opacity: 0.35 },
        data: nodes.map((node) => ({
          name: node.name,
          itemStyle: { color: colourOf(node), borderWidth: 0 },
          tip: [node.label, ...(node.count === undefined ? [] : [counted(node.count, 'journey')])],
          ...(node.where !== undefined && { where: node.where }),
        })),
        links: links.map(({ source, target, from, to, count, where }) => ({
          source,
          target,
          value: count,
          tip: [`${plain(from)} → ${plain(to)}`, counted(count, 'time')],
          where,
        })),
      },
    ],
  };
}

function labelOf({ label, count }: Node): string {
  const name = wrap(label, { width: LABEL, fontSize: 12, lines: 2 });
  return count === undefined ? name : `${name}\n${grouped(count)}`;
}
