/** The options of `shrink`, parsed. */
export interface ShrinkCommandOptions {
  readonly fails?: string;
  readonly export?: string;
  readonly command?: string;
  readonly record?: string;
  readonly data?: true;
  /** In milliseconds. */
  readonly timeout?: number;
  readonly model?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly json?: true;
}
