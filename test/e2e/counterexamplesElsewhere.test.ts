import { describe, expect, it } from 'vitest';
import { badges, FILE, PATIENCE, withBuilt } from './badges.js';

describe('a counterexample of another root, model or worker', () => {
  it('is kept below the root of vitest, wherever that was started', PATIENCE, async () => {
    await withBuilt(async (project) => {
      await project.write('inner/vitest.config.js', await project.read('vitest.config.js'));
      await project.write('inner/test/badges.test.ts', badges());
      const first = await project.vitest(['--root', 'inner']);
      expect(first.said).toContain(`kept in inner/${FILE}: commit it`);
      expect(await project.kept()).toEqual([]);
      const [, command = ''] = /^run it again: (.*)$/m.exec(first.said) ?? [];
      expect((await project.shell(command)).said).toContain(`kept already in inner/${FILE}`);

      const projects = {
        test: { projects: [{ extends: './inner/vitest.config.js', root: 'inner', test: { name: 'in' } }] },
      };
      await project.write('vitest.config.js', `export default ${JSON.stringify(projects)};\n`);
      const named = await project.vitest();
      expect(named.said).toContain(`kept already in inner/${FILE}`);
      const [, again = ''] = /^run it again: (.*)$/m.exec(named.said) ?? [];
      expect(again).toContain('--project in');
      expect((await project.shell(again)).said).toContain(`kept already in inner/${FILE}`);
    });
  });

  it('is a customer from before a key was added', PATIENCE, async () => {
    await withBuilt(async (project) => {
      const test = (most: number): string => `
import { expect } from 'vitest';
import { customer } from 'cohort-check/health';
import { remember, test } from 'cohort-check/vitest';

test.prop({ who: customer({ persona: 'overlooked_risk_group' }) }, remember('age', { numRuns: 40 }))('age', ({ who }) => {
  expect(who.core.age).toBeLessThan(${most});
});
`;
      await project.write('test/age.test.ts', test(45));
      const first = await project.vitest();
      expect(first.said).toContain('beside the simplest customer whose persona_type is "overlooked_risk_group":');
      expect(first.said).toMatch(/^ {2}\/core\/age +45 +\(simplest: 30\)$/m);
      const path = 'fixtures/counterexamples/age.json';
      const stored = JSON.parse(await project.read(path)) as {
        counterexamples: [{ arguments: { who: { core: Record<string, unknown> } } }];
      };
      // As it was written when nobody had been asked for their education yet.
      delete stored.counterexamples[0].arguments.who.core['education'];
      const older = `${JSON.stringify(stored, null, 2)}\n`;
      await project.write(path, older);

      const next = await project.vitest();
      expect(next.said).toContain('1. legal after mending, and tried so:\n       /who/core/education  nothing → "');
      expect(next.said).toContain('tried first, whatever the seed');
      expect(await project.read(path)).toBe(older);

      await project.write('test/age.test.ts', test(200));
      const fixed = await project.vitest();
      expect(fixed.code).toBe(0);
      expect(fixed.said).toContain('legal after mending');
      expect(await project.read(path)).toBe(older);
    });
  });

  it('is neither lost nor doubled where several workers write to one file', PATIENCE, async () => {
    await withBuilt(async (project) => {
      const files = 4;
      const each = 15;
      for (let file = 0; file < files; file++) {
        await project.write(
          `test/${file}.test.ts`,
          `
import { integer } from 'cohort-check';
import { remember, test } from 'cohort-check/vitest';
// The first is the same in all files.
for (let i = 0; i < ${each}; i++) {
  const least = i === 0 ? 0 : ${file} * ${each} + i;
  test.prop([integer({ min: 0, max: 1000 })], remember('shared'))(\`at least \${least}\`, (n) => n < least);
}
`,
        );
      }
      const run = await project.vitest(['--maxWorkers', String(files)]);
      expect(run.said).toContain(`${files * each} failed`);
      const { counterexamples } = JSON.parse(await project.read('fixtures/counterexamples/shared.json')) as {
        counterexamples: { arguments: [number] }[];
      };
      const found = counterexamples.map(({ arguments: [n] }) => n).sort((a, b) => a - b);
      const wanted = Array.from({ length: files * each }, (_, n) => n).filter((n) => n === 0 || n % each !== 0);
      expect(found).toEqual(wanted);
      expect(await project.kept()).toEqual(['shared.json']);
    });
  });
});
