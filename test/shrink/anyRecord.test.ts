import { describe, expect, it } from 'vitest';
import { customerModel, scenarios } from '../../arbitraries/index.js';
import { shrink, shrinkData, Source } from '../../src/index.js';
import type { Model, Shrunk } from '../../src/index.js';
import { conditionOn, mutated, pathsIn, memberAt, without } from './mutated.js';
import { personModel, simplest, somebody, throughJson } from './people.js';

const SEED = Number(process.env['SHRINK_SEED'] ?? 42);
const SCALE = Number(process.env['SHRINK_SCALE'] ?? 1);

type AnyModel = Model<object>;
type Fails = (value: unknown) => boolean;

const models: readonly (readonly [string, AnyModel, runs: number])[] = [
  ['person', personModel, 150],
  ['customer', customerModel, 25],
  ...Object.entries(scenarios).map(([name, { model }]) => [name, model, 50] as const),
];

/** What a person would say against a result; nothing where it is a good one. */
function complaints(found: Shrunk<unknown>, fails: Fails, { arbitrary }: AnyModel): string[] {
  const { value, needs } = found;
  const said: string[] = [];
  if (!fails(value)) said.push('it does not fail');
  if (found.to.bytes !== Buffer.byteLength(JSON.stringify(value))) said.push('it is of another size');
  const paths = pathsIn(value);
  const pointers = new Map(paths.map((path) => [pointerOf(path), path]));
  for (const { pointer, kind } of needs) {
    const path = pointers.get(pointer);
    if (kind === 'missing-key' || pointer === '') continue;
    if (path === undefined) said.push(`it does not have ${pointer}, which it is said to need`);
    else if (kind === 'extra-key' && fails(without(value, path))) said.push(`it does not need ${pointer}`);
  }
  for (const pointer of [...found.matters, ...found.simplest]) {
    if (pointer !== '' && !pointers.has(pointer)) said.push(`it does not have ${pointer}`);
  }
  for (const path of paths) {
    if (!Array.isArray(memberAt(value, path.slice(0, -1)))) continue;
    const shorter = without(value, path);
    if (arbitrary.accepts(shorter) && fails(shorter)) said.push(`it does without ${pointerOf(path)}`);
  }
  if (arbitrary.accepts(value)) {
    if (needs.length > 0) said.push('it is legal and is said to need what is not');
    for (const simpler of arbitrary.smaller(value)) {
      if (!fails(simpler)) continue;
      said.push(`${JSON.stringify(simpler)} is simpler and fails`);
      break;
    }
  } else if (needs.length === 0) said.push('it is not legal, and needs nothing');
  return said;
}

function pointerOf(path: readonly string[]): string {
  return path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

describe('any record with any fault', { timeout: 300_000 }, () => {
  it.each(models)('shrinks to one that still fails and cannot lose anything: %s', async (name, model, runs) => {
    let incomplete = 0;
    for (let run = 0; run < runs * SCALE; run++) {
      const source = Source.of(SEED).child(name).childAt(run);
      const drawn = throughJson(model.arbitrary.draw(source.child('record')));
      const value = mutated(drawn, source.child('times').below(5), source.child('faults'));
      const { words, fails } = conditionOn(value, source.child('condition'));
      const about = `SHRINK_SEED=${SEED}, ${name} ${run}: ${words}`;
      const before = JSON.stringify(value);
      const found = await shrink<unknown>(value, { model, fails });
      expect(JSON.stringify(value), about).toBe(before);
      if (!found.isComplete) {
        // What is equal to a large value lets hardly anything be simplified, and each candidate is asked for.
        expect(fails(found.value), about).toBe(true);
        incomplete++;
        continue;
      }
      expect(complaints(found, fails, model), about).toEqual([]);
    }
    expect(incomplete).toBeLessThanOrEqual(Math.ceil((runs * SCALE) / 100));
  });

  it('shrinks in data sets to the records that are needed', async () => {
    for (let run = 0; run < 40 * SCALE; run++) {
      const source = Source.of(SEED).child('data').childAt(run);
      const records = Array.from({ length: 30 }, (_, index) => {
        const own = source.childAt(index);
        const drawn = throughJson(personModel.arbitrary.draw(own.child('record')));
        return mutated(drawn, own.child('times').below(3), own.child('faults'));
      });
      const { words, fails } = conditionOn(records[run % 30], source.child('condition'));
      const atLeast = Math.min(1 + (run % 3), records.filter(fails).length);
      const failTogether = (all: readonly unknown[]): boolean => all.filter(fails).length >= atLeast;
      const found = await shrinkData<unknown>(records, {
        model: personModel,
        fails: failTogether,
      });
      const about = `SHRINK_SEED=${SEED}, data ${run}: ${atLeast} of ${words}`;
      expect([failTogether(found.value), found.isComplete], about).toEqual([true, true]);
      expect(found.value.length, about).toBe(atLeast);
    }
  });
});

describe('a person looking at results', () => {
  const model: AnyModel = personModel;
  const isOld: Fails = (value) => Number(memberAt(value, ['age'])) >= 43;
  const good = (): Promise<Shrunk<unknown>> => shrink<unknown>({ ...somebody, note: 1 }, { model, fails: isOld });
  const withValue = (found: Shrunk<unknown>, value: unknown): Shrunk<unknown> => ({
    ...found,
    value,
    to: { bytes: JSON.stringify(value).length, records: 1 },
  });

  it('has nothing against a good one', async () => {
    expect(complaints(await good(), isOld, model)).toEqual([]);
  });

  it('says what is wrong with another', async () => {
    const found = await good();
    const note = { pointer: '/note', kind: 'extra-key' } as const;
    const old = { ...simplest, age: 43 };
    const visits = [{ at: '2024-01-01T00:00:00Z', minutes: 1 }];
    const cases: readonly (readonly [Shrunk<unknown>, RegExp])[] = [
      [withValue(found, simplest), /does not fail/],
      [{ ...found, to: { bytes: 7, records: 1 } }, /of another size/],
      [{ ...found, needs: [note] }, /does not have \/note, which/],
      [{ ...withValue(found, { ...old, note: 1 }), needs: [note] }, /does not need \/note/],
      [withValue(found, { ...old, note: 1 }), /is not legal, and needs nothing/],
      [{ ...found, matters: ['/agee'] }, /does not have \/agee/],
      [{ ...found, needs: [{ pointer: '/age', kind: 'value' }] }, /is legal and is said to need/],
      [withValue(found, { ...old, age: 44 }), /is simpler and fails/],
      [withValue(found, { ...old, visits, count: 0 }), /does without \/visits\/0/],
    ];
    for (const [one, complaint] of cases) expect(complaints(one, isOld, model).join('\n')).toMatch(complaint);
  });
});
