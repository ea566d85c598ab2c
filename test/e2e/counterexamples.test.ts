import { describe, expect, it } from 'vitest';
import { badges, FILE, PATIENCE, withBuilt } from './badges.js';

const BELOW_FIFTY = `invariant({
  id: 'points-below-fifty',
  sentence: 'nobody has fifty points',
  check: ({ points }, report) => points < 50 || report('/points', 'too many points', points, 'at most 49'),
  breaker: (member) => ({ ...member, points: 50 }),
})`;

/** What the property leaves behind, byte for byte. */
const KEPT = `{
  "property": "points stay below a hundred",
  "test": {
    "file": "test/badges.test.ts",
    "name": "members (all) are modest"
  },
  "counterexamples": [
    {
      "arguments": [
        {
          "name": "Ann",
          "points": 100
        }
      ]
    }
  ]
}
`;

describe('a counterexample that is kept', () => {
  it('is tried first from then on, and stays when the bug is gone', PATIENCE, async () => {
    await withBuilt(async (project) => {
      await project.write('test/badges.test.ts', badges());
      const first = await project.vitest();
      expect(first.code).toBe(1);
      expect(first.said).toMatch(/\{ seed: -?\d+, path: "/);
      expect(first.said).toContain('beside the simplest member:\n  /points  100  (simplest: 0)');
      expect(first.said).toContain(`kept in ${FILE}: commit it`);
      expect(first.said).toContain('AssertionError: expected 100 to be less than 100');
      expect(await project.read(FILE)).toBe(KEPT);
      expect(await project.kept()).toEqual(['points-stay-below-a-hundred.json']);

      const [, command = ''] = /^run it again: (.*)$/m.exec(first.said) ?? [];
      const second = await project.shell(command);
      expect(second.code).toBe(1);
      expect(second.said).toContain('Property failed after 1 tests\n{ a stored counterexample: tried first');
      expect(second.said).toContain(`kept already in ${FILE}`);
      expect(await project.read(FILE)).toBe(KEPT);
      expect(await project.kept()).toHaveLength(1);

      await project.write('test/badges.test.ts', badges({ limit: 501 }));
      const fixed = await project.vitest();
      expect(fixed).toMatchObject({ code: 0, said: expect.stringContaining('1 passed') as string });
      expect(fixed.said).not.toContain('stored counterexamples');
      expect(await project.read(FILE)).toBe(KEPT);
    });
  });

  it('outlives a new field, is told to be stale once a rule refuses it, and is never dropped', PATIENCE, async () => {
    await withBuilt(async (project) => {
      await project.write(FILE, KEPT);
      const email = `.field('email', constant('ann@example.org'))`;
      await project.write('test/badges.test.ts', badges({ fields: email }));
      const grown = await project.vitest();
      expect(grown.code).toBe(1);
      expect(grown.said).toContain(
        `1. legal after mending, and tried so:\n       /0/email  nothing → "ann@example.org"`,
      );
      expect(grown.said).toContain('tried first, whatever the seed');
      expect(grown.said).toContain(`kept already in ${FILE}`);
      expect(await project.read(FILE)).toBe(KEPT);

      await project.write('test/badges.test.ts', badges({ fields: email, rules: BELOW_FIFTY, most: 49 }));
      const stale = await project.vitest();
      expect(stale.code).toBe(0);
      expect(stale.said).toContain(
        '1. STALE, not tried: rule points-below-fifty refuses it now: /points too many points',
      );
      expect(await project.read(FILE)).toBe(KEPT);
    });
  });

  it('is printed and not written where CI is set', PATIENCE, async () => {
    await withBuilt(async (project) => {
      await project.write('test/badges.test.ts', badges());
      const run = await project.vitest([], { CI: 'true' });
      expect(run.code).toBe(1);
      expect(await project.kept()).toEqual([]);
      const [, json = ''] = /since CI is set; commit this as (?:.*):\n(\{\n[^]*?\n\})\n/.exec(run.said) ?? [];
      // What that leads to once it is committed, the tests above have shown.
      expect(`${json}\n`).toBe(KEPT);
    });
  });

  it('makes the test fail where its file holds a merge conflict, which is left alone', PATIENCE, async () => {
    await withBuilt(async (project) => {
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
    await withBuilt(async (project) => {
      const plain = badges({ limit: 501 })
        .replace('remember, test', 'remember')
        .replace("from 'vitest';", "from 'vitest';\nimport { test } from '@fast-check/vitest';");
      await project.write('test/badges.test.ts', plain);
      const run = await project.vitest();
      expect(run.code).toBe(1);
      expect(run.said).toContain("import { test } from 'cohort-check/vitest'");
    });
  });
});
