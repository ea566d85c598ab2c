import { gzipSync } from 'node:zlib';
import type { ReportPack } from './ReportData.js';

/** So many details are unpacked together when one of them is opened. */
const PACK = 100;

/** Plain data as JSON, compressed by gzip, in base64. */
export function packed(value: unknown): string {
  // The operating system's mark in the header would make the same data other bytes elsewhere.
  const bytes = gzipSync(JSON.stringify(value), { level: 6 });
  bytes[9] = 255;
  return bytes.toString('base64');
}

/** Gathers values and compresses them in runs, so that memory holds few of them as they are. */
export class Packer {
  private readonly done: ReportPack[] = [];
  private waiting: unknown[] = [];
  private count = 0;

  add(value: unknown): void {
    this.waiting.push(value);
    if (this.waiting.length === PACK) this.pack();
  }

  packs(): readonly ReportPack[] {
    if (this.waiting.length > 0) this.pack();
    return this.done;
  }

  private pack(): void {
    const { length } = this.waiting;
    this.done.push({ from: this.count, count: length, gzip: packed(this.waiting) });
    this.count += length;
    this.waiting = [];
  }
}
