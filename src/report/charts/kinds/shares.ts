import type { GroupFigures, LabelShare, Where } from '../../../analysis/index.js';
import type { Chart, ChartTheme } from '../Chart.js';
import { grouped, percent, roundPercent } from '../numbers.js';
import { heatMap, MOST_COLUMNS, MOST_ROWS, stackedBars } from '../shapes/index.js';
import { labelsIn } from '../Topic.js';
import type { Division } from '../Topic.js';
import { plain } from '../words.js';

/** More parts than these are hard to tell apart in a bar. */
const MOST_PARTS = 6;

interface Shares {
  readonly division: Division;
  /** The parts of a group, which add up to all of it. */
  readonly of: (group: GroupFigures) => readonly LabelShare[];
  readonly where: (group: GroupFigures, label: string) => Where;
  /** What the parts are called. */
  readonly title: string;
  /** What the parts are of. */
  readonly axis: string;
  readonly colours?: (theme: ChartTheme, labels: readonly string[]) => readonly `#${string}`[];
}

/** How each group is divided: bars of the same length made of parts, or cells where the parts are many. */
export function sharesChart(shares: Shares): Pick<Chart, 'width' | 'height' | 'option' | 'table'> {
  const { division, of, where, title, axis, colours } = shares;
  const groups = new Map(division.groups.filter((group) => of(group).length > 0).map((group) => [group.label, group]));
  const labels = labelsIn([...groups.values()].map(of));
  const at = (row: string, label: string) => {
    const group = groups.get(row)!;
    const one = of(group).find((share) => share.label === label);
    if (one === undefined || one.share === null) return undefined;
    return {
      amount: one.share,
      text: roundPercent(one.share),
      tip: [plain(row), `${plain(label)}: ${percent(one.share)}, ${grouped(one.hits)} of ${grouped(one.trials)}`],
      where: where(group, label),
    };
  };
  const most = Math.max(...[...groups.values()].flatMap(of).map(({ share }) => share ?? 0));
  const rows = { rows: [...groups.keys()].slice(0, MOST_ROWS), rowText: plain, at };
  return {
    ...(labels.length <= MOST_PARTS
      ? stackedBars({
          ...rows,
          parts: labels,
          partText: plain,
          axis,
          format: roundPercent,
          most: 1,
          ...(colours !== undefined && { colours: (theme) => colours(theme, labels) }),
        })
      : heatMap({
          ...rows,
          columns: labels.slice(0, MOST_COLUMNS),
          columnText: plain,
          from: 0,
          to: most,
          ramp: 'ramp',
        })),
    table: {
      columns: [
        { title: division.title },
        { title },
        { title: 'share', unit: 'share' },
        { title: 'records' },
        { title: 'of' },
      ],
      rows: [...groups.values()].flatMap((group) =>
        of(group).map(({ label, share, hits, trials }) => ({
          cells: [plain(group.label), plain(label), share, hits, trials],
          where: where(group, label),
        })),
      ),
    },
  };
}
