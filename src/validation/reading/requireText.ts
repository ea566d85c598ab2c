import { CohortCheckError } from '../../errors/index.js';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

interface Disguise {
  readonly starts: readonly number[];
  readonly why: string;
  readonly try: string;
}

const UTF_16 = { why: 'it is UTF-16', try: 'save it as UTF-8' };

/** What else is handed over as a file of records, told by its first bytes. */
const DISGUISES: readonly Disguise[] = [
  { starts: [0xff, 0xfe], ...UTF_16 },
  { starts: [0xfe, 0xff], ...UTF_16 },
  { starts: [0x1f, 0x8b], why: 'it is compressed with gzip', try: 'unpack it with `gunzip --keep`' },
  { starts: [0x28, 0xb5, 0x2f, 0xfd], why: 'it is compressed with zstd', try: 'unpack it with `unzstd`' },
  { starts: [0x50, 0x4b, 0x03, 0x04], why: 'it is a zip archive or a workbook', try: 'unpack it, or save it as CSV' },
  { starts: [0x50, 0x41, 0x52, 0x31], why: 'it is a Parquet file', try: 'convert it to NDJSON or CSV' },
];

/**
 * The length of the byte order mark that a file may begin with.
 *
 * @param head - the file's first bytes.
 * @throws CohortCheckError `not-text` where they are no UTF-8 text.
 */
export function requireText(head: Uint8Array, path: string): number {
  const disguise = DISGUISES.find(({ starts }) => startsWith(head, starts));
  if (disguise !== undefined) throw notText(path, disguise);
  const zero = head.indexOf(0);
  if (zero !== -1) throw notText(path, zerosAlternate(head) ? UTF_16 : binary(zero));
  return startsWith(head, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
}

function notText(path: string, { why, try: next }: Omit<Disguise, 'starts'>): CohortCheckError {
  return new CohortCheckError({
    code: 'not-text',
    what: `${path}: is no UTF-8 text`,
    why,
    try: next,
  });
}

function binary(zero: number): Omit<Disguise, 'starts'> {
  return { why: `it is binary: byte ${zero} is zero`, try: 'name a JSON, NDJSON or CSV file' };
}

/** Half of the bytes of Latin text in UTF-16 are zero: the even ones or the odd ones. */
function zerosAlternate(head: Uint8Array): boolean {
  const counts: [even: number, odd: number] = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) counts[index % 2 === 0 ? 0 : 1] += 1;
  const [fewer, more] = counts.sort((a, b) => a - b);
  return fewer === 0 && more >= head.length / 4;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
