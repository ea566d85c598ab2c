import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The version of this package. */
export function ownVersion(): string {
  return versionOf('cohort-check');
}

/** The versions of the packages whose tables decide what a seed yields. */
export function versionsThatMatter(): Readonly<Record<string, string>> {
  return { '@faker-js/faker': versionOf('@faker-js/faker') };
}

function versionOf(name: string): string {
  return (load(`${name}/package.json`) as { readonly version: string }).version;
}
