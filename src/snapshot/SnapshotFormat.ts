/** The file formats of a snapshot; each is also the ending of its files. */
export const snapshotFormats = ['json', 'ndjson', 'ts'] as const;

/**
 * `json`: one array, laid out as `JSON.stringify(records, null, 2)` does it, so that a changed field is a changed line.
 * `ndjson`: one record a line, for tools that stream. `ts`: a typed module.
 */
export type SnapshotFormat = (typeof snapshotFormats)[number];
