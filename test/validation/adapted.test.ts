import { describe, expect, it } from 'vitest';
import { customerModel, customers, health, scenarios } from '../../arbitraries/index.js';
import type { Customer } from '../../arbitraries/index.js';
import { RecordChecker } from '../../src/validation/RecordChecker.js';
import type { CheckedRecord } from '../../src/validation/RecordChecker.js';
import { journeys, people } from './dataSets.js';

const ofCustomers = await RecordChecker.of(customers, health.asOf);
const ofTransitions = await RecordChecker.of(scenarios.life_transition, health.asOf);
const one = people(1)[0]!;

type Path = readonly (string | number)[];

/** A copy with another value at a path; undefined takes the key away. */
function withAt(record: object, path: Path, value: unknown): object {
  const copy = structuredClone(record);
  const holder = path.slice(0, -1).reduce((at, key) => (at as Record<string | number, unknown>)[key], copy as unknown);
  const last = path.at(-1)!;
  if (value === undefined) Reflect.deleteProperty(holder as object, last);
  else (holder as Record<string | number, unknown>)[last] = value;
  return copy;
}

function checked(record: unknown, isText = false): CheckedRecord {
  return ofCustomers.check(record, isText);
}

/** Notes as `note pointer`, violations as `rule pointer`. */
function said({ notes, violations }: CheckedRecord): string[] {
  return [
    ...notes.map(({ note, pointer }) => `${note} ${pointer}`),
    ...violations.map(({ rule, pointer }) => `${rule} ${pointer}`),
  ];
}

/** The cells of a row as texts: what a reader of CSV makes of a record. Nulls and empty lists are empty cells. */
function asCells(value: unknown, listsInCells: boolean): unknown {
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  if (Array.isArray(value)) {
    return listsInCells ? JSON.stringify(value) : value.map((item) => asCells(item, listsInCells));
  }
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).map(([key, inner]) => [key, asCells(inner, listsInCells)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

describe('foreign dates', () => {
  const first: Path = ['engagement', 'visits', 0, 'at'];
  const instant = one.engagement.visits[0]!.at;
  const bare = instant.slice(0, -1);

  it.each([
    ['with microseconds and no zone', `${bare}.902001`],
    ['with an offset', `${bare}+00:00`],
    ['with a space', instant.replace('T', ' ')],
    ['with lower-case letters', instant.toLowerCase()],
    ['without a zone', bare],
  ])('are understood %s', (_, written) => {
    const found = checked(withAt(one, first, written));
    expect(said(found)).toEqual(['foreign-date /engagement/visits/0/at']);
    expect(found.record).toEqual(one);
    expect(found.notes[0]!.message).toContain(`${JSON.stringify(written)} for ${instant}`);
  });

  it('are moved to UTC by their offset', () => {
    const wanted = withAt(one, first, '2025-03-05T02:03:07Z');
    const found = checked(withAt(one, first, '2025-03-05T00:03:07.902001-02:00'));
    expect(found.record).toEqual(wanted);
    expect(found.notes.map(({ note }) => note)).toEqual(['foreign-date']);
  });

  it.each(['T00:00:00', 'T00:00:00+02:00', 'T23:59:59-11:00', ' 12:00'])(
    'keep the day that is written before %s',
    (time) => {
      const found = checked(withAt(one, ['core', 'birth_date'], one.core.birth_date + time));
      expect(said(found)).toEqual(['foreign-date /core/birth_date']);
      expect(found.record).toEqual(one);
    },
  );

  it.each(['yesterday', '05.03.2025', '2025-02-30', '2025-13-01T00:00:00', ''])(
    'are a fault where they are %j',
    (written) => {
      const found = checked(withAt(one, ['core', 'birth_date'], written));
      expect(said(found)[0]).toBe('shape-malformed-date /core/birth_date');
      expect(found.violations[0]).toMatchObject({ actual: written, severity: 'error' });
      expect(found.record).toBeUndefined();
    },
  );
});

describe('foreign keys', () => {
  it('may stand in any order', () => {
    const turned = JSON.parse(JSON.stringify(one), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ) as unknown;
    expect(said(checked(turned))).toEqual([]);
  });

  it.each([
    [['batch'], '/batch'],
    [['core', 'location', 'a/b~c'], '/core/location/a~1b~0c'],
    [['engagement', 'visits', 0, 'device'], '/engagement/visits/0/device'],
    [['health', 'preventive_care', 'screening_history', ''], '/health/preventive_care/screening_history/'],
  ] as const)('are noted at %j, and left out', (path, pointer) => {
    const given = withAt(one, path, { any: 'thing' });
    const before = structuredClone(given);
    const found = checked(given);
    expect(said(found)).toEqual([`extra-key ${pointer}`]);
    expect(found.record).toEqual(one);
    expect(given).toEqual(before);
  });

  it('may be called __proto__', () => {
    const given = JSON.parse(JSON.stringify(one).replace('{', '{"__proto__":{"polluted":true},')) as object;
    const found = checked(given);
    expect(said(found).filter((each) => !each.includes('__proto__'))).toEqual([]);
    expect('polluted' in (found.record ?? {})).toBe(false);
  });

  it('leave the rules at work', () => {
    const found = checked({ ...withAt(one, ['engagement', 'visit_count'], 99), batch: 3 });
    expect(said(found)).toEqual(['extra-key /batch', 'visit-count-agrees /engagement/visit_count']);
    expect(found.record).toEqual(withAt(one, ['engagement', 'visit_count'], 99));
  });
});

describe('texts of a CSV file', () => {
  const withoutList = people(50).find(({ health: { chronic_conditions: list } }) => list.length === 0)!;
  const withoutDate = people(50).find(
    ({ health: { preventive_care } }) => preventive_care.screening_history.last_screening === null,
  )!;

  it.each([true, false])('are read as what they say, lists in one cell: %s', (listsInCells) => {
    for (const person of [one, withoutList, withoutDate, ...people(20)]) {
      const found = checked(asCells(person, listsInCells), true);
      expect(found.record).toEqual(person);
      expect(found.violations).toEqual([]);
      expect(new Set(found.notes.map(({ note }) => note))).toEqual(new Set(['text-cell']));
    }
  });

  it('are read as scenarios too', () => {
    for (const scenario of journeys('life_transition', 100).slice(0, 20)) {
      for (const listsInCells of [true, false]) {
        const found = ofTransitions.check(asCells(scenario, listsInCells), true);
        expect(found.record).toEqual(scenario);
        expect(found.violations).toEqual([]);
      }
    }
  });

  it('are read in any case, and as nothing where they are empty', () => {
    const cells = asCells(withoutDate, true) as { health: { preventive_care: { screening_history: object } } };
    cells.health.preventive_care.screening_history = {
      has_history: 'FALSE',
      frequency: 'never',
      last_screening: '',
      completion_rate: '0.0',
    };
    expect(checked(cells, true).record).toEqual(withoutDate);
  });

  it('stay texts where a text is wanted', () => {
    const cells = asCells(one, true) as Customer;
    expect(checked(cells, true).record).toHaveProperty('core.location.postal_code', one.core.location.postal_code);
  });

  it('are faults where they say something else', () => {
    const cells = asCells(one, true) as object;
    expect(said(checked(withAt(cells, ['core', 'age'], 'forty'), true))).toContain('shape-wrong-type /core/age');
    expect(said(checked(withAt(cells, ['core', 'age'], undefined), true))).toContain('shape-missing-key /core/age');
    expect(said(checked(withAt(cells, ['health', 'risk', 'factors'], '[{"factor"'), true))).toContain(
      'shape-wrong-type /health/risk/factors',
    );
  });

  it('are no texts of a JSON file', () => {
    expect(said(checked(withAt(one, ['core', 'age'], String(one.core.age))))).toEqual(['shape-wrong-type /core/age']);
  });
});

describe('additions to the format', () => {
  const scenario = journeys('life_transition', 100).find(({ journey }) => journey.length > 1)!;
  const brief = { scenario_type: scenario.scenario_type, user: scenario.user, journey: scenario.journey };

  it.each([false, true])('may be missing, and are noted; from CSV: %s', (isText) => {
    const found = ofTransitions.check(isText ? asCells(brief, true) : brief, isText);
    const missing = found.notes.filter(({ note }) => note === 'missing-addition').map(({ pointer }) => pointer);
    expect(missing.sort()).toEqual(['/customer_id', '/expected_outcomes', '/trigger_event']);
    expect(found.violations).toEqual([]);
    expect(found.record).toEqual(brief);
  });

  it('may be missing where a rule on the rest is broken', () => {
    const early = structuredClone(brief);
    early.journey[1]!.timestamp = '2020-01-01T00:00:00Z';
    expect(ofTransitions.check(early, false).violations.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual([
      'journey-time-order /journey/1/timestamp',
    ]);
  });

  it('are faults where they are there and wrong', () => {
    expect(said(ofTransitions.check({ ...scenario, expected_outcomes: null }, false))).toEqual([
      'shape-wrong-type /expected_outcomes',
    ]);
  });

  it('are wanted where the model has none', () => {
    const { customer_id: _, ...rest } = one;
    expect(said(checked(rest))).toEqual(['shape-missing-key /customer_id']);
    expect(customerModel.id).toBe('customer_id');
  });
});
