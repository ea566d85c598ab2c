import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { customerTargets, health } from '../../arbitraries/index.js';
import { ROOT } from './Example.js';
import { setRules, shapeRules } from './setRules.js';

interface Row {
  readonly id: string;
  readonly level: string;
  readonly severity: string;
  readonly sentence: string;
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ id, level, severity, sentence }) => [`\`${id}\``, level, severity, cell(sentence)]);
  const table = [['rule', 'level', 'severity', 'what holds'], ['---', '---', '---', '---'], ...lines];
  return `${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

it('keeps the catalogue of rules that of the code', async () => {
  const sections = health.collections.map(
    ({ name, model }) =>
      `## ${name}\n\n${model.invariants.length} rules on each record.\n\n${tableOf(model.invariants)}`,
  );
  const page = [
    '# The rules of the health domain\n',
    'What is always true of the records, and what is asked of a data set as a whole. `cohort-check validate` names every place',
    'where one of them is broken. A rule of severity `error` cannot be broken by a record that is true; one of severity `warning`',
    'can, but a reader should look twice: such rules compare with word lists of this project, which no other one shares.',
    '`docs/checking.md` says how the rules are applied.\n',
    'Made from the code; `npx vitest run test/docs/invariants.test.ts -u` makes it anew.\n',
    ...sections,
    '## The data set as a whole\n',
    'Rules on all records together.\n',
    tableOf(setRules.map((rule) => ({ ...rule, level: 'cohort', severity: 'error' }))),
    '## Files and shapes\n',
    'What has to hold before any other rule can be looked at.\n',
    tableOf(shapeRules.map((rule) => ({ ...rule, level: 'record', severity: 'error' }))),
  ].join('\n');
  await expect(page).toMatchFileSnapshot(join(ROOT, 'docs/invariants.md'));
});

it('has every rule that the code of validations names in the catalogue, and no other', () => {
  const code = ['src/validation', 'arbitraries/validations']
    .flatMap((folder) => sourcesIn(join(ROOT, folder)))
    .join('\n');
  const own = new Set(health.collections.flatMap(({ model }) => model.invariants.map(({ id }) => id)));
  const named = [...code.matchAll(IDS)].map(([, id]) => id!).filter((id) => !own.has(id));
  const margins = Object.keys(customerTargets).map((margin) => `${margin.replaceAll('_', '-')}-shares`);
  const listed = [...setRules, ...shapeRules].map(({ id }) => id);
  expect([...new Set([...named, ...margins])].sort()).toEqual(listed.toSorted());
});

/** Texts of the code that can be nothing but the id of a rule; ids of validations are none. */
const IDS =
  /'((?:shape|file|unique|record|scenario|emotion|completion|risk-level)-(?!consistency)[a-z-]+)'(?!:|, '[A-Z])/g;

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}
