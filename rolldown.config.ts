import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** The command as a few files instead of a hundred: docs/decisions/cli-bundle.md. */
export default defineConfig({
  input: 'dist/src/cli/main.js',
  platform: 'node',
  // Packages stay what is installed: a manifest names faker's version, and a fix of theirs arrives without one of ours.
  external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(?:/|$)`)),
  output: {
    dir: 'dist/cli',
    chunkFileNames: '[name].js',
    // Less to read; the names stay, for the sake of stack traces.
    minify: { mangle: false, compress: true, codegen: true },
  },
});
