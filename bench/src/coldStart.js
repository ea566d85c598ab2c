/* What a user waits for: whole processes, from nothing to files on disk. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtFile } from './underTest.js';

const here = dirname(fileURLToPath(import.meta.url));

/** Milliseconds of each run of `cohort-check export` with 500 customers and their scenarios, of the customers alone, and of node with faker's English tables. */
export function measureColdStarts({ rounds, onRound = () => {} }) {
  const out = mkdtempSync(join(tmpdir(), 'cohort-check-cold-'));
  const commands = {
    'cold export': [builtFile('cli/main.js'), 'export', '--count', '500', '--out', out],
    'cold customers': [builtFile('cli/main.js'), 'export', '--only', 'customers', '--count', '500', '--out', out],
    'cold faker': ['--eval', "import('@faker-js/faker/locale/en')"],
    'cold node': ['--eval', '0'],
  };
  const times = new Map(Object.keys(commands).map((name) => [name, []]));
  try {
    // The first round fills the disk cache.
    for (let round = 0; round <= rounds; round++) {
      for (const [name, command] of Object.entries(commands)) {
        const elapsed = milliseconds(command);
        if (round > 0) times.get(name).push(elapsed);
      }
      onRound(round + 1, rounds + 1);
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  return times;
}

function milliseconds(command) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: here, encoding: 'utf8' });
  const elapsed = performance.now() - start;
  if (status !== 0) throw new Error(`node ${command.join(' ')} ended with ${status}:\n${stderr}`);
  return elapsed;
}
