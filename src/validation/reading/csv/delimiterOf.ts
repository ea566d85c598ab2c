/** What may part the cells of a row; of two that occur equally often, the first. */
export const DELIMITERS = [',', ';', '\t'] as const;

/** The delimiter that occurs most often outside quotes in a header. */
export function delimiterOf(header: string): string {
  const counts = DELIMITERS.map((delimiter) => countOf(header, delimiter));
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** How often a delimiter stands outside quotes in a line. */
export function countOf(line: string, delimiter: string): number {
  return line.replaceAll(/"[^"]*(?:"|$)/g, '').split(delimiter).length - 1;
}
