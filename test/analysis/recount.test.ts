import { describe, expect, it } from 'vitest';
import { collectionIn, fixture, fixtureAnalysis, groupIn, records, types } from './dataSet.js';
import { ageOf, correlation, glance, isIn, personaOf, rawJourneys, riskOf } from './rawFigures.js';
import type { GroupFigures, JourneyFigures } from '../../src/analysis/index.js';
import type { Scenario } from '../../arbitraries/index.js';

const asOf = '2025-03-31';
const close = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? (expect.closeTo(value, 9) as unknown) : value;

/** Numbers that are no counts are compared to nine digits behind the point. */
function nearly(glanced: object): object {
  return Object.fromEntries(Object.entries(glanced).map(([key, value]) => [key, close(value)]));
}

const groupingsOf = (groups: readonly GroupFigures[]): string[] => [...new Set(groups.map(({ grouping }) => grouping))];

describe('the figures of the fixture', () => {
  it.each(types)('are those of a recount in every group of %s', async (type) => {
    const { groups, records: size } = collectionIn(await fixtureAnalysis(), type);
    expect(size).toBe(fixture[type].length);
    expect(groupingsOf(groups)).toEqual(['all', 'persona', 'age_band', 'risk_level']);
    for (const { grouping, label, records: count, journey } of groups) {
      const group = fixture[type].filter((one) => isIn(grouping, label, one));
      expect(count, `${grouping} ${label}`).toBe(group.length);
      if (group.length > 0) expectJourneys(journey!, group);
    }
  });

  it('are those of a recount of journeys of all kinds', async () => {
    const { journeys } = await fixtureAnalysis();
    const all = types.flatMap((type): readonly Scenario[] => fixture[type]);
    expect(groupingsOf(journeys)).toEqual(['all', 'persona', 'age_band', 'risk_level', 'collection']);
    for (const { grouping, label, records: count, journey, needs } of journeys) {
      const group = all.filter((one) => isIn(grouping, label, one));
      expect(count).toBe(group.length);
      const raw = rawJourneys(group, [], asOf);
      expect(journey!.endings.map(({ hits }) => hits)).toEqual(raw.endings);
      expect([journey!.tense.hits, journey!.tense.trials]).toEqual([raw.tense, raw.visits]);
      expect(journey!.duration_days).toEqual(nearly(raw.duration));
      expect(journey!.steps).toEqual([]);
      expect(journey!.flows).toEqual([]);
      expect(needs['raised_risk']!.hits).toBe(group.filter((one) => riskOf(one) !== 'low').length);
    }
    // Nobody of the fixture is at high risk: such a group of journeys says nothing.
    expect(journeys.some(({ label }) => label === 'high')).toBe(false);
  });

  it('are those of a recount in every group of customers', async () => {
    const { groups } = collectionIn(await fixtureAnalysis(), 'customers');
    for (const { grouping, label, records: count, measures, needs, facts, journey } of groups) {
      const group = fixture.customers.filter((one) => isIn(grouping, label, one));
      expect(count).toBe(group.length);
      expect(measures['age']).toEqual(nearly(glance(group.map(ageOf))));
      expect(measures['bmi']).toEqual(nearly(glance(group.map(({ health }) => health.bmi))));
      const never = group.filter(({ health }) => !health.preventive_care.screening_history.has_history);
      expect(needs['never_screened']).toMatchObject({ hits: never.length, trials: group.length });
      expect(facts['screening_history']!.map(({ hits }) => hits)).toEqual([group.length - never.length, never.length]);
      expect(journey).toBeUndefined();
    }
    expect(groupIn(groups, 'risk_level', 'high').records).toBe(0);
  });

  it('hold the targets beside what was found', async () => {
    const { targets } = collectionIn(await fixtureAnalysis(), 'customers');
    expect(targets).toHaveLength(12);
    for (const { margin, label, target, hits, share } of targets) {
      expect(hits).toBe(fixture.customers.filter((one) => isIn(margin, label, one)).length);
      expect(share).toBeCloseTo(target, 12);
    }
    // The targets of scenarios that not everybody has are none.
    expect(collectionIn(await fixtureAnalysis(), 'life_transition').targets).toEqual([]);
  });

  it('hold every two groupings', async () => {
    const { crosses } = collectionIn(await fixtureAnalysis(), 'customers');
    expect(crosses.map(({ rows, columns }) => `${rows} ${columns}`)).toEqual([
      'persona age_band',
      'persona risk_level',
      'age_band risk_level',
    ]);
    for (const { rows, columns, row_labels, column_labels, counts } of crosses) {
      const found = row_labels.map((row) =>
        column_labels.map(
          (column) => fixture.customers.filter((one) => isIn(rows, row, one) && isIn(columns, column, one)).length,
        ),
      );
      expect(counts).toEqual(found);
      expect(counts.flat().reduce((a, b) => a + b)).toBe(500);
    }
  });

  it('hold the correlation of every two measures', async () => {
    const { measures, values, counts } = collectionIn(await fixtureAnalysis(), 'customers').correlations;
    const columns: Readonly<Record<string, readonly number[]>> = {
      age: fixture.customers.map(({ core }) => core.age),
      bmi: fixture.customers.map(({ health }) => health.bmi),
      anxiety: fixture.customers.map(({ health }) => health.anxiety_level),
      visits: fixture.customers.map(({ engagement }) => engagement.visit_count),
    };
    for (const [a, listA] of Object.entries(columns)) {
      for (const [b, listB] of Object.entries(columns)) {
        const [row, column] = [measures.indexOf(a), measures.indexOf(b)] as const;
        expect(values[row]![column], `${a} ${b}`).toBeCloseTo(correlation(listA, listB), 10);
        expect(counts[row]![column]).toBe(500);
      }
    }
  });

  it('add up', async () => {
    const analysis = await fixtureAnalysis();
    expect(analysis.records).toBe(records.length);
    for (const { groups } of analysis.collections) {
      for (const { journey } of groups) if (journey !== undefined) expectSums(journey);
    }
    expect(new Set(records.map(personaOf)).size).toBe(5);
  });
});

function expectJourneys(figures: JourneyFigures, group: readonly Scenario[]): void {
  const names = figures.steps.map(({ step }) => step);
  const raw = rawJourneys(group, names, asOf);
  const engaged = figures.transitions.find(({ from, to }) => from === 'engaged' && to === 'anxious')!;
  expect({
    journeys: figures.journeys,
    endings: figures.endings.map(({ hits }) => hits),
    tense: figures.tense.hits,
    visits: figures.tense.trials,
    anxiousAfterEngaged: engaged.hits,
    afterEngaged: engaged.trials,
    duration: figures.duration_days,
    outcomes: figures.outcomes.map((one) => ({ ...one, reached: one.reached.hits })),
    steps: figures.steps.map((one) => ({
      reached: one.reached,
      lost: one.drop_off.hits,
      completed: one.completed.hits,
      skipped: one.statuses['skipped'],
      tense: one.tense.hits,
      anxious: one.emotions.find(({ label }) => label === 'anxious')!.hits,
      gaps: one.gap_days,
    })),
  }).toEqual({
    ...raw,
    duration: nearly(raw.duration),
    steps: raw.steps.map((one) => ({ ...one, gaps: nearly(one.gaps) })),
  });
}

/** What holds between figures, whatever the data are. */
function expectSums({ journeys, endings, emotions, steps, flows, completion_time }: JourneyFigures): void {
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  expect(sum(endings.map(({ hits }) => hits))).toBe(journeys);
  expect(sum(flows.filter(({ to }) => endings.some(({ label }) => label === to)).map(({ count }) => count))).toBe(
    journeys,
  );
  const visits = steps.map((one) => sum(one.emotions.map(({ hits }) => hits)));
  expect(sum(visits)).toBe(sum(emotions.map(({ hits }) => hits)));
  for (const [index, { step, drop_off, reached, statuses }] of steps.entries()) {
    const into = sum(flows.filter(({ to }) => to === step).map(({ count }) => count));
    expect(into + (index === 0 ? journeys : 0)).toBe(visits[index]);
    expect(sum(flows.filter(({ from }) => from === step).map(({ count }) => count))).toBe(visits[index]);
    expect(sum(Object.values(statuses))).toBeLessThanOrEqual(reached);
    expect(drop_off.trials).toBe(reached);
  }
  const lost = sum(steps.map(({ drop_off }) => drop_off.hits));
  expect(lost).toBe(
    sum(endings.filter(({ label }) => label === 'abandoned' || label === 'stopped').map(({ hits }) => hits)),
  );
  expect(completion_time.journeys).toBe(journeys);
}
