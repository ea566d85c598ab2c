import type { SingleBar } from 'cli-progress';
import type { ShrinkProgress } from '../../shrink/index.js';
import type { CliContext } from '../CliContext.js';
import { counted, size } from '../figures.js';
import { triesText } from './triesText.js';

/** Runs that end sooner need no progress, and do not pay for loading it. */
const PATIENCE_SECONDS = 0.5;

/** Shows on a terminal how far a search has come; nobody knows how long it will take. */
export class TriesLine {
  private readonly context: Pick<CliContext, 'stderr' | 'seconds'>;
  private readonly started: number;
  private bar: SingleBar | undefined;
  private state: 'waiting' | 'loading' | 'shown' | 'stopped' = 'waiting';
  private text = '';

  constructor(context: Pick<CliContext, 'stderr' | 'seconds'>) {
    this.context = context;
    this.started = context.seconds();
  }

  readonly asking = (index: number, count: number): void => {
    this.show(`asking   record ${index} of ${counted(count, 'record')}`);
  };

  readonly shrinking = ({ tries, bytes, records }: ShrinkProgress): void => {
    this.show(`shrinking   ${triesText(tries)}   ${counted(records, 'record')}, ${size(bytes)}`);
  };

  /** Takes the line away and gives the cursor back. */
  stop(): void {
    this.state = 'stopped';
    this.bar?.stop();
  }

  private show(text: string): void {
    const { stderr, seconds } = this.context;
    if (stderr.isTTY !== true) return;
    this.text = text;
    if (this.state === 'waiting' && seconds() - this.started > PATIENCE_SECONDS) void this.load();
    this.bar?.update(0, { text });
  }

  private async load(): Promise<void> {
    this.state = 'loading';
    const { SingleBar: Bar } = (await import('cli-progress')).default;
    if (this.state !== 'loading') return;
    this.state = 'shown';
    this.bar = new Bar({
      stream: this.context.stderr,
      format: '{text}   Ctrl-C for the smallest so far',
      hideCursor: true,
      clearOnComplete: true,
      // Interrupting is the caller's business.
      gracefulExit: false,
    });
    this.bar.start(1, 0, { text: this.text });
  }
}
