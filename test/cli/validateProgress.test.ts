import { describe, expect, it, vi } from 'vitest';
import { BytesProgress } from '../../src/cli/BytesProgress.js';
import type { CliContext } from '../../src/cli/CliContext.js';
import { Kept } from './runHere.js';

const progress = { file: 'people.ndjson', bytes: 500e6, totalBytes: 2e9 };

describe('the progress of a check', () => {
  it('tells megabytes, rate and time left on a terminal, and takes the line away', async () => {
    const stderr = new Kept({ isTTY: true, columns: 160 });
    let now = 100;
    const line = new BytesProgress('checking', { stderr, seconds: () => now } as unknown as CliContext);
    now = 110;
    const done = await line.during(async (onProgress) => {
      await vi.waitFor(() => {
        onProgress(progress);
        expect(stderr.text).toMatch(/checking people\.ndjson, MB █{5}░{15} 25 % {2}500 of 2,000 {2}50\/s {2}30 s left/);
      });
      return 'done';
    });
    expect(done).toBe('done');
    expect(stderr.text.lastIndexOf('\u001B[?25h')).toBeGreaterThan(stderr.text.lastIndexOf('\u001B[?25l'));
  });

  it('gives the cursor back when the check fails, too', async () => {
    const stderr = new Kept({ isTTY: true, columns: 160 });
    let now = 100;
    const line = new BytesProgress('checking', { stderr, seconds: () => now } as unknown as CliContext);
    now = 110;
    const failing = line.during(async (onProgress) => {
      await vi.waitFor(() => {
        onProgress(progress);
        expect(stderr.text).toContain('\u001B[?25l');
      });
      throw new Error('it fails');
    });
    await expect(failing).rejects.toThrow('it fails');
    expect(stderr.text.lastIndexOf('\u001B[?25h')).toBeGreaterThan(stderr.text.lastIndexOf('\u001B[?25l'));
  });

  it('is silent where there is no terminal', async () => {
    const stderr = new Kept();
    let now = 100;
    const line = new BytesProgress('checking', { stderr, seconds: () => (now += 10) } as unknown as CliContext);
    for (let turn = 0; turn < 3; turn++) await line.during(async (onProgress) => onProgress(progress));
    expect(stderr.text).toBe('');
  });
});
