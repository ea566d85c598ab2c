import type { Analysis, GroupFigures, Where } from '../../analysis/index.js';
import { plain } from './words.js';

/** Groups of one grouping. */
export interface Division {
  readonly grouping: string;
  readonly title: string;
  readonly groups: readonly GroupFigures[];
}

/** What the charts of a kind are made from. */
export class Topic {
  readonly analysis: Analysis;

  constructor(analysis: Analysis) {
    this.analysis = analysis;
  }

  /** How a grouping, fact, measure or need is called. */
  titleOf(id: string): string {
    const { of } = this.analysis.titles;
    return plain(Object.hasOwn(of, id) ? of[id]! : id);
  }

  /** Empty for a measure without one. */
  unitOf(measure: string): string {
    const { units } = this.analysis.titles;
    return Object.hasOwn(units, measure) ? plain(units[measure]!) : '';
  }

  /** By what groups are told apart first; undefined where they are not. */
  division(groups: readonly GroupFigures[]): Division | undefined {
    // The whole comes first, and is no group beside others.
    const first = groups[1];
    if (first === undefined) return undefined;
    const { grouping } = first;
    return {
      grouping,
      title: this.titleOf(grouping),
      groups: groups.filter((group, index) => index > 0 && group.grouping === grouping && group.records > 0),
    };
  }
}

/** The records of a group; without a collection those of all. */
export function whereOf({ grouping, label }: GroupFigures, collection?: string): Where {
  return {
    ...(collection !== undefined && { collection }),
    ...(grouping !== 'all' && { groups: { [grouping]: label } }),
  };
}

/** Labels in the order in which they first come. */
export function labelsIn(lists: readonly (readonly { readonly label: string }[])[]): string[] {
  return [...new Set(lists.flatMap((list) => list.map(({ label }) => label)))];
}
