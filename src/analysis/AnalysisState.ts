import type { SeenRecord, Study } from '../domain/index.js';
import type { UnreadPlace, UnseenRecord } from '../validation/index.js';
import type { AnalysedFile, Analysis, Behind, LeftOutPlace } from './Analysis.js';
import { requireSettings, studiesOf } from './AnalysisSettings.js';
import type { AnalysisSettings } from './AnalysisSettings.js';
import type { About, BehindKind } from './BehindOf.js';
import type * as Figures from './figures/index.js';
import type * as Findings from './findings/index.js';
import { recordsBehind } from './recordsBehind.js';
import { CollectionTally, COLLECTION, GroupTallies, Vocabulary } from './tally/index.js';

/** What is loaded only where something is analysed. */
interface Parts {
  readonly figures: typeof Figures;
  readonly findings: typeof Findings;
}

interface FileTally {
  records: number;
  readonly collections: Set<string>;
}

const MOST_LEFT_OUT = 10;

/**
 * An analysis under way: records are seen one by one, then it is asked what it says.
 *
 * It keeps counts, the first records behind each statement, and what quantiles are worked out from: its memory grows with
 * the number of groups, and not with that of records.
 */
export class AnalysisState {
  private readonly asOf: string;
  private readonly alpha: number;
  private readonly minEffect: number;
  private readonly parts: Parts;
  private readonly words = new Vocabulary();
  /** By the name of a collection, in the order of the studies. */
  private readonly tallies: ReadonlyMap<string, CollectionTally>;
  /** Journeys of all kinds together. */
  private readonly journeys: GroupTallies;
  private readonly files = new Map<string, FileTally>();
  private leftOut = 0;
  private readonly firstLeftOut: LeftOutPlace[] = [];

  private constructor(
    { domain, asOf, alpha = 0.01, minEffect = 0.2 }: AnalysisSettings,
    studies: readonly Study[],
    parts: Parts,
  ) {
    this.asOf = asOf;
    this.alpha = alpha;
    this.minEffect = minEffect;
    this.parts = parts;
    const { words } = this;
    const ofJourneys = studies.filter(({ journey }) => journey !== undefined);
    const shared = new Set(ofJourneys.flatMap(({ groupings }) => groupings.map(({ id }) => words.grouping(id))));
    this.journeys = new GroupTallies('journeys', [...shared, words.grouping(COLLECTION)]);
    const collectionOf = new Map(domain.collections.map((one) => [one.name, one]));
    this.tallies = new Map(
      studies.map((study) => [
        study.collection,
        new CollectionTally(collectionOf.get(study.collection)!, study, words),
      ]),
    );
  }

  /**
   * An analysis of nothing so far.
   *
   * @throws CohortCheckError `no-studies` where the domain does not say what its records mean for an analysis, `bad-study` where
   *   what it says cannot be meant, `bad-option`.
   */
  static async of(settings: AnalysisSettings): Promise<AnalysisState> {
    requireSettings('AnalysisState.of(…)', settings);
    const [studies, figures, findings] = await Promise.all([
      studiesOf(settings.domain),
      import('./figures/index.js'),
      import('./findings/index.js'),
    ]);
    return new AnalysisState(settings, studies, { figures, findings });
  }

  /** A file is about to be read. */
  open(path: string): void {
    this.fileOf(path);
  }

  see(seen: SeenRecord | UnseenRecord): void {
    const { file, index, pointer, collection, record } = seen;
    const tally = this.fileOf(file);
    tally.records += 1;
    if (collection !== undefined) tally.collections.add(collection);
    const counted = collection === undefined ? undefined : this.tallies.get(collection);
    if (record === undefined || counted === undefined) {
      this.leaveOut({ file, record: index, pointer });
      return;
    }
    const coded = counted.add(record, { file, record: index, pointer }, this.asOf);
    if (coded.journey !== undefined) this.journeys.add(coded);
  }

  /** A place of a file that cannot be read. */
  fault({ file, index, pointer }: UnreadPlace): void {
    this.leaveOut({ file, record: index, pointer });
  }

  /** What is to be said of all that was seen. */
  finish(): Analysis {
    const { words, asOf, alpha, minEffect } = this;
    const { collectionFigures, journeysFigures, titlesOf } = this.parts.figures;
    const seen = [...this.tallies.values()].filter(({ records }) => records > 0);
    const withJourneys = seen.filter(({ study }) => study.journey !== undefined);
    const studies = seen.map(({ study }) => study);
    const collections = seen.map((tally) => collectionFigures(tally, words));
    const journeys = journeysFigures(this.journeys, withJourneys, words);
    const titles = titlesOf(
      studies,
      withJourneys.map(({ collection }) => collection),
    );
    const judgement = this.parts.findings.judge(
      { collections, journeys, titles, studies, behind: (about) => this.behind(about) },
      { alpha, minEffect },
    );
    return {
      as_of: asOf,
      alpha,
      files: this.filesSeen(),
      records: seen.reduce((sum, { records }) => sum + records, 0),
      left_out: { count: this.leftOut, first: [...this.firstLeftOut] },
      titles,
      collections,
      journeys,
      ...judgement,
    };
  }

  /** The records that a statement is about. */
  behind(about: About<BehindKind>): Behind {
    return recordsBehind(about, this.tallies.get(about.collection), this.words);
  }

  private filesSeen(): AnalysedFile[] {
    const names = [...this.tallies.keys()];
    return [...this.files].map(([path, { records, collections }]) => ({
      path,
      records,
      collections: [...collections].sort((a, b) => names.indexOf(a) - names.indexOf(b)),
    }));
  }

  private fileOf(path: string): FileTally {
    let tally = this.files.get(path);
    if (tally === undefined) this.files.set(path, (tally = { records: 0, collections: new Set() }));
    return tally;
  }

  private leaveOut(place: LeftOutPlace): void {
    this.leftOut += 1;
    if (this.firstLeftOut.length < MOST_LEFT_OUT) this.firstLeftOut.push(place);
  }
}
