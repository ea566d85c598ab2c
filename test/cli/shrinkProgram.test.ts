import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { CommandPredicate } from '../../src/cli/shrink/CommandPredicate.js';
import type { Answer } from '../../src/cli/shrink/Predicate.js';
import { shellWord } from '../../src/cli/shrink/shellWord.js';
import { namesIn, withDirectory } from '../snapshot/people.js';

const never = new AbortController().signal;

/** What a command says of values. */
async function answers(command: string, values: readonly unknown[], timeoutMs?: number): Promise<Answer[]> {
  const predicate = new CommandPredicate({ command, timeoutMs });
  try {
    await predicate.open();
    const found: Answer[] = [];
    for (const value of values) found.push(await predicate.ask(JSON.stringify(value), never));
    return found;
  } finally {
    await predicate.close();
  }
}

/** Runs with a directory for temporary files whose name is hard to quote. */
async function withTemporary<T>(use: (directory: string) => Promise<T>): Promise<T> {
  return withDirectory(async (directory) => {
    const before = process.env['TMPDIR'];
    const path = join(directory, `o'dd "$HOME" \`x\` é`);
    await mkdir(path);
    process.env['TMPDIR'] = path;
    try {
      return await use(path);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });
}

const nextTurn = async (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Resolves once a process has gone. */
async function gone(pid: number): Promise<boolean> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ESRCH';
    }
    // One that was ended is there until its new parent has noticed.
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '? (x) Z');
    if (state.slice(state.lastIndexOf(')') + 2).startsWith('Z')) return true;
    await nextTurn();
  }
}

describe.skipIf(process.platform === 'win32')('a command', () => {
  it.each([
    ['the path of a file', `grep -q bad {}`],
    ['its path, twice', `cat {} {} | grep -q bad`],
    ['standard input', `grep -q bad`],
  ])('gets the value by %s, and shows the failure by its exit code', async (_, command) => {
    expect(await answers(`! ${command}`, [{ name: 'bad é "q"' }, { name: 'good' }])).toEqual([
      { shows: true, reason: 'exit code 1' },
      { shows: false, reason: 'exit code 0' },
    ]);
  });

  it('gets the value as it is', async () => {
    await withDirectory(async (directory) => {
      const value = { text: `"quotes" 'and' $HOME \`x\` \\ \u2028`, list: [1, null] };
      for (const command of [
        `cp {} ${shellWord(join(directory, 'got'))}`,
        `cat > ${shellWord(join(directory, 'got'))}`,
      ]) {
        await answers(command, [value]);
        expect(JSON.parse(await readFile(join(directory, 'got'), 'utf8'))).toEqual(value);
      }
    });
  });

  it('may print much, read nothing, and be ended by a signal', async () => {
    const large = Array.from({ length: 20_000 }, (_, index) => ({ index }));
    expect(await answers(`head -c 5000000 /dev/zero; head -c 5000000 /dev/zero >&2; exit 4`, [large])).toEqual([
      { shows: true, reason: 'exit code 4' },
    ]);
    expect(await answers('kill -SEGV $$', [1])).toEqual([{ shows: true, reason: 'it was ended by SIGSEGV' }]);
  });

  it.each([
    ['no-such-command-anywhere {}', 'the shell does not find it'],
    ['/dev/null', 'it was found, and cannot be run'],
  ])('that cannot be run, as `%s`, is an error and no failure that shows', async (command, why) => {
    await expect(answers(command, [1])).rejects.toThrow(
      new RegExp(`^predicate-not-run  --command "${command}": cannot be run\n  why     ${why}`),
    );
  });

  it('is ended with all that it started when it takes too long, and asked again', async () => {
    await withDirectory(async (directory) => {
      const pids = join(directory, 'pids');
      const endless = `sh -c 'while :; do :; done' & echo $! > ${shellWord(pids)}; wait`;
      expect(await answers(`if grep -q bad; then ${endless}; fi`, ['bad', 'good'], 1000)).toEqual([
        { shows: true, reason: 'no answer within 1000 ms', isTimeout: true },
        { shows: false, reason: 'exit code 0' },
      ]);
      expect(await gone(Number(await readFile(pids, 'utf8')))).toBe(true);
    });
  });

  it('is ended by an interruption, and leaves no file behind', async () => {
    await withTemporary(async (directory) => {
      const pid = join(directory, 'pid');
      const command = `echo $$ > ${shellWord(pid)}; while test -f {}; do :; done`;
      const predicate = new CommandPredicate({ command, timeoutMs: undefined });
      const controller = new AbortController();
      await predicate.open();
      expect(await namesIn(directory)).toEqual([expect.stringMatching(/^cohort-check-shrink-/)]);
      const asked = predicate.ask('1', controller.signal);
      while ((await readFile(pid, 'utf8').catch(() => '')) === '') await nextTurn();
      controller.abort();
      expect((await asked).shows).toBe(false);
      await predicate.close();
      expect(await namesIn(directory)).toEqual(['pid']);
      expect(await gone(Number(await readFile(pid, 'utf8')))).toBe(true);
    });
  });

  it('gets the path of its file as one word, whatever the directory is called', async () => {
    await withTemporary(async () => {
      expect(await answers('! grep -q bad {}', ['bad', 'good'])).toEqual([
        { shows: true, reason: 'exit code 1' },
        { shows: false, reason: 'exit code 0' },
      ]);
    });
  });
});
