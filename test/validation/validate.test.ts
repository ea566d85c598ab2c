import { describe, expect, it } from 'vitest';
import { customer, health } from '../../arbitraries/index.js';
import { defineDomain, Source, validate } from '../../src/index.js';
import type { ReportedViolation, ValidateOptions } from '../../src/index.js';
import { NoteBook } from '../../src/validation/NoteBook.js';
import { check, foundIn, people, withChanges } from './dataSets.js';

describe('validate', () => {
  const all = people(100);
  const wrong = withChanges(all, [3, 7], ({ engagement }) => {
    engagement.visit_count = 99;
  });

  it('takes any iterable, at once or as it comes', async () => {
    async function* later(): AsyncGenerator<object> {
      yield* wrong;
    }
    const expected = await check(wrong);
    expect(await validate(new Set(wrong), { domain: health })).toEqual(expected);
    expect(await validate(later(), { domain: health })).toEqual(expected);
    expect(foundIn(expected)).toEqual([3, 7].map((at) => `visit-count-agrees ${at} /${at}/engagement/visit_count`));
  });

  it('reports nothing of no records', async () => {
    expect(await check([])).toMatchObject({ ok: true, counts: { records: 0, errors: 0 }, violations: [], notes: [] });
  });

  it('tells of violations as they are found, and keeps none where none are wanted', async () => {
    const told: ReportedViolation[] = [];
    const report = await check(wrong, { onViolation: (one) => told.push(one), keepViolations: false });
    expect(report.violations).toEqual([]);
    expect(report.counts).toMatchObject({ errors: 2, broken_records: 2, by_rule: { 'visit-count-agrees': 2 } });
    expect(told).toEqual((await check(wrong)).violations);
  });

  it('lets warnings stand without failing', async () => {
    const foreign = withChanges(all, [...all.keys()], ({ core, narrative, life_events }) => {
      core.name = 'Ana-María Ñuñez y Soto';
      narrative.pain_points = ['No bus on Sundays'];
      narrative.motivations = ['My grandchildren'];
      for (const event of life_events.past) event.support_needs = ['A lift to the clinic'];
    });
    const report = await check(foreign);
    expect(report.ok).toBe(true);
    expect(Object.keys(report.counts.by_rule).sort()).toEqual([
      'event-texts-fit-subtype',
      'motivations-of-persona',
      'name-listed',
      'pain-points-of-persona',
    ]);
    expect(report.counts).toMatchObject({ errors: 0, broken_records: 0 });
    expect(report.counts.warnings).toBe(report.violations.length);
  });

  it('names the second of two records with one id', async () => {
    const twice = [...all.slice(0, 99), { ...all[99]!, customer_id: all[20]!.customer_id }];
    const report = await check(twice);
    expect(foundIn(report)).toEqual(['unique-id 99 /99/customer_id']);
    expect(report.violations[0]).toMatchObject({
      actual: all[20]!.customer_id,
      message: expect.stringContaining('record 20'),
    });
  });

  it('checks records as those of a model where one is named', async () => {
    const report = await check([{}, all[0]], { model: 'customers', count: 'any' });
    expect(report.files[0]).toMatchObject({ collections: ['customers'], records: 2 });
    expect(report.counts.by_rule).toHaveProperty('shape-missing-key');
    expect(report.counts.by_rule).not.toHaveProperty('shape-unknown-record');
    expect(await check([all[0]], { model: 'customer', count: 'any' })).toMatchObject({ counts: { broken_records: 0 } });
  });

  it('checks against the date that the records state, unless it is told another', async () => {
    const asOf = '2031-07-09';
    const later = [customer({}, { asOf }).draw(Source.of(4))];
    expect(await check(later, { count: 'any' })).toMatchObject({ as_of: asOf });
    expect(foundIn(await check(later, { count: 'any' })).filter((each) => !each.includes('-shares'))).toEqual([]);
    expect(await check(later, { asOf: '2030-01-01', count: 'any' })).toMatchObject({ as_of: '2030-01-01' });
    expect(await check([{}])).toMatchObject({ as_of: health.asOf });
  });

  it('checks a domain without validations', async () => {
    const { name, asOf, collections } = health;
    const plain = defineDomain({ name, asOf, collections });
    expect(await validate(wrong, { domain: plain })).toMatchObject({ validations: [], counts: { errors: 2 } });
  });

  it.each<[Partial<ValidateOptions>, string]>([
    [{ alpha: 0 }, 'alpha is 0'],
    [{ alpha: 1 }, 'alpha is 1'],
    [{ alpha: Number.NaN }, 'alpha is NaN'],
    [{ tolerance: -0.1 }, 'tolerance is -0.1'],
    [{ tolerance: 2 }, 'tolerance is 2'],
    [{ count: -1 }, 'count is -1'],
    [{ count: { customers: 1.5 } }, 'count is 1.5'],
    [{ asOf: '31.03.2025' }, 'asOf is "31.03.2025"'],
    [{ model: 'patients' }, '"patients": the health domain has no such collection'],
  ])('refuses %j', async (options, what) => {
    await expect(check([], options)).rejects.toThrow(what);
  });
});

describe('NoteBook', () => {
  it('tells each note once, with its first place and how often it occurs', () => {
    const notes = new NoteBook();
    const at = (pointer: string) => ({ note: 'extra-key', pointer, message: 'm' });
    notes.add(at('/visits/3/device'), 'a.json', 5, '/5');
    notes.add(at('/visits/12/device'), 'a.json', 8, '/8');
    notes.add(at('/visits/0/device'), 'b.json', 0, '/0');
    notes.add(at('/visits/0'), 'a.json', 9, '/9');
    expect(notes.all()).toEqual([
      { note: 'extra-key', file: 'a.json', record: 5, pointer: '/5/visits/*/device', message: 'm', count: 2 },
      { note: 'extra-key', file: 'b.json', record: 0, pointer: '/0/visits/*/device', message: 'm', count: 1 },
      { note: 'extra-key', file: 'a.json', record: 9, pointer: '/9/visits/*', message: 'm', count: 1 },
    ]);
  });
});
