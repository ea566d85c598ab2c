#!/usr/bin/env node
import * as nodeModule from 'node:module';
import process from 'node:process';

// Node 22.1 and later keep what they compiled; everything else is loaded after this call, so that it profits.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();

const [{ ExitCode }, { healthShortcuts }, { runCli }] = await Promise.all([
  import('./ExitCode.js'),
  import('./healthShortcuts.js'),
  import('./runCli.js'),
]);

const controller = new AbortController();
let caught: NodeJS.Signals | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Once: whoever presses Ctrl-C again does not want to wait.
  process.once(signal, () => {
    caught = signal;
    controller.abort();
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  domain: async () => (await import('../../arbitraries/health.js')).health,
  shortcuts: healthShortcuts,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  seconds: () => performance.now() / 1000,
  signal: controller.signal,
});
// So that a script around this command learns of the signal too.
if (caught !== undefined && process.exitCode === ExitCode.interrupted) process.kill(process.pid, caught);
