import { describe, expect, it } from 'vitest';
import type { Person } from '../snapshot/people.js';
import { Kept, runHere } from './runHere.js';

async function peopleOf(...argv: string[]): Promise<Person[]> {
  const { code, out, err } = await runHere(['sample', ...argv, '--json', '--count', '40']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const found = JSON.parse(out) as Person[];
  expect(found).toHaveLength(40);
  return found;
}

describe('cohort-check sample', () => {
  it('prints three cards, the same for the same seed', async () => {
    const { code, out, err } = await runHere(['sample']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/^ {2}age {6}\d+$/gm)).toHaveLength(3);
    expect(out.split('\n\n')).toHaveLength(3);
    expect(await runHere(['sample', 'people', '--seed', '42', '--count', '3'])).toEqual({ code, out, err });
    expect((await runHere(['sample', '--seed', '43'])).out).not.toBe(out);
  });

  it('prints an empty array for no records', async () => {
    expect((await runHere(['sample', '--count', '0', '--json'])).out).toBe('[]\n');
  });

  it.each<[string, string[], (person: Person) => boolean]>([
    ['a value', ['--age', '40'], ({ age }) => age === 40],
    ['a range', ['--age', '40..50'], ({ age }) => age >= 40 && age <= 50],
    ['a range open above', ['--age', '70..'], ({ age }) => age >= 70],
    ['a range open below', ['--where', 'age=..20'], ({ age }) => age <= 20],
    ['yes', ['--member', 'yes'], ({ is_member }) => is_member],
    ['no', ['--where', 'is_member=no'], ({ is_member }) => !is_member],
    ['a field inside', ['--where', 'home.state=TX'], ({ home }) => home.state === 'TX'],
    ['a choice', ['--where', 'home.state=TX|NY'], ({ home }) => home.state !== 'CA'],
    [
      'text that looks like a number',
      ['--where', 'home.postal_code=00501'],
      ({ home }) => home.postal_code === '00501',
    ],
    ['null', ['--where', 'last_visit=null'], ({ last_visit }) => last_visit === null],
    ['what a list holds', ['--where', 'hobbies=chess'], ({ hobbies }) => hobbies.includes('chess')],
    [
      'two things that a list holds',
      ['--where', 'hobbies=chess', '--where', 'hobbies=rowing'],
      ({ hobbies }) => hobbies.includes('chess') && hobbies.includes('rowing'),
    ],
    ['JSON', ['--where', 'hobbies={"maxLength":1}'], ({ hobbies }) => hobbies.length < 2],
    [
      'several fields',
      ['--age', '30..31', '--where', 'home.state=CA', '--where', 'home.postal_code=73301'],
      ({ age, home }) => age - 30 <= 1 && home.state === 'CA' && home.postal_code === '73301',
    ],
  ])('holds a field to %s', async (_, argv, holds) => {
    const found = await peopleOf(...argv);
    expect(found.filter((person) => !holds(person))).toEqual([]);
  });

  it.each([
    [['--age', '200'], 'constraint-clash  age: nothing meets 200'],
    [['--where', 'home.state=ZZ'], 'constraint-clash  home.state: nothing meets "ZZ"'],
    [['--age', '50..40'], 'bad-constraint  --age 50..40'],
    [['--age', '..'], 'bad-constraint  --age ..'],
    [['--age', 'forty'], 'bad-constraint  --age forty'],
    [['--member', 'maybe'], 'bad-constraint  --member maybe'],
    [['--where', 'age'], 'bad-constraint  --where "age"'],
    [['--where', 'age='], 'bad-constraint  --where age='],
    [['--where', 'home=TX'], 'bad-constraint  --where home=TX'],
    [['--where', 'hobbies=chess|rowing'], 'bad-constraint  --where hobbies=chess|rowing'],
    [['--where', 'hobbies={'], 'bad-constraint  --where hobbies={'],
    [['--age', '40', '--where', 'age=41'], 'bad-constraint  --where age=41'],
    [['--where', 'height=3'], 'unknown-field  --where height=3: there is no field "height"'],
    [['--where', 'home.town=X'], 'unknown-field  --where home.town=X: there is no field "home.town"'],
    [['--where', 'age.years=3'], 'unknown-field  --where age.years=3: there is no field "age.years"'],
  ])('refuses %j', async (argv, what) => {
    const { code, out, err } = await runHere(['sample', ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.startsWith(what)).toBe(true);
    expect(err).toMatch(/\n {2}try {5}/);
  });

  it('says which fields there are', async () => {
    expect((await runHere(['sample', '--where', 'home.town=X'])).err).toContain(
      '  why     home has state, postal_code\n',
    );
  });

  it('keeps to the width of the terminal', async () => {
    const widest = async (env: Record<string, string>, columns: number): Promise<number> => {
      const stdout = new Kept({ isTTY: false, columns });
      await runHere(['sample', '--count', '20', '--where', 'hobbies={"minLength":3}'], { stdout, env });
      return Math.max(...stdout.text.split('\n').map((line) => Array.from(line).length));
    };
    expect(await widest({}, 200)).toBeGreaterThan(30);
    expect(await widest({}, 31)).toBeLessThanOrEqual(31);
    expect(await widest({ COLUMNS: '31' }, 200)).toBeLessThanOrEqual(31);
  });

  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ TERM: 'dumb' }, true, false],
  ])('with the environment %j and a terminal: %s, colours: %s', async (env, isTTY, coloured) => {
    const stdout = new Kept({ isTTY });
    await runHere(['sample'], { stdout, env });
    expect(stdout.text.includes('\u001B[')).toBe(coloured);
  });
});
