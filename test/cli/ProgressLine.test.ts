import { describe, expect, it, vi } from 'vitest';
import { ProgressLine } from '../../src/cli/ProgressLine.js';
import { Kept } from './runHere.js';

const half = { file: 'people.json', records: 20_000, total: 40_000 };

describe('ProgressLine', () => {
  it('tells rate and time left on a terminal, and gives the cursor back', async () => {
    const stream = new Kept({ isTTY: true, columns: 120 });
    let now = 100;
    const line = new ProgressLine(stream, () => now);
    now = 108;
    await vi.waitFor(() => {
      line.update(half);
      expect(stream.text).toMatch(/people\.json █{10}░{10} 50 % {2}20,000 of 40,000 {2}2,500\/s {2}8\.00 s left/);
    });
    line.stop();
    expect(stream.text.lastIndexOf('\u001B[?25h')).toBeGreaterThan(stream.text.lastIndexOf('\u001B[?25l'));
  });

  it('is silent in the first moments, when it was stopped before it was loaded, and where there is no terminal', async () => {
    let now = 0;
    const streams = [true, true, false].map((isTTY) => new Kept({ isTTY }));
    const [short, stopped, piped] = streams.map((stream) => new ProgressLine(stream, () => now));
    now = 0.4;
    short?.update(half);
    now = 8;
    stopped?.update(half);
    stopped?.stop();
    piped?.update(half);
    await import('cli-progress');
    for (const line of [stopped, piped]) line?.update(half);
    expect(streams.map(({ text }) => text)).toEqual(['', '', '']);
  });
});
