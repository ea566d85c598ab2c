import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';
import type { Plugin } from 'rolldown';

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

const STYLES = new URL('src/report/page/styles/', import.meta.url);

/** The page's style sheets as one, in the order of their names. */
const styles: Plugin = {
  name: 'styles',
  generateBundle() {
    const sheets = readdirSync(STYLES).sort();
    const source = sheets.map((name) => readFileSync(new URL(name, STYLES), 'utf8')).join('\n');
    this.emitFile({ type: 'asset', fileName: 'page.css', source });
  },
};

/** ECharts has to be told of its parts, which a module does as it is loaded: without it the charts stay empty. */
const treeshake = {
  moduleSideEffects: [{ test: /[\\/]report[\\/]charts[\\/]echarts\.[jt]s$/, sideEffects: true }],
};

export default defineConfig([
  /** The command as a few files instead of a hundred: docs/decisions/cli-bundle.md. */
  {
    input: 'dist/src/cli/main.js',
    platform: 'node',
    // Packages stay what is installed: a manifest names faker's version, and a fix of theirs arrives without one of ours.
    external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(?:/|$)`)),
    treeshake,
    output: {
      dir: 'dist/cli',
      chunkFileNames: '[name].js',
      // Less to read; the names stay, for the sake of stack traces.
      minify: { mangle: false, compress: true, codegen: true },
    },
  },
  /** All that runs in the page of a report, charts included: `reportPage` writes it into the page. */
  {
    input: { page: 'src/report/page/main.ts' },
    platform: 'browser',
    // Doors lead to modules that read files; none of them is used in the page, and what is left of them would not run.
    external: /^node:/,
    tsconfig: 'src/report/page/tsconfig.json',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    treeshake,
    plugins: [styles],
    output: { dir: 'dist/report', format: 'iife', entryFileNames: '[name].js', minify: true },
  },
]);
