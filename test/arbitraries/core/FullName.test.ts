import { describe, expect, it } from 'vitest';
import { Source } from '../../../src/index.js';
import { FullName } from '../../../arbitraries/core/FullName.js';
import { familyNames, genderOfName, givenNames, nameOf } from '../../../arbitraries/core/names.js';
import { genders } from '../../../arbitraries/vocabulary.js';

const spaced = new FullName(['Ann', 'Ann Marie', 'Zoë'], ['Lee', 'Marie Lee', "O'Hara", 'van Dyk']);

describe('FullName', () => {
  it('makes, accepts and orders every pair of names', () => {
    const seen = new Set(Array.from({ length: 500 }, (_, seed) => spaced.draw(Source.of(seed))));
    for (const name of seen) expect(spaced.accepts(name)).toBe(true);
    // "Ann Marie Lee" can be read in two ways and is one text.
    expect(seen.size).toBe(11);
  });

  it('refuses what is not one name of each table', () => {
    const others = ['Ann', 'Ann ', ' Lee', 'Lee Ann', 'Ann  Lee', 'ann lee', 'Ann Lee Lee', '', 7, null, undefined, {}];
    for (const other of others) expect(spaced.accepts(other)).toBe(false);
  });

  it('gives candidates that are accepted and simpler, down to the first names', () => {
    for (let seed = 0; seed < 200; seed++) {
      let name = spaced.draw(Source.of(seed));
      for (;;) {
        const candidates = [...spaced.smaller(name)];
        for (const candidate of candidates) {
          expect(spaced.accepts(candidate)).toBe(true);
          expect(spaced.compare(candidate, name)).toBeLessThan(0);
        }
        if (candidates[0] === undefined) break;
        name = candidates[0];
      }
      expect(name).toBe('Ann Lee');
    }
  });

  it('keeps what it can of a name that it does not know', () => {
    expect(spaced.mend('Zoë van Dyk')).toBe('Zoë van Dyk');
    expect(spaced.mend("Bob O'Hara")).toBe("Ann O'Hara");
    expect(spaced.mend('Zoë Unknown')).toBe('Zoë Lee');
    expect(spaced.mend('Zoë')).toBe('Zoë Lee');
    expect(spaced.mend(17)).toBe('Ann Lee');
  });

  it('can be held to a name, or to a few', () => {
    expect(spaced.narrow('Zoë Lee')?.draw(Source.of(1))).toBe('Zoë Lee');
    expect(spaced.narrow({ oneOf: ['Zoë Lee', 'Nobody'] })?.draw(Source.of(1))).toBe('Zoë Lee');
    expect(spaced.narrow('Nobody')).toBeUndefined();
    expect(spaced.narrow({ oneOf: ['Nobody'] })).toBeUndefined();
  });

  it('favours first and last names where edge cases are asked for', () => {
    const plain = Array.from({ length: 300 }, (_, seed) => nameOf('female').draw(Source.of(seed)));
    const edges = Array.from({ length: 300 }, (_, seed) => nameOf('female').draw(Source.of(seed), 1));
    expect(new Set(plain).size).toBeGreaterThan(290);
    expect(new Set(edges).size).toBe(4);
  });
});

describe('names', () => {
  it('tell the gender: no given name stands in both tables', () => {
    const male = new Set(givenNames.male);
    expect(givenNames.female.filter((name) => male.has(name))).toEqual([]);
    for (const gender of genders) {
      expect(givenNames[gender].length).toBeGreaterThan(1000);
      expect(genderOfName(`${givenNames[gender][3] ?? ''} ${familyNames[5] ?? ''}`)).toBe(gender);
    }
    expect(genderOfName('Nobody Inparticular')).toBeUndefined();
  });
});
