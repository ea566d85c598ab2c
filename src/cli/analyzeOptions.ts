/** The options of `analyze`, parsed. */
export interface AnalyzeCommandOptions {
  readonly model?: string;
  readonly asOf?: string;
  readonly alpha?: number;
  readonly minEffect?: number;
  readonly against?: readonly string[];
  readonly by?: string;
  readonly records?: string;
  readonly json?: true;
  readonly markdown?: true;
  readonly quiet?: true;
}
