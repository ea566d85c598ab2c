import { describe, expect, it, vi } from 'vitest';
import { TriesLine } from '../../src/cli/shrink/TriesLine.js';
import { Kept } from './runHere.js';

const far = { tries: 1840, bytes: 3120, records: 12 };

describe('TriesLine', () => {
  it('tells on a terminal what is done, and gives the cursor back', async () => {
    const stderr = new Kept({ isTTY: true, columns: 120 });
    let now = 0;
    const line = new TriesLine({ stderr, seconds: () => now });
    now = 8;
    await vi.waitFor(() => {
      line.asking(17, 500);
      expect(stderr.text).toContain('asking   record 17 of 500 records   Ctrl-C');
    });
    await vi.waitFor(() => {
      line.shrinking(far);
      expect(stderr.text).toContain('shrinking   1,840 tries   12 records, 3.1 kB   Ctrl-C for the smallest so far');
    });
    line.stop();
    expect(stderr.text.lastIndexOf('\u001B[?25h')).toBeGreaterThan(stderr.text.lastIndexOf('\u001B[?25l'));
  });

  it('is silent in the first moments, when it was stopped before it was loaded, and where there is no terminal', async () => {
    let now = 0;
    const streams = [true, true, false].map((isTTY) => new Kept({ isTTY }));
    const [short, stopped, piped] = streams.map((stderr) => new TriesLine({ stderr, seconds: () => now }));
    now = 0.4;
    short?.shrinking(far);
    now = 8;
    stopped?.shrinking(far);
    stopped?.stop();
    piped?.shrinking(far);
    await import('cli-progress');
    for (const line of [stopped, piped]) line?.shrinking(far);
    expect(streams.map(({ text }) => text)).toEqual(['', '', '']);
  });
});
