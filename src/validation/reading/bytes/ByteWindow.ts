import { Buffer } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { fileFault } from '../fileFault.js';
import type { ReadOptions } from '../ReadOptions.js';
import { LineMark } from './LineMark.js';

/**
 * The stretch of a file that is in memory: what is still needed of the pieces before, and the piece that was read last.
 *
 * The bytes are overwritten by the next piece. The window grows only for what somebody asks to keep.
 */
export class ByteWindow {
  bytes: Buffer;
  /** Bytes of the window that are filled. */
  end = 0;
  /** Offset in the file of the window's first byte. */
  base = 0;
  /** Whether nothing follows in the file. */
  isWhole = false;
  readonly mark = new LineMark();

  private readonly path: string;
  private readonly handle: FileHandle;
  private readonly size: number;
  private readonly chunkBytes: number;
  private readonly options: ReadOptions;

  private constructor(path: string, handle: FileHandle, size: number, chunkBytes: number, options: ReadOptions) {
    this.path = path;
    this.handle = handle;
    this.size = size;
    this.chunkBytes = chunkBytes;
    this.options = options;
    this.bytes = Buffer.allocUnsafe(2 * chunkBytes);
  }

  /** @throws CohortCheckError `cannot-read`. */
  static async over(path: string, chunkBytes: number, options: ReadOptions): Promise<ByteWindow> {
    options.signal?.throwIfAborted();
    let handle: FileHandle | undefined;
    try {
      handle = await open(path, 'r');
      const { size } = await handle.stat();
      return new ByteWindow(path, handle, size, chunkBytes, options);
    } catch (error) {
      await handle?.close();
      throw fileFault(error, path);
    }
  }

  close(): Promise<void> {
    return this.handle.close();
  }

  /** The filled part. */
  filled(): Buffer {
    return this.bytes.subarray(0, this.end);
  }

  /** Reads on until the window holds so many bytes or the file ends. */
  async gather(bytes: number): Promise<void> {
    while (this.end < bytes && !this.isWhole) await this.fill(0);
  }

  /**
   * Drops the window's first bytes, which moves all others, and reads the next piece of the file.
   *
   * @throws CohortCheckError `cannot-read`; and the signal's reason.
   */
  async fill(drop: number): Promise<void> {
    const { signal, onProgress } = this.options;
    this.mark.shift(this.bytes, drop);
    this.makeRoom(drop);
    try {
      const { bytesRead } = await this.handle.read(this.bytes, this.end, this.chunkBytes, null);
      this.end += bytesRead;
      this.isWhole = bytesRead === 0;
    } catch (error) {
      throw fileFault(error, this.path);
    }
    signal?.throwIfAborted();
    const bytesRead = this.base + this.end;
    onProgress?.(bytesRead, Math.max(bytesRead, this.size));
  }

  private makeRoom(drop: number): void {
    const kept = this.end - drop;
    const isTooSmall = kept + this.chunkBytes > this.bytes.length;
    const target = isTooSmall ? Buffer.allocUnsafe(2 * (kept + this.chunkBytes)) : this.bytes;
    if (isTooSmall || drop > 0) this.bytes.copy(target, 0, drop, this.end);
    this.bytes = target;
    this.base += drop;
    this.end = kept;
  }
}
