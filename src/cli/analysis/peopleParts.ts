import type { Analysis, AnalysisTitles, CollectionFigures, GroupFigures } from '../../analysis/index.js';
import { counted, grouped } from '../figures.js';
import type { Figures, Part } from '../text/index.js';
import { groupingsOf, wholeOf } from './groupings.js';
import { NONE, number, percent, quartiles, range, shareText } from './inWords.js';

/**
 * Targets, facts, measures and needs of the people: of collections without journeys, since journeys repeat of whom they are
 * what stands there; where there are no such collections, of those with journeys.
 */
export function peopleParts({ collections, titles }: Analysis, by: string | undefined): Part[] {
  const withoutJourneys = collections.filter(({ groups }) => wholeOf(groups)?.journey === undefined);
  return (withoutJourneys.length === 0 ? collections : withoutJourneys).map((one) => {
    const grouping = by ?? [...groupingsOf(one.groups).keys()][0];
    const groups = [
      ...one.groups.filter((group) => group.grouping === 'all'),
      ...one.groups.filter((group) => group.grouping === grouping),
    ];
    const word = grouping === undefined ? '' : (titles.of[grouping] ?? grouping);
    return {
      title: `${one.title}: ${counted(one.records, 'record')}`,
      blocks: [
        targetsTable(one, titles),
        measuresTable(one, titles),
        ...factTables(groups, word, titles),
        needsTable(groups, titles),
      ],
    };
  });
}

function targetsTable({ targets }: CollectionFigures, titles: AnalysisTitles): Figures {
  return {
    kind: 'figures',
    title: 'Targets against actual',
    columns: [{ title: 'target', isText: true }, { title: 'wanted' }, { title: 'actual' }, { title: 'records' }],
    rows: targets.map((one) => [
      `${titles.of[one.margin] ?? one.margin}: ${one.label}`,
      percent(one.target),
      shareText(one),
      grouped(one.hits),
    ]),
  };
}

function measuresTable({ groups }: CollectionFigures, titles: AnalysisTitles): Figures {
  const measures = wholeOf(groups)?.measures ?? {};
  return {
    kind: 'figures',
    title: 'Measures',
    columns: [
      { title: 'measure', isText: true },
      { title: 'records' },
      { title: 'median [quartiles]' },
      { title: 'range' },
      { title: 'mean' },
    ],
    rows: Object.entries(measures).map(([id, one]) => [
      [titles.of[id] ?? id, unitOf(id, titles)].filter((text) => text !== '').join(', '),
      grouped(one.count),
      quartiles(one),
      range(one),
      number(one.mean),
    ]),
  };
}

function unitOf(measure: string, { units }: AnalysisTitles): string {
  const unit = units[measure] ?? '';
  return unit === 'share' ? '0 to 1' : unit;
}

/** More columns than these fit no terminal. */
const MOST_LABELS = 6;

/** A table for each fact: who is in which state. One with many labels is told of the whole alone. */
function factTables(groups: readonly GroupFigures[], word: string, titles: AnalysisTitles): Figures[] {
  const [whole] = groups;
  return Object.entries(whole?.facts ?? {}).map(([fact, all]): Figures => {
    const title = titles.of[fact] ?? fact;
    if (all.length > MOST_LABELS) {
      return {
        kind: 'figures',
        title: `By ${title}`,
        columns: [{ title, isText: true }, { title: 'records' }, { title: 'share' }],
        rows: all.map((one) => [one.label, grouped(one.hits), shareText(one)]),
      };
    }
    return {
      kind: 'figures',
      title: `By ${title}`,
      columns: [{ title: word, isText: true }, { title: 'records' }, ...all.map(({ label }) => ({ title: label }))],
      rows: groups.map(({ label, records, facts }) => [
        label,
        grouped(records),
        ...all.map((one) => {
          const own = facts[fact]?.find((other) => other.label === one.label);
          return percent(own?.share ?? (own === undefined ? 0 : null));
        }),
      ]),
    };
  });
}

function needsTable(groups: readonly GroupFigures[], titles: AnalysisTitles): Figures {
  const needs = Object.keys(groups[0]?.needs ?? {});
  return {
    kind: 'figures',
    title: 'Whom to reach out to',
    columns: [{ title: 'need', isText: true }, ...groups.map(({ label }) => ({ title: label }))],
    rows: needs.map((need) => [
      titles.of[need] ?? need,
      ...groups.map((group) => {
        const own = group.needs[need];
        return own === undefined ? NONE : `${percent(own.share)}, ${grouped(own.hits)}`;
      }),
    ]),
  };
}
