import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What `npm run lint` reads. */
const REAL_CONFIG = ['.oxlintrc.json', 'lint', 'tsconfig.json', 'package.json'];

export interface Verdict {
  /** What the linter said of each file, a line each: `plugin(rule): message` and the help after it. */
  readonly findings: ReadonlyMap<string, readonly string[]>;
  /** 0 when the build goes on. */
  readonly exitCode: number;
}

/**
 * Lints a throw-away project, laid out like this one and with its real configuration.
 *
 * @param files - path from the project's root → text of the file.
 */
export async function lintProject(files: Readonly<Record<string, string>>): Promise<Verdict> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'cohort-check-lint-')));
  try {
    for (const name of REAL_CONFIG) await cp(join(ROOT, name), join(folder, name), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { report, exitCode } = await oxlint(folder);
    return { findings: byFile(report), exitCode };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Report {
  readonly diagnostics: readonly {
    readonly code?: string;
    readonly message: string;
    readonly help?: string;
    readonly filename: string;
  }[];
}

function oxlint(folder: string): Promise<{ report: Report; exitCode: number }> {
  const command = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  return new Promise((done, fail) => {
    const child = execFile(
      process.execPath,
      [command, '--deny-warnings', '--format', 'json'],
      { cwd: folder, maxBuffer: 2 ** 26 },
      (_error, stdout, stderr) => {
        try {
          // oxlint's own JSON; a change of its shape shows as findings that are missing below.
          const report = JSON.parse(stdout) as Report;
          done({ report, exitCode: child.exitCode ?? -1 });
        } catch {
          fail(
            new Error(`oxlint gave no report:
${stdout}
${stderr}`),
          );
        }
      },
    );
  });
}

function byFile(report: Report): Verdict['findings'] {
  const findings = new Map<string, string[]>();
  for (const { code, message, help, filename } of report.diagnostics) {
    const file = filename.replaceAll('\\', '/');
    findings.set(file, [...(findings.get(file) ?? []), `${code ?? 'parser'}: ${message} ${help ?? ''}`]);
  }
  return findings;
}
