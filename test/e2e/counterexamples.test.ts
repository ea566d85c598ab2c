import { describe, expect, it } from 'vitest';
import { Project } from '../vitest/project.js';

const FILE = 'fixtures/counterexamples/points-stay-below-a-hundred.json';
/** Each starts vitest several times. */
const PATIENCE = { timeout: 120_000 };

/** A model of members, and a property of them. */
function badges({ most = 500, fields = '', rules = '', limit = 100 } = {}): string {
  return `
import { describe, expect } from 'vitest';
import { choice, constant, defineModel, integer, invariant, record } from 'cohort-check';
import { remember, test } from 'cohort-check/vitest';

const model = defineModel({
  name: 'member',
  version: 1,
  id: 'name',
  arbitrary: record()
    .field('name', choice(['Ann', 'Zoë']))
    .field('points', integer({ min: 0, max: ${most} }))
    ${fields},
  invariants: [${rules}],
  schema: () => Promise.reject(new Error('not needed')),
});

describe('members (all)', () => {
  test.prop([model.arbitrary], remember('points stay below a hundred', { numRuns: 60 }))('are modest', (member) => {
    expect(member.points).toBeLessThan(${limit});
  });
});
`;
}

const BELOW_FIFTY = `invariant({
  id: 'points-below-fifty',
  sentence: 'nobody has fifty points',
  check: ({ points }, report) => points < 50 || report('/points', 'too many points', points, 'at most 49'),
  breaker: (member) => ({ ...member, points: 50 }),
})`;

describe('a counterexample that is kept', () => {
  it('is tried first from then on, and stays when the bug is gone', PATIENCE, async () => {
    await Project.with(async (project) => {
      await project.write('test/badges.test.ts', badges());
      const first = await project.vitest();
      expect(first.code).toBe(1);
      expect(first.said).toMatch(/\{ seed: -?\d+, path: "/);
      expect(first.said).toContain('beside the simplest member:\n  /points  100  (simplest: 0)');
      expect(first.said).toContain(`kept in ${FILE}: commit it`);
      expect(first.said).toContain('AssertionError: expected 100 to be less than 100');
      const text = await project.read(FILE);
      expect(JSON.parse(text)).toEqual({
        property: 'points stay below a hundred',
        test: { file: 'test/badges.test.ts', name: 'members (all) are modest' },
        counterexamples: [{ arguments: [{ name: 'Ann', points: 100 }] }],
      });
      expect(await project.kept()).toEqual(['points-stay-below-a-hundred.json']);

      const [, command = ''] = /^run it again: (.*)$/m.exec(first.said) ?? [];
      const second = await project.shell(command);
      expect(second.code).toBe(1);
      expect(second.said).toContain('Property failed after 1 tests\n{ a stored counterexample: tried first');
      expect(second.said).toContain(`kept already in ${FILE}`);
      expect(await project.read(FILE)).toBe(text);
      expect(await project.kept()).toHaveLength(1);

      await project.write('test/badges.test.ts', badges({ limit: 501 }));
      const fixed = await project.vitest();
      expect(fixed).toMatchObject({ code: 0, said: expect.stringContaining('1 passed') as string });
      expect(fixed.said).not.toContain('stored counterexamples');
      expect(await project.read(FILE)).toBe(text);
    });
  });

  it('outlives a new field, is told to be stale once a rule refuses it, and is never dropped', PATIENCE, async () => {
    await Project.with(async (project) => {
      await project.write('test/badges.test.ts', badges());
      expect((await project.vitest()).code).toBe(1);
      const text = await project.read(FILE);

      const email = `.field('email', constant('ann@example.org'))`;
      await project.write('test/badges.test.ts', badges({ fields: email }));
      const grown = await project.vitest();
      expect(grown.code).toBe(1);
      expect(grown.said).toContain(
        `1. legal after mending, and tried so:\n       /0/email  nothing → "ann@example.org"`,
      );
      expect(grown.said).toContain('tried first, whatever the seed');
      expect(grown.said).toContain(`kept already in ${FILE}`);
      expect(await project.read(FILE)).toBe(text);

      await project.write('test/badges.test.ts', badges({ fields: email, rules: BELOW_FIFTY, most: 49 }));
      const stale = await project.vitest();
      expect(stale.code).toBe(0);
      expect(stale.said).toContain(
        '1. STALE, not tried: rule points-below-fifty refuses it now: /points too many points',
      );
      expect(await project.read(FILE)).toBe(text);
    });
  });

  it('is printed and not written where CI is set', PATIENCE, async () => {
    await Project.with(async (project) => {
      await project.write('test/badges.test.ts', badges());
      const run = await project.vitest([], { CI: 'true' });
      expect(run.code).toBe(1);
      expect(await project.kept()).toEqual([]);
      const [, json = ''] = /since CI is set; commit this as (?:.*):\n(\{\n[^]*?\n\})\n/.exec(run.said) ?? [];
      await project.write(FILE, `${json}\n`);
      const next = await project.vitest();
      expect(next.said).toContain(`kept already in ${FILE}`);
      expect(await project.read(FILE)).toBe(`${json}\n`);
    });
  });

  it('is kept below the root of vitest, wherever that was started', PATIENCE, async () => {
    await Project.with(async (project) => {
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

  it('makes the test fail where its file holds a merge conflict, which is left alone', PATIENCE, async () => {
    await Project.with(async (project) => {
      const text = '{\n  "property": "points stay below a hundred",\n<<<<<<< ours\n=======\n>>>>>>> theirs\n}\n';
      await project.write(FILE, text);
      await project.write('test/badges.test.ts', badges({ limit: 501 }));
      const run = await project.vitest();
      expect(run.code).toBe(1);
      expect(run.said).toMatch(/points-stay-below-a-hundred\.json:3 cannot be read\n\s*why +a merge conflict/);
      expect(await project.read(FILE)).toBe(text);
    });
  });

  it('makes the test fail where nobody hands over the arbitraries', PATIENCE, async () => {
    await Project.with(async (project) => {
      const plain = badges({ limit: 501 })
        .replace('remember, test', 'remember')
        .replace("from 'vitest';", "from 'vitest';\nimport { test } from '@fast-check/vitest';");
      await project.write('test/badges.test.ts', plain);
      const run = await project.vitest();
      expect(run.code).toBe(1);
      expect(run.said).toContain("import { test } from 'cohort-check/vitest'");
    });
  });

  it('is a customer from before a key was added', PATIENCE, async () => {
    await Project.with(async (project) => {
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
    await Project.with(async (project) => {
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
