import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Run {
  readonly code: number | null;
  /** What it wrote to either stream. */
  readonly said: string;
}

/** A project of a user, in a folder of its own, whose tests a real vitest runs. */
export class Project {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** Takes the project away when the block that holds it ends. */
  static async with(use: (project: Project) => Promise<void>): Promise<void> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'cohort-check remember ')));
    try {
      await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
      const project = new Project(root);
      await project.write('package.json', JSON.stringify({ name: 'project', private: true, type: 'module' }));
      const alias = Object.entries({
        'cohort-check/vitest': 'src/vitest/index.ts',
        'cohort-check/health': 'arbitraries/index.ts',
        'cohort-check': 'src/index.ts',
      }).map(([name, path]) => ({ find: name, replacement: join(ROOT, path) }));
      const config = { resolve: { alias }, test: { include: ['test/**/*.test.ts'], watch: false } };
      await project.write('vitest.config.js', `export default ${JSON.stringify(config)};\n`);
      await use(project);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true });
    await writeFile(join(this.root, path), text);
  }

  async read(path: string): Promise<string> {
    return readFile(join(this.root, path), 'utf8');
  }

  /** The names below `fixtures/counterexamples`, hidden ones too. */
  async kept(): Promise<string[]> {
    const names: string[] = await readdir(join(this.root, 'fixtures/counterexamples')).catch(() => []);
    return names.sort();
  }

  /** Runs vitest to its end, outside of any test that is running. */
  async vitest(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Run> {
    return this.node([join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--no-color', ...args], env);
  }

  async node(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
    return this.command(process.execPath, args, env);
  }

  /** Runs a command line as a user would paste it. */
  async shell(line: string): Promise<Run> {
    return this.command('sh', ['-c', line], {});
  }

  private async command(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
    const child = spawn(program, args, {
      cwd: this.root,
      env: { ...outerEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const pieces: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, said: Buffer.concat(pieces).toString() }));
    });
  }
}

/** What a run of its own must not inherit from the one that starts it. */
export function outerEnvironment(): NodeJS.ProcessEnv {
  const inner = /^(?:CI|VITEST.*|TEST|NODE_ENV|NODE_OPTIONS|GITHUB_ACTIONS|FORCE_COLOR|NO_COLOR)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inner.test(name)));
}
