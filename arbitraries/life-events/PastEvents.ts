import type { Source } from '../../src/index.js';
import { isoToDay } from '../../src/index.js';
import type { LifeEvent } from '../schema/index.js';
import type { LifeEventSubtype, ScreeningFrequency } from '../vocabulary.js';
import type { EventKind } from './eventKinds.js';
import { EventsArbitrary } from './EventsArbitrary.js';
import { eventShares } from './eventShares.js';
import type { AboveLifeEvents, LifeDays } from './lifeDays.js';
import { birthdayAt, firstPastDay, lastDay, lifeDays } from './lifeDays.js';
import { drawEvent, movedTo, plainEvent } from './lifeEvent.js';
import { drawMaritalHistory, mendedMaritalHistory } from './maritalHistory.js';
import { dayOfMoment, indexOfKind, insertMoment, isFree, kindOfMoment, kindsByIndex, momentOf } from './moments.js';
import { hasReasonForBiopsy, knowsVariant, mayHaveCancerInFamily } from './healthEventRules.js';
import type { LifeEventsSubject } from './LifeEventRule.js';

/** Kinds that hang on nothing but the share of the persona. */
const freeKinds = (
  [
    'prevention',
    'job_change',
    'promotion',
    'career_change',
    'retirement_planning',
    'child_birth',
    'family_loss',
    'relocation',
  ] as const satisfies readonly LifeEventSubtype[]
).map((subtype) => indexOfKind[subtype]);
const MOST_OF_A_KIND = 3;

/** How likely one more screening before a known one is told, and the days between the two. */
const earlierScreenings: Readonly<Record<ScreeningFrequency, { share: number; gapDays: number; spreadDays: number }>> =
  {
    never: { share: 0, gapDays: 0, spreadDays: 0 },
    annual: { share: 0.5, gapDays: 335, spreadDays: 60 },
    biennial: { share: 0.35, gapDays: 670, spreadDays: 120 },
    irregular: { share: 0.2, gapDays: 450, spreadDays: 1300 },
  };

const DIAGNOSIS_SHARES = [0.3, 0.12];
const TREATMENT_SHARE = 0.6;
const BIOPSY_SHARE = 0.1;
/** Among those in whose family a cancer is known: together with the others it comes to the share of a rare event. */
const FAMILY_CANCER_SHARE = 0.25;
/** A variant is known from a test; some were tested longer ago than the span looked at. */
const TESTED_WITH_VARIANT_SHARE = 0.85;

/** How a draw treats what may be left out: an edge case has nothing of it, or everything. */
type Fullness = 'bare' | 'drawn' | 'full';

/** What has happened so far, in the order of time. */
export class PastEvents extends EventsArbitrary {
  protected override readonly status = 'completed';

  override draw(source: Source, bias?: number): LifeEvent[] {
    const { above } = this;
    const life = lifeDays(above);
    const fullness = drawFullness(source, bias);
    const moments: number[] = [];
    drawMaritalHistory(source, life, above.core.marital_status, moments);
    drawScreenings(source, life, above, moments);
    drawHealthEvents(source, life, above, moments, fullness);
    const shares = eventShares[above.persona_type].past;
    for (const index of freeKinds) {
      const share = fullness === 'drawn' ? (shares[index] as number) : fullness === 'full' ? 1 : 0;
      for (let count = 0; count < MOST_OF_A_KIND && source.unit() < share; count++) {
        const kind = kindsByIndex[index] as EventKind;
        const day = drawDay(source, firstPastDay(life, kind), lastDay(life, kind, life.today));
        if (day !== undefined && isFree(moments, day, index)) insertMoment(moments, momentOf(day, index));
        if (kind.isOnce === true) break;
      }
    }
    const events: LifeEvent[] = [];
    for (const moment of moments) {
      events.push(drawEvent(source, kindOfMoment(moment), dayOfMoment(moment), 'completed'));
    }
    return events;
  }

  protected override subjectWith(past: LifeEvent[]): LifeEventsSubject {
    const { as_of, core, health } = this.above;
    return { as_of, core, health, life_events: { past, anticipated: [] } };
  }

  protected override firstDay(life: LifeDays, kind: EventKind): number {
    return firstPastDay(life, kind);
  }

  protected override latest(life: LifeDays): number {
    return life.today;
  }

  protected override required(given: readonly LifeEvent[], life: LifeDays): LifeEvent[] {
    const events = mendedMaritalHistory(given, life, this.above.core.marital_status);
    const day = lastScreeningDay(this.above);
    if (day === undefined) return events;
    const latest = given.findLast(({ subtype }) => subtype === 'screening');
    return [...events, latest === undefined ? plainEvent('screening', day, 'completed') : movedTo(latest, day)];
  }
}

function drawFullness(source: Source, bias: number | undefined): Fullness {
  if (bias === undefined || source.below(Math.max(1, Math.floor(bias))) !== 0) return 'drawn';
  return source.below(2) === 0 ? 'bare' : 'full';
}

/** A day of the past: people tell the recent years more fully, so that a quarter of what is told lies in the last tenth. */
function drawDay(source: Source, first: number, last: number): number | undefined {
  if (first > last) return undefined;
  const back = Math.min(source.unit(), source.unit(), source.unit());
  return last - Math.floor((last - first + 1) * back);
}

function lastScreeningDay({ health }: Pick<AboveLifeEvents, 'health'>): number | undefined {
  const { last_screening } = health.preventive_care.screening_history;
  return last_screening === null ? undefined : isoToDay(last_screening);
}

/** The last screening, and some of those before it at the distance that the frequency says. */
function drawScreenings(source: Source, life: LifeDays, above: AboveLifeEvents, moments: number[]): void {
  let day = lastScreeningDay(above);
  if (day === undefined) return;
  const { share, gapDays, spreadDays } = earlierScreenings[above.health.preventive_care.screening_history.frequency];
  const adulthood = birthdayAt(life, kindsByIndex[indexOfKind.screening]?.minAge ?? 0);
  do {
    insertMoment(moments, momentOf(day, indexOfKind.screening));
    day -= gapDays + source.below(spreadDays + 1);
  } while (day >= adulthood && source.unit() < share);
}

function drawHealthEvents(
  source: Source,
  life: LifeDays,
  above: AboveLifeEvents,
  moments: number[],
  fullness: Fullness,
): void {
  const conditions = above.health.chronic_conditions.length;
  const { diagnosis, treatment, biopsy, family_cancer_diagnosis, genetic_testing } = indexOfKind;
  for (let count = 0; count < Math.min(conditions, DIAGNOSIS_SHARES.length); count++) {
    if (!isTaken(source, DIAGNOSIS_SHARES[count] as number, fullness)) break;
    const day = drawDay(source, firstPastDay(life, kindsByIndex[diagnosis] as EventKind), life.today) as number;
    if (!isFree(moments, day, diagnosis)) continue;
    insertMoment(moments, momentOf(day, diagnosis));
    const treated = day + 7 + source.below(150);
    if (isTaken(source, TREATMENT_SHARE, fullness) && treated <= life.today && isFree(moments, treated, treatment))
      insertMoment(moments, momentOf(treated, treatment));
  }
  if (hasReasonForBiopsy(above.health) && isTaken(source, BIOPSY_SHARE, fullness))
    addOnce(source, life, biopsy, moments);
  if (mayHaveCancerInFamily(above.health) && isTaken(source, FAMILY_CANCER_SHARE, fullness))
    addOnce(source, life, family_cancer_diagnosis, moments);
  const tested = knowsVariant(above.health)
    ? TESTED_WITH_VARIANT_SHARE
    : (eventShares[above.persona_type].past[genetic_testing] as number);
  if (isTaken(source, tested, fullness)) addOnce(source, life, genetic_testing, moments);
}

function addOnce(source: Source, life: LifeDays, index: number, moments: number[]): void {
  const day = drawDay(source, firstPastDay(life, kindsByIndex[index] as EventKind), life.today);
  if (day !== undefined) insertMoment(moments, momentOf(day, index));
}

function isTaken(source: Source, share: number, fullness: Fullness): boolean {
  const point = source.unit();
  return fullness === 'drawn' ? point < share : fullness === 'full';
}
