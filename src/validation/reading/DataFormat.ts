/** The formats that can be read. */
export const dataFormats = ['json', 'ndjson', 'csv'] as const;

/**
 * `json`: a list of records, an object that holds that list under its only key, or one record. `ndjson`: a record a line.
 * `csv`: RFC 4180 with a header of paths; comma, semicolon or tab.
 */
export type DataFormat = (typeof dataFormats)[number];
