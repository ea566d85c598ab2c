import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { ROOT } from './Example.js';
import type { Example } from './Example.js';

/** What can be called: scripts of package.json, and the command line's commands with their flags where it exists yet. */
export interface Known {
  readonly scripts: readonly string[];
  /** Flags by command, long and short; undefined while there is no command line. */
  readonly commands: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

const NPM_ITSELF: ReadonlySet<string> = new Set([
  'ci',
  'install',
  'i',
  'pack',
  'publish',
  'version',
  'exec',
  'init',
  'link',
]);
const SCRIPT_SHORTHANDS: ReadonlySet<string> = new Set(['test', 't', 'start', 'stop', 'restart']);

/** What a shell example calls that does not exist, a line each. */
export function unknownCalls({ file, line, code }: Example, known: Known): string[] {
  return callsOf(code).flatMap(({ words, offset }) =>
    faultOf(words, known).map((fault) => `${file}:${line + offset}: ${fault}`),
  );
}

/** The simple commands of a script: prompts, comments, variables before a command and line continuations aside. */
function callsOf(code: string): { readonly words: readonly string[]; readonly offset: number }[] {
  const joined = code.replace(/\\\n/g, '  ');
  return joined.split('\n').flatMap((raw, offset) =>
    raw
      .replace(/^\s*\$ /, '')
      .replace(/(^|\s)#.*$/, '')
      .split(/&&|\|\||[;|]/)
      .map((command) => command.trim().split(/\s+/))
      .map((words) => words.slice(words.findIndex((word) => !/^\w+=/.test(word))))
      .filter((words) => words[0] !== '')
      .map((words) => ({ words, offset })),
  );
}

function faultOf(words: readonly string[], known: Known): string[] {
  const [program = '', first = '', ...rest] = words;
  if (program === 'npm') return npmFault(first, rest, known);
  if (program === 'npx' && first === 'cohort-check') return commandFault(rest, known);
  if (program === 'cohort-check') return commandFault([first, ...rest], known);
  if (program === 'node' && first.endsWith('src/cli/main.js')) return commandFault(rest, known);
  return [];
}

function npmFault(first: string, rest: readonly string[], known: Known): string[] {
  if (first === 'run' || first === 'run-script') {
    const [script = '', ...after] = rest;
    if (!known.scripts.includes(script)) return [`npm run ${script}: package.json has no such script`];
    // Behind `--` stand the words of the script's own command.
    const passed = after.includes('--') ? after.slice(after.indexOf('--') + 1) : [];
    return script === 'fixture' && passed.length > 0 ? commandFault(['export', ...passed], known) : [];
  }
  if (SCRIPT_SHORTHANDS.has(first)) {
    const script = first === 't' ? 'test' : first;
    return known.scripts.includes(script) ? [] : [`npm ${first}: package.json has no such script`];
  }
  return NPM_ITSELF.has(first) || first.startsWith('-') ? [] : [`npm ${first}: neither npm's own nor a script`];
}

function commandFault(words: readonly string[], { commands }: Known): string[] {
  if (commands === undefined) return [];
  const [name = '', ...rest] = words;
  if (/^-(?:h|V|-help|-version)$/.test(name) || name === '') return [];
  const flags = commands.get(name);
  if (flags === undefined) return [`cohort-check ${name}: there is no such command`];
  return rest
    .filter((word) => /^--?[a-zA-Z]/.test(word))
    .map((word) => word.replace(/=.*$/, ''))
    .filter((flag) => !flags.has(flag) && !/^(?:-h|--help)$/.test(flag))
    .map((flag) => `cohort-check ${name} ${flag}: there is no such flag`);
}

/**
 * The commands that `src/cli` declares: a commander `Command` among the exports of one of its files, or what a function
 * without parameters whose name ends in `program` returns.
 */
export async function knownCommands(): Promise<Known['commands']> {
  const folder = join(ROOT, 'src/cli');
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'main.ts');
  const commands = new Map<string, ReadonlySet<string>>();
  for (const file of files) {
    const module = (await import(/* @vite-ignore */ join(folder, file))) as Readonly<Record<string, unknown>>;
    for (const [name, exported] of Object.entries(module)) {
      const isMaker = typeof exported === 'function' && exported.length === 0 && /program$/i.test(name);
      const made: unknown = isMaker ? (exported as () => unknown)() : exported;
      if (made instanceof Command) collect(made, commands);
    }
  }
  return commands.size === 0 ? undefined : commands;
}

function collect(command: Command, into: Map<string, ReadonlySet<string>>): void {
  const shared = flagsOf(command);
  for (const child of command.commands) into.set(child.name(), new Set([...shared, ...flagsOf(child)]));
  if (command.commands.length === 0) into.set(command.name(), new Set(shared));
}

function flagsOf(command: Command): string[] {
  return command.options.flatMap(({ long, short }) => [long, short].filter((flag) => typeof flag === 'string'));
}
