import type { Coded } from './Coded.js';
import { GroupTally } from './GroupTally.js';
import type { TallyScope } from './GroupTally.js';

/** What is counted of all records, and of those with each label of some groupings. */
export class GroupTallies {
  readonly all: GroupTally;
  /** Places of the groupings. */
  readonly groupings: readonly number[];
  private readonly scope: TallyScope;
  /** By grouping, then label. */
  private readonly groups: (GroupTally | undefined)[][];

  constructor(scope: TallyScope, groupings: readonly number[]) {
    this.scope = scope;
    this.groupings = groupings;
    this.all = new GroupTally(scope);
    this.groups = groupings.map(() => []);
  }

  add(coded: Coded): void {
    this.all.add(coded);
    for (let i = 0; i < this.groupings.length; i++) {
      const label = coded.groups[this.groupings[i]!]!;
      if (label >= 0) (this.groups[i]![label] ??= new GroupTally(this.scope)).add(coded);
    }
  }

  /** Of the records with a label; one without records where there are none. */
  of(grouping: number, label: number | undefined): GroupTally {
    const known = label === undefined ? undefined : this.groups[this.groupings.indexOf(grouping)]?.[label];
    return known ?? new GroupTally(this.scope);
  }

  /** Places of the labels that records have. */
  labelsOf(grouping: number): number[] {
    return (this.groups[this.groupings.indexOf(grouping)] ?? []).flatMap((one, label) =>
      one === undefined ? [] : [label],
    );
  }
}
