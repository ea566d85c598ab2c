import type { SingleBar } from 'cli-progress';
import type { SnapshotProgress } from '../snapshot/index.js';
import type { Output } from './CliContext.js';
import { duration, grouped } from './figures.js';

/** Runs that end sooner need no progress, and do not pay for loading it. */
const PATIENCE_SECONDS = 0.5;

/** Shows on a terminal how far a run has come, how fast it is, and how long it will take; elsewhere it is silent. */
export class ProgressLine {
  private readonly stream: Output;
  private readonly clock: () => number;
  private readonly started: number;
  private bar: SingleBar | undefined;
  private state: 'waiting' | 'loading' | 'shown' | 'stopped' = 'waiting';

  /** @param clock - in seconds. */
  constructor(stream: Output, clock: () => number) {
    this.stream = stream;
    this.clock = clock;
    this.started = clock();
  }

  /** Since the line was made. */
  get seconds(): number {
    return this.clock() - this.started;
  }

  readonly update = (progress: SnapshotProgress): void => {
    if (this.stream.isTTY !== true) return;
    if (this.state === 'waiting' && this.seconds > PATIENCE_SECONDS) void this.show(progress.total);
    const rate = progress.records / this.seconds;
    const left = rate === 0 ? Infinity : (progress.total - progress.records) / rate;
    this.bar?.update(progress.records, {
      file: progress.file,
      done: grouped(progress.records),
      rate: grouped(rate),
      left: Number.isFinite(left) ? duration(left) : '?',
    });
  };

  /** Takes the line away and gives the cursor back. */
  stop(): void {
    this.state = 'stopped';
    this.bar?.stop();
  }

  private async show(total: number): Promise<void> {
    this.state = 'loading';
    const { SingleBar: Bar } = (await import('cli-progress')).default;
    if (this.state !== 'loading') return;
    this.state = 'shown';
    this.bar = new Bar({
      stream: this.stream,
      format: `{file} {bar} {percentage} %  {done} of ${grouped(total)}  {rate}/s  {left} left`,
      barsize: 20,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      hideCursor: true,
      clearOnComplete: true,
      // Interrupting is the caller's business: there are temporary files to take away.
      gracefulExit: false,
    });
    this.bar.start(total, 0, { file: '', done: '0', rate: '?', left: '?' });
  }
}
