import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ageBandOf, customerModel } from '../../arbitraries/index.js';
import type { Customer } from '../../arbitraries/index.js';
import { ROOT } from './Example.js';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const fixture = JSON.parse(readFileSync(join(ROOT, 'fixtures/customers.json'), 'utf8')) as readonly Customer[];

describe('README', () => {
  it('shows how the committed fixture begins', () => {
    const [, block = ''] = /```json\n([^]*?)```/.exec(readme) ?? [];
    expect(fixture[0]).toMatchObject(JSON.parse(block) as object);
    expect(Object.keys(JSON.parse(block) as object)).toEqual(Object.keys(fixture[0] ?? {}).slice(0, 5));
  });

  it('counts the customers of the committed fixture', () => {
    const labels = fixture.flatMap((one) => [one.persona_type, ageBandOf(one.core.age), one.health.risk.level]);
    const rows = [...readme.matchAll(/\| (\w+) +\| +(\d+) (?=\|)/g)].map(
      ([, label = '', count]) => [label, Number(count)] as const,
    );
    expect(rows.length).toBe(12);
    for (const [label, count] of rows) expect(labels.filter((one) => one === label).length, label).toBe(count);
  });

  it('counts the scenarios of the committed fixture', () => {
    const rows = [...readme.matchAll(/\| `(scenarios\/\w+\.json)` +\|.*\| +(\d+) \|/g)];
    expect(rows.length).toBe(3);
    for (const [, path = '', count] of rows) {
      const records = JSON.parse(readFileSync(join(ROOT, 'fixtures', path), 'utf8')) as readonly unknown[];
      expect(records.length, path).toBe(Number(count));
    }
  });

  it('gives the number of rules', () => {
    expect(readme).toContain(`keeps ${customerModel.invariants.length} rules`);
  });

  it('names the two commands of a newcomer', () => {
    expect(readme).toContain('```sh\nnpm ci && npm run fixture\n```');
    expect(readme).toContain('```sh\nnpm ci && npm test\n```');
  });

  it('links to pages that exist', () => {
    for (const [, path = ''] of readme.matchAll(/\]\((docs\/[\w./-]+)\)/g)) {
      expect(() =>
        readFileSync(join(ROOT, path.endsWith('/') || !path.includes('.') ? `${path}/lint.md` : path)),
      ).not.toThrow();
    }
  });
});
