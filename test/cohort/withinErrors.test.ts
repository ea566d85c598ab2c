import { describe, expect, it } from 'vitest';
import type { NestedOptions } from '../../src/cohort/index.js';
import { CohortCheckError } from '../../src/index.js';
import { inexact, kindsOf, simply } from './nested.js';

describe('a target inside labels that cannot be', () => {
  const messageOf = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof CohortCheckError) return error.message;
      throw error;
    }
    return 'no error';
  };
  const of = simply(100, { kind: { a: 0.5, b: 0.5 }, side: { l: 1, r: 0 } });
  const fine = { x: 0.5, y: 0.5 };
  const declare = (options: unknown): string => messageOf(() => of.within(options as NestedOptions));

  it('names the targets where the margin is none of them', () => {
    expect(declare({ margin: 'kinds', name: 'level', shares: { a: fine, b: fine } })).toBe(
      [
        'target-name  within({ margin: "kinds" }): the cohort has no target of this name',
        '  where   margin',
        '  why     its targets are kind and side',
        '  try     margin: "kind"',
      ].join('\n'),
    );
    expect(declare({ name: 'level', shares: fine })).toMatch(/^target-name {2}within\(\{ margin: undefined \}\)/);
  });

  it('says that the margin must be a target where the cohort has none', () => {
    const free = simply(100, {});
    const message = messageOf(() => free.within({ margin: 'kind', name: 'level', shares: { a: fine, b: fine } }));
    expect(message).toMatch(/^target-empty {2}within\(\{ margin: "kind" \}\): the cohort has no targets/);
    expect(message).toContain('only where the margin is a target');
  });

  it('names the label that has no shares', () => {
    expect(declare({ margin: 'kind', name: 'level', shares: { a: fine } })).toBe(
      [
        'target-empty  within({ shares }): kind b has no shares',
        '  where   shares.b',
        '  why     every label of kind that records have needs shares of its own',
        '  try     shares.b = { first: 0.5, second: 0.5 }',
      ].join('\n'),
    );
    const missing = /^target-empty {2}within\(\{ shares \}\): kind a has no shares/;
    expect(declare({ margin: 'kind', name: 'level', shares: { a: 0.5, b: 0.5 } })).toMatch(missing);
    expect(declare({ margin: 'kind', name: 'level', shares: () => undefined })).toMatch(missing);
    expect(declare({ margin: 'kind', name: 'level' })).toMatch(missing);
    expect(declare({ margin: 'kind', name: 'level', shares: { a: {}, b: fine } })).toMatch(
      /^target-empty {2}a: no shares/,
    );
    expect(declare({ margin: 'side', name: 'level', shares: { l: fine } })).toBe('no error');
  });

  it('names the label that the margin does not have', () => {
    const message = declare({ margin: 'kind', name: 'level', shares: { a: fine, b: fine, constructor: fine } });
    expect(message).toMatch(/^target-name {2}within\(\{ shares \}\): kind has no label "constructor"/);
    expect(message).toContain('the labels of kind are a and b');
  });

  it('checks the shares of each label as those of a cohort are', () => {
    const half = declare({ margin: 'kind', name: 'level', shares: { a: fine, b: { x: 0.5, y: 0.4 } } });
    expect(half).toMatch(/^target-sum {2}b: the shares add up to 0\.9, not 1\n {2}where {3}shares\.b\n/);
    const negative = declare({ margin: 'kind', name: 'level', shares: () => ({ x: 1.5, y: -0.5 }) });
    expect(negative).toMatch(/^target-number {2}a y: -0\.5 is not a share\n {2}where {3}shares\.a\.y\n/);
    expect(declare({ margin: 'side', name: 'level', shares: { l: fine, r: { x: 2 } } })).toMatch(/^target-sum {2}r: /);
  });

  it('asks for a name', () => {
    expect(declare({ margin: 'kind', shares: { a: fine, b: fine } })).toMatch(
      /^bad-option {2}within\(\{ name: undefined \}\)/,
    );
    expect(declare({ margin: 'kind', name: '', shares: { a: fine, b: fine } })).toMatch(/^bad-option/);
  });

  it('refuses shares whose seats would begin anew too late, where the cohort is so large', () => {
    const shares = { a: { x: 0.333333333, y: 0.666666667 }, b: fine };
    const large = simply(4_000_000, { kind: { a: 0.5, b: 0.5 } });
    expect(messageOf(() => large.within({ margin: 'kind', name: 'level', shares }))).toMatch(
      /^target-period {2}a: the shares are whole in no fewer than 1000000000 records\n {2}where {3}shares\.a\n/,
    );
    const small = of.within({ margin: 'kind', name: 'level', shares });
    expect(inexact(kindsOf(of, small), shares)).toEqual([]);
  });

  it('refuses an index outside the cohort', () => {
    const target = of.within({ margin: 'kind', name: 'level', shares: { a: fine, b: fine } });
    for (const index of [-1, 100, 0.5, Number.NaN]) {
      expect(messageOf(() => target.at(index))).toMatch(/^record-index {2}record .*: the cohort has 100 records/);
    }
    const none = simply(0, { kind: { a: 0.5, b: 0.5 } }).within({ margin: 'kind', name: 'level', shares: () => fine });
    expect(messageOf(() => none.at(0))).toMatch(/^record-index/);
  });
});
