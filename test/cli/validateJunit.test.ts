import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { ViolationDigest } from '../../src/cli/validation/ViolationDigest.js';
import { junitReport } from '../../src/cli/validation/junitReport.js';
import { xmlAttribute, xmlText } from '../../src/cli/validation/xmlText.js';
import { defineDomain, invariant } from '../../src/index.js';
import { peopleCalled } from '../snapshot/people.js';
import { again, findings, fine, NASTY, ODD_PATH, violations } from './validateNasty.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** What a strict parser makes of a document; it refuses whatever is no XML. */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.children[0] as Element;
}

const rule = (id: string) => invariant<object>({ id, sentence: id, check: () => undefined, breaker: () => undefined });
const collection = peopleCalled('people');
const domain = defineDomain({
  name: 'people',
  asOf: '2025-03-31',
  collections: [{ ...collection, model: { ...collection.model, invariants: [rule('adult'), rule('calm')] } }],
});

/** Name of the case → the element, for each suite by its name. */
function suitesOf(xml: string): Record<string, Record<string, Element>> {
  return Object.fromEntries(
    parsed(xml).children.map(({ attributes, children }) => [
      attributes['name'],
      Object.fromEntries(children.map((one) => [one.attributes['name'], one])),
    ]),
  );
}

describe('the JUnit report', () => {
  const xml = junitReport(findings, domain);
  const suites = suitesOf(xml);
  const failed = (suite: string): string[] =>
    Object.entries(suites[suite] ?? {})
      .filter(([, { children }]) => children.some(({ name }) => name === 'failure'))
      .map(([name]) => name);

  it('has a suite for each file and one for the data set', () => {
    expect(Object.keys(suites)).toEqual(['people.json', ODD_PATH, 'fine.csv', 'empty.ndjson', 'data set']);
  });

  it('has a case for every rule, also for those that hold', () => {
    expect(Object.keys(suites['people.json'] ?? {})).toEqual(['adult', 'missing', 'trimmed-name', 'shape', 'calm']);
    expect(Object.keys(suites[ODD_PATH] ?? {})).toEqual(['nasty-text', 'unique-id', 'shape', 'adult', 'calm']);
    expect(Object.keys(suites['fine.csv'] ?? {})).toEqual(['shape', 'adult', 'calm']);
    expect(Object.keys(suites['data set'] ?? {})).toEqual(['distribution', 'risk|levels', 'record-count']);
  });

  it('lets errors fail, and not warnings, which it tells as output', () => {
    expect(failed('people.json')).toEqual(['adult', 'missing']);
    expect(failed(ODD_PATH)).toEqual(['nasty-text', 'unique-id']);
    expect(failed('fine.csv')).toEqual([]);
    expect(failed('data set')).toEqual(['risk|levels', 'record-count']);
    const [output] = suites['people.json']?.['trimmed-name']?.children ?? [];
    expect(output).toMatchObject({ name: 'system-out' });
    expect(output?.text).toContain('people.json 5 /5/name: trimmed-name is broken (found " Ann ", expected Ann)');
  });

  it('counts what it holds', () => {
    const root = parsed(xml);
    expect(root).toMatchObject({ name: 'testsuites', attributes: { tests: '16', failures: '6', errors: '0' } });
    for (const { attributes, children } of root.children) {
      expect(attributes['tests']).toBe(String(children.length));
      expect(attributes['failures']).toBe(String(failed(attributes['name'] ?? '').length));
    }
  });

  it('carries the first places of a rule, and says how many there are', () => {
    const [failure] = suites['people.json']?.['adult']?.children ?? [];
    expect(failure?.attributes).toEqual({
      type: 'adult',
      message: '126 places, first people.json 0 /0/age: adult is broken',
    });
    const lines = failure?.text.trim().split('\n') ?? [];
    expect(lines).toHaveLength(11);
    expect(lines[9]).toBe('people.json 9 /9/age: adult is broken (found 7, expected 18 to 80)');
    expect(lines[10]).toBe(`and 116 more: ${again}`);
  });

  it('gives a parser back the texts that went in', () => {
    const [failure] = suites[ODD_PATH]?.['nasty-text']?.children ?? [];
    const readable = NASTY.slice(0, NASTY.indexOf('one'));
    expect(failure?.attributes['message']).toContain(
      `2 places, first ${ODD_PATH} 0 /0/${readable}one\\r\\ntwo\\tthree`,
    );
    expect(failure?.text).toContain(`: ${readable}one`);
    expect(suites['data set']?.['risk|levels']?.children[0]?.text).toContain(
      `low 353 (wanted 355 or 356), ${readable}`,
    );
  });

  it('has one case for a shape that is broken in several ways, and none that says that it holds', () => {
    const shapes = ['shape-missing-key', 'shape-wrong-type'].map((name) => ({ ...violations[0]!, rule: name }));
    const names = Object.keys(
      suitesOf(junitReport({ ...findings, digest: ViolationDigest.of(shapes) }, domain))['people.json'] ?? {},
    );
    expect(names).toEqual(['shape-missing-key', 'shape-wrong-type', 'adult', 'calm']);
  });

  it('has no failure where all is well', () => {
    expect(parsed(junitReport(fine, domain)).attributes).toMatchObject({ tests: '4', failures: '0' });
    expect(junitReport(fine, domain)).not.toContain('<failure');
  });
});

describe('a text in XML', () => {
  const every =
    Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('') +
    '\uD800 \uDFFF\uFFFE\uFFFF\u{1F600}]]>';
  const legal = every.replaceAll(/(?![\t\n\r\u0080-\u009F])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (sign) =>
    sign === '\u007F' ? sign : '',
  );

  it('comes back as it was between tags, but for what XML forbids', () => {
    const { text } = parsed(`<a>${xmlText(every)}</a>`);
    expect(text).toBe(legal);
    expect(text).toContain('\u{1F600}]]>');
  });

  it('comes back as it was in an attribute, line ends and quotes too', () => {
    const { attributes } = parsed(`<a b="${xmlAttribute(every)}"/>`);
    expect(attributes['b']).toBe(parsed(`<a>${xmlText(every)}</a>`).text);
    expect(attributes['b']).toContain('\t\n\r');
  });

  it('would be refused as it stands', () => {
    for (const raw of ['a & b', '<script>', ']]>', '\u0000', '\u001B']) {
      expect(() => parsed(`<a>${raw}</a>`)).toThrow(/^\d+:\d+: /);
      expect(() => parsed(`<a>${xmlText(raw)}</a>`)).not.toThrow();
    }
  });
});
