import type { ValidationProgress } from '../validation/index.js';
import type { CliContext } from './CliContext.js';
import { ProgressLine } from './ProgressLine.js';

const MEGABYTE = 1e6;

/** How far a run through files has come, by their bytes. */
export class BytesProgress {
  private readonly doing: string;
  private readonly line: ProgressLine;

  /** @param doing - such as `checking`. */
  constructor(doing: string, { stderr, seconds }: CliContext) {
    this.doing = doing;
    this.line = new ProgressLine(stderr, seconds);
  }

  readonly update = ({ file, bytes, totalBytes }: Omit<ValidationProgress, 'records'>): void => {
    this.line.update({
      file: `${this.doing} ${file}, MB`,
      records: bytes / MEGABYTE,
      total: totalBytes / MEGABYTE,
    });
  };

  /** Runs with the progress shown, and takes it away afterwards. */
  async during<T>(act: (onProgress: BytesProgress['update']) => Promise<T>): Promise<T> {
    try {
      return await act(this.update);
    } finally {
      this.line.stop();
    }
  }
}
