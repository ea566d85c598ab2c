import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withDirectory } from '../snapshot/people.js';
import { run } from './cli.js';

describe('cohort-check break', () => {
  it('writes labelled records that validate finds wrong in just that rule', async () => {
    await withDirectory(async (directory) => {
      const path = join(directory, 'negative.json');
      const made = await run(['break', 'customers', '--rule', 'age-within-persona', '--count', '5', '--out', path]);
      expect([made.code, made.out]).toEqual([0, '']);
      const labelled = JSON.parse(await readFile(path, 'utf8')) as { value: object; broken: string; pointer: string }[];
      expect(labelled.map(({ broken, pointer }) => [broken, pointer])).toEqual(
        Array.from({ length: 5 }, () => ['age-within-persona', '/core/age']),
      );
      const records = join(directory, 'records.ndjson');
      await writeFile(records, labelled.map(({ value }) => `${JSON.stringify(value)}\n`).join(''));
      const checked = await run(['validate', records, '--count', 'any', '--json']);
      expect(checked.code).toBe(1);
      const { violations } = JSON.parse(checked.out) as { violations: { rule: string; record: number | null }[] };
      expect(violations.filter(({ record }) => record !== null).map(({ rule }) => rule)).toEqual(
        Array(5).fill('age-within-persona'),
      );
    });
  });

  it('gives the same bytes from the same seed, and says which rules there are', async () => {
    const line = ['break', 'scenario', 'life_transition', '--count', '6', '--seed', '3'];
    const [first, second] = [await run(line), await run(line)];
    expect(first.out).toBe(second.out);
    expect((await run(['break', 'customers', '--list'])).out).toContain('age-within-persona');
  });

  it('names rules near to one that is none', async () => {
    const { code, err } = await run(['break', 'customers', '--rule', 'age-in-persona']);
    expect(code).toBe(2);
    expect(err).toContain('age-within-persona');
  });
});
