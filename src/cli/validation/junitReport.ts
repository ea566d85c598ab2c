import type { Domain } from '../../domain/index.js';
import type { CheckedFile, ReportedValidation, ReportedViolation } from '../../validation/index.js';
import { counted } from '../figures.js';
import { expectedText, foundText, messageText } from '../text/index.js';
import { figuresText } from './figuresText.js';
import { placeText } from './Findings.js';
import type { Findings } from './Findings.js';
import type { BrokenRule } from './ViolationDigest.js';
import { element, xmlText } from './xmlText.js';

interface TestCase {
  readonly name: string;
  /** XML of the failure; undefined where the rule holds. */
  readonly failure?: string;
  /** XML of what a reader should look at though nothing failed. */
  readonly remark?: string;
}

/**
 * The findings as JUnit writes them, for build servers: a suite for each file, with a case for each rule that its records are
 * held to, and one for the data set, with a case for each validation. Warnings fail nothing; they are told as output.
 */
export function junitReport({ report, digest, again }: Findings, domain: Domain): string {
  const suites = report.files.map((file) => ({
    name: file.path,
    cases: casesOf(digest.rulesIn(file.path), rulesFor(file, domain), again),
  }));
  const whole = [...report.validations.map(validationCase), ...casesOf(digest.rulesIn(null), [], again)];
  const all = [...suites, { name: 'data set', cases: whole }].map((suite) => ({
    ...suite,
    failures: suite.cases.filter(({ failure }) => failure !== undefined).length,
  }));
  const sum = (of: (suite: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
  const totals = { tests: sum(({ cases }) => cases.length), failures: sum(({ failures }) => failures), errors: 0 };
  const body = all.map(({ name, cases, failures }) => {
    const counts = { tests: cases.length, failures, errors: 0, skipped: 0 };
    return `  ${element('testsuite', { name, ...counts }, `\n${cases.map((one) => caseXml(one, name)).join('')}  `)}\n`;
  });
  const root = element('testsuites', { name: 'cohort-check validate', ...totals }, `\n${body.join('')}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** The rules that the records of a file are held to, whether one breaks them or not. */
function rulesFor({ collections }: CheckedFile, { collections: known }: Domain): readonly string[] {
  const models = known.filter(({ name }) => collections.includes(name)).map(({ model }) => model);
  return models.length === 0 ? [] : ['shape', ...models.flatMap(({ invariants }) => invariants.map(({ id }) => id))];
}

/** The broken rules first, then those that hold. */
function casesOf(broken: readonly BrokenRule[], rules: readonly string[], again: string): TestCase[] {
  const names = new Set(broken.map(({ rule }) => rule));
  const isShapeBroken = [...names].some((name) => name.startsWith('shape-'));
  const whole = new Set(rules.filter((rule) => !names.has(rule) && !(rule === 'shape' && isShapeBroken)));
  return [
    ...broken.map((rule) => ({
      name: rule.rule,
      ...(rule.severity === 'error'
        ? { failure: failureXml(rule, again) }
        : { remark: xmlText(placesText(rule, again)) }),
    })),
    ...[...whole].map((name) => ({ name })),
  ];
}

function failureXml(rule: BrokenRule, again: string): string {
  const [first] = rule.first;
  const message = `${counted(rule.count, 'place')}, first ${first === undefined ? '' : toldText(first)}`;
  return element('failure', { type: rule.rule, message }, xmlText(placesText(rule, again)));
}

function placesText({ first, count }: BrokenRule, again: string): string {
  const lines = first.map(
    (violation) =>
      `${toldText(violation)} (found ${foundText(violation.actual)}, expected ${expectedText(violation.expected)})`,
  );
  const rest = count - first.length;
  return `\n${[...lines, ...(rest > 0 ? [`and ${rest} more: ${again}`] : [])].join('\n')}\n`;
}

function toldText(violation: ReportedViolation): string {
  return `${placeText(violation)}: ${messageText(violation.message)}`;
}

function validationCase(validation: ReportedValidation): TestCase {
  const { id, title, ok, violations } = validation;
  const figures = figuresText(validation);
  const text = figures.length === 0 ? '' : xmlText(`\n${figures.join('\n')}\n`);
  const message = `${title}: ${counted(violations, 'violation')}`;
  return ok ? { name: id, remark: text } : { name: id, failure: element('failure', { type: id, message }, text) };
}

function caseXml({ name, failure, remark }: TestCase, suite: string): string {
  const output = remark === undefined || remark === '' ? '' : element('system-out', {}, remark);
  return `    ${element('testcase', { name, classname: suite }, `${failure ?? ''}${output}`)}\n`;
}
