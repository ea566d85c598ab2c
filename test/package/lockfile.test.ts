import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly resolved?: string;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

/** What would make `npm ci` fail, or go somewhere else, on another machine than the one that wrote the file. */
function faults({ packages }: Lock): readonly string[] {
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...(entry.resolved === undefined ? [] : [`${path} names the registry it came from`]),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isFound(packages, path, name))
      .map((name) => `${path} lacks its optional ${name}`),
  ]);
}

/** As Node looks a package up: beside its dependant, then further out. */
function isFound(packages: Lock['packages'], path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
  }
}

describe('the lock file', () => {
  it('installs anywhere', async () => {
    const text = await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8');
    // npm's own format, whose shape npm checks.
    expect(faults(JSON.parse(text) as Lock)).toEqual([]);
  });

  it('would be refused with a registry in it, or without the package of a platform', () => {
    const lock: Lock = {
      packages: {
        'node_modules/a': { version: '1.0.0', resolved: 'https://registry.example/a.tgz' },
        'node_modules/b': {
          version: '1.0.0',
          optionalDependencies: { 'b-linux': '1.0.0', 'b-windows': '1.0.0', c: '1' },
        },
        'node_modules/b-linux': { version: '1.0.0' },
        'node_modules/b/node_modules/c': { version: '1.0.0' },
      },
    };
    expect(faults(lock)).toEqual([
      'node_modules/a names the registry it came from',
      'node_modules/b lacks its optional b-windows',
    ]);
  });
});
