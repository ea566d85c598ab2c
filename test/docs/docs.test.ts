import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { allExamples, ROOT } from './Example.js';
import { knownCommands, unknownCalls } from './commands.js';
import { runExample } from './runExample.js';

const examples = allExamples();

// Examples write files as a user's program would: `fixtures`, not the one of this repository.
const home = process.cwd();
const desk = mkdtempSync(join(tmpdir(), 'cohort-check-docs-'));
process.chdir(desk);
afterAll(() => {
  process.chdir(home);
  rmSync(desk, { recursive: true, force: true });
});

for (const example of examples.filter(({ language }) => language === 'ts')) {
  // The example runs while tests are collected, so that a `test.prop` in it is a real one.
  describe(`the example at ${example.file}:${example.line}`, async () => {
    const session = await runExample(example);
    it('runs and gives what it claims', () => {
      expect(session.faults()).toEqual([]);
    });
  });
}

describe('the documentation', () => {
  it('shows examples', () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  it('calls only scripts and commands that exist', async () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const known = { scripts: Object.keys(scripts), commands: await knownCommands() };
    const shell = examples.filter(({ language }) => language === 'sh');
    expect(shell.flatMap((example) => unknownCalls(example, known))).toEqual([]);
  });
});
