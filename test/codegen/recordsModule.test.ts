import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import { recordsModule, toLiteral, typeNameOf } from '../../src/codegen/index.js';
import { streamRecords } from '../../src/snapshot/index.js';
import { people, withDirectory } from '../snapshot/people.js';
import { town } from '../snapshot/town.js';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

async function moduleOf(count: number): Promise<string> {
  let text = '';
  await streamRecords({ domain: people, count, format: 'ts' }, async (bytes) => {
    text += Buffer.from(bytes).toString();
    return true;
  });
  return text;
}

/** What the compiler says of a program in strict mode, beside a package `cohort-check/people` of these types. */
async function complaints(program: string, types: string): Promise<string> {
  return withDirectory(async (directory) => {
    const home = join(directory, 'node_modules/cohort-check');
    await mkdir(home, { recursive: true });
    const exports = { './people': { types: './people.d.ts' } };
    await writeFile(join(home, 'package.json'), JSON.stringify({ name: 'cohort-check', type: 'module', exports }));
    await writeFile(join(home, 'people.d.ts'), types);
    await symlink(join(MODULES, 'typescript'), join(directory, 'node_modules/typescript'));
    await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
    await writeFile(join(directory, 'people.ts'), program);
    const flags = ['--strict', '--exactOptionalPropertyTypes', '--verbatimModuleSyntax', '--noEmit', '--types', ''];
    const args = [
      join(MODULES, 'typescript/bin/tsc'),
      ...flags,
      '--module',
      'nodenext',
      '--target',
      'es2023',
      'people.ts',
    ];
    return new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: directory }, (_, stdout, stderr) => resolve(stdout + stderr));
    });
  });
}

const PERSON = `export interface Person {
  readonly person_id: string;
  readonly name: string;
  readonly home: { readonly state: 'TX' | 'CA' | 'NY'; readonly postal_code: string };
  readonly age: number;
  readonly is_member: boolean;
  readonly last_visit: string | null;
  readonly hobbies: readonly ('chess' | 'rowing' | 'reading')[];
}`;

describe('a module of records', () => {
  it('reads as somebody would write it', async () => {
    expect(await moduleOf(0)).toBe(
      [
        "import type { Person } from 'cohort-check/people';",
        '',
        '/** Written by `cohort-check export --format ts`; manifest.json says how to make it again. */',
        'export const people: readonly Person[] = [];',
        '',
      ].join('\n'),
    );
    const text = await moduleOf(2);
    expect(text).toContain('export const people: readonly Person[] = [\n  {\n    "person_id": "');
    expect(text).toMatch(/\n {2}\},\n {2}\{\n/);
    expect(text).toMatch(/\n {2}\}\n\];\n$/);
  });

  it('names the type of the collection where it has one', async () => {
    let text = '';
    await streamRecords({ domain: town, count: 3, format: 'ts', only: ['arrival'] }, async (bytes) => {
      text += Buffer.from(bytes).toString();
      return true;
    });
    expect(text).toContain("import type { TownVisit } from 'cohort-check/town';");
    expect(text).toContain('export const arrival: readonly TownVisit[] = [\n  {\n    "visit_id": "');
  });

  it('compiles in strict mode, and not against another type', async () => {
    const program = await moduleOf(500);
    expect(await complaints(program, PERSON)).toBe('');
    expect(await complaints(program, PERSON.replace("'chess' | ", ''))).toContain('"chess"');
    expect(await complaints(program, PERSON.replace('is_member: boolean;', ''))).toContain('is_member');
  });

  it('calls the constant and the type after the collection and the model', () => {
    const { empty } = recordsModule({ name: 'first-time_users', type: typeNameOf('user_profile'), typesFrom: 'x/y' });
    expect(empty).toContain("import type { UserProfile } from 'x/y';");
    expect(empty).toContain('export const firstTimeUsers: readonly UserProfile[] = [];');
  });

  it('takes the name of a type as it is', () => {
    const { head, empty } = recordsModule({ name: 'visits', type: 'HTTP_Visit', typesFrom: 'x/y' });
    expect(empty).toContain("import type { HTTP_Visit } from 'x/y';");
    expect(head).toContain('export const visits: readonly HTTP_Visit[] = [\n');
  });
});

describe('toLiteral', () => {
  it('means the same to a compiler as to JSON.parse, also for odd characters and keys', () => {
    const key = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', '"__proto__": ', 'constructor'));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        key,
        fc.integer(),
        fc.constantFrom(null, true, 'a\u2028b\u2029', '\n  "__proto__": '),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((entries) => Object.fromEntries(entries) as object),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => {
        const json = JSON.stringify(one, null, 2);
        const literal = toLiteral(json);
        expect(literal).not.toMatch(/[\u2028\u2029]/);
        const { outputText } = ts.transpileModule(`(${literal})`, {
          compilerOptions: { target: ts.ScriptTarget.ES2022 },
        });
        expect(JSON.stringify(runInThisContext(outputText), null, 2)).toBe(json);
      }),
      { numRuns: 100 },
    );
  });
});
