/*
 * Data sets with mistakes that are easily made, and that checks of sums alone let pass: each is named, pointed at and
 * counted, and nothing is said that is not so.
 */
import { describe, expect, it } from 'vitest';
import { eventKinds } from '../../arbitraries/life-events/index.js';
import type { Customer, Scenario } from '../../arbitraries/index.js';
import { addDays, daysBetween } from '../../src/index.js';
import { asOf, check, failedIn, foundIn, indicesOf, journeys, lifeEvent, people, withChanges } from './dataSets.js';

const isWhole = ({ journey }: Scenario): boolean =>
  journey.length === 3 && journey.every(({ completion_status: status }) => status === 'completed');

/** The same findings for each of the wrong records; `*` stands for its index. */
function each(wrong: readonly number[], ...findings: readonly string[]): string[] {
  return wrong.flatMap((index) => findings.map((finding) => finding.replaceAll('*', String(index))));
}

describe('a data set in which nothing is wrong', () => {
  it('has nothing reported', async () => {
    for (const records of [people(), journeys('first_time_user'), journeys('life_transition')]) {
      const report = await check(records);
      expect(foundIn(report)).toEqual([]);
      expect(report).toMatchObject({
        ok: true,
        notes: [],
        counts: { records: records.length, errors: 0, warnings: 0 },
      });
    }
  });
});

describe('steps of a scenario', () => {
  const all = journeys('first_time_user');

  it('are named one by one where they run backwards', async () => {
    const wrong = indicesOf(all, 3, isWhole);
    const backwards = withChanges(all, wrong, ({ journey }) => {
      const times = journey.map(({ timestamp }) => timestamp).reverse();
      for (const [index, step] of journey.entries()) step.timestamp = times[index]!;
    });
    const report = await check(backwards);
    const finding = 'journey-time-order * /*/journey';
    expect(foundIn(report)).toEqual(each(wrong, `${finding}/1/timestamp`, `${finding}/2/timestamp`));
    expect(report.counts).toMatchObject({ by_rule: { 'journey-time-order': 6 }, broken_records: 3, errors: 6 });
    expect(failedIn(report)).toEqual(['journey-completion']);
  });

  it('are named where the risk assessment comes after the plan it leads to', async () => {
    const wrong = indicesOf(all, 2, isWhole);
    const swapped = withChanges(all, wrong, ({ journey: [, assessment, plan] }) => {
      [assessment!.timestamp, plan!.timestamp] = [plan!.timestamp, assessment!.timestamp];
    });
    const report = await check(swapped);
    expect(foundIn(report)).toEqual(each(wrong, 'journey-time-order * /*/journey/2/timestamp'));
    expect(report.violations[0]!.message).toMatch(/^prevention_plan at .* comes before risk_assessment at /);
    expect(failedIn(report)).toEqual(['journey-completion']);
  });

  it('are named where one is finished after today', async () => {
    const isLate = (one: Scenario): boolean => isWhole(one) && daysBetween(one.journey[1]!.timestamp, asOf) < 20;
    const wrong = indicesOf(all, 3, isLate);
    const finished = withChanges(all, wrong, ({ journey }) => {
      journey[2]!.timestamp = `${addDays(asOf, 3)}T10:00:00Z`;
    });
    const report = await check(finished);
    expect(foundIn(report)).toEqual(each(wrong, 'journey-done-in-past * /*/journey/2/timestamp'));
    expect(report.counts.by_rule).toEqual({ 'journey-done-in-past': 3 });
    expect(failedIn(report)).toEqual(['journey-completion']);
  });

  it('are named where one is planned in the past', async () => {
    const many = journeys('life_transition');
    const wrong = indicesOf(many, 3, isWhole);
    const planned = withChanges(many, wrong, ({ journey }) => {
      journey[2]!.completion_status = 'planned';
    });
    const report = await check(planned);
    expect(foundIn(report)).toEqual(each(wrong, 'journey-planned-in-future * /*/journey/2/timestamp'));
    expect(failedIn(report)).toEqual(['journey-completion']);
  });

  it('are named where one comes before the event that set it off', async () => {
    const many = journeys('life_transition');
    const wrong = indicesOf(many, 2, ({ journey }) => journey.length > 1);
    const early = withChanges(many, wrong, ({ journey, trigger_event: event }) => {
      journey[0]!.timestamp = `${addDays(event!.date, -1)}T23:59:59Z`;
    });
    const report = await check(early);
    expect(report.counts.by_rule['journey-cause-order']).toBe(2);
    expect(foundIn(report)).toEqual(
      expect.arrayContaining(each(wrong, 'journey-cause-order * /*/journey/0/timestamp')),
    );
    expect(report.counts.broken_records).toBe(2);
  });
});

describe('visits', () => {
  const all = people();
  const wrong = indicesOf(all, 3, ({ engagement }) => engagement.visits.length > 2);
  const centuriesEarlier = (place: number): Customer[] =>
    withChanges(all, wrong, ({ engagement: { visits } }) => {
      visits[place]!.at = `1745${visits[place]!.at.slice(4)}`;
    });

  it('are named where one lies centuries before birth, and with it what is worked out from it', async () => {
    const report = await check(centuriesEarlier(0));
    expect(foundIn(report)).toEqual(
      each(
        wrong,
        'visits-after-registration * /*/engagement/visits/0/at',
        'visits-within-last-year * /*/engagement/visits/0/at',
        'visit-gaps-in-class * /*/engagement/visits/1/at',
        'average-gap-agrees * /*/engagement/average_gap_days',
      ),
    );
    expect(failedIn(report)).toEqual([]);
    expect(report).toMatchObject({ ok: false, counts: { broken_records: 3 } });
  });

  it('are named as out of order where such a one stands after another', async () => {
    const report = await check(centuriesEarlier(1));
    const inOrder = foundIn(report).filter((finding) => finding.startsWith('visits-in-order'));
    expect(inOrder).toEqual(each(wrong, 'visits-in-order * /*/engagement/visits/1/at'));
    expect(report.counts).toMatchObject({ by_rule: { 'visits-in-order': 3 }, broken_records: 3 });
  });
});

describe('life events', () => {
  const all = people();

  it('are named where they stand out of order', async () => {
    const wrong = indicesOf(all, 3, ({ life_events: { past } }) => past.length === 2 && past[0]!.date < past[1]!.date);
    const turned = withChanges(all, wrong, ({ life_events }) => life_events.past.reverse());
    const report = await check(turned);
    const inOrder = foundIn(report).filter((finding) => finding.startsWith('life-events-in-order'));
    expect(inOrder).toEqual(each(wrong, 'life-events-in-order * /*/life_events/past/1/date'));
    expect(report.counts.by_rule['life-events-in-order']).toBe(3);
  });

  it.each([
    ['marriage', 9, 'marital-history-ends-in-status * /*/life_events/past'],
    ['retirement_planning', 3, 'past-events-within-ten-years * /*/life_events/past/0/date'],
  ] as const)('are named where a %s lies at %i years of age', async (subtype, age, alsoWrong) => {
    const wrong = indicesOf(all, 2, ({ core }) => core.marital_status === 'single');
    const children = withChanges(all, wrong, ({ core, life_events }) => {
      life_events.past.unshift(lifeEvent(subtype, addDays(core.birth_date, age * 366), 'completed'));
    });
    const report = await check(children);
    expect(foundIn(report)).toEqual(
      each(wrong, 'life-events-at-plausible-age * /*/life_events/past/0/date', alsoWrong),
    );
    expect(report.violations[0]!.message).toContain(`at the age of ${age}, too young`);
    expect(report.counts).toMatchObject({ by_rule: { 'life-events-at-plausible-age': 2 }, broken_records: 2 });
  });

  it('are named where somebody single divorces', async () => {
    const wrong = indicesOf(all, 3, ({ core }) => core.marital_status === 'single');
    const divorced = withChanges(all, wrong, ({ life_events }) => {
      life_events.past.push(lifeEvent('divorce', asOf, 'completed'));
    });
    const report = await check(divorced);
    const last = (index: number): number => divorced[index]!.life_events.past.length - 1;
    expect(foundIn(report)).toEqual(
      wrong.map((index) => `marital-events-follow-each-other ${index} /${index}/life_events/past/${last(index)}`),
    );
  });

  it('are named where two retirements are planned', async () => {
    const isFree = ({ core, life_events: { past, anticipated } }: Customer): boolean =>
      core.age >= eventKinds.retirement_planning.minAge &&
      [...past, ...anticipated].every(({ subtype }) => subtype !== 'retirement_planning');
    const wrong = indicesOf(all, 3, isFree);
    const twice = withChanges(all, wrong, ({ life_events: { anticipated } }) => {
      anticipated.unshift(lifeEvent('retirement_planning', addDays(asOf, 1), 'planned'));
      anticipated.push(lifeEvent('retirement_planning', addDays(asOf, 730), 'planned'));
    });
    const report = await check(twice);
    const last = (index: number): number => twice[index]!.life_events.anticipated.length - 1;
    expect(foundIn(report)).toEqual(
      wrong.map((index) => `once-only-events-once ${index} /${index}/life_events/anticipated/${last(index)}`),
    );
  });
});
