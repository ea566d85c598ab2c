import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeDirectory } from '../../src/snapshot/makeDirectory.js';

const home = mkdtempSync(join(tmpdir(), 'cohort-check-directory-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('makeDirectory', () => {
  it('makes what is missing above as well, and says where it began', async () => {
    expect(await makeDirectory(join(home, 'a', 'b', 'c'))).toBe(join(home, 'a'));
    expect(existsSync(join(home, 'a', 'b', 'c'))).toBe(true);
  });

  it('makes nothing where the directory stands', async () => {
    expect(await makeDirectory(home)).toBeUndefined();
  });

  it('fails where a file stands in the way', async () => {
    writeFileSync(join(home, 'file'), '');
    await expect(makeDirectory(join(home, 'file'))).rejects.toThrow(/EEXIST/);
    await expect(makeDirectory(join(home, 'file', 'below'))).rejects.toThrow(/ENOTDIR/);
  });

  it.runIf(existsSync('/proc/self'))('fails, and returns, where the file system takes no directories', async () => {
    await expect(makeDirectory('/proc/nope/below')).rejects.toThrow(/ENOENT/);
  });
});
