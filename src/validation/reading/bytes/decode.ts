import { Buffer, isUtf8 } from 'node:buffer';

const REPLACEMENT = '\uFFFD';
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);

/** Bytes that are no UTF-8, as a fault tells of them. */
export const NOT_UTF_8 = {
  message: 'found bytes that are no UTF-8',
  expected: 'text in UTF-8; the file may have been saved in another encoding',
};

/**
 * Where a text that was decoded from bytes holds a character that the bytes do not; -1 where it is true to them.
 *
 * Decoding puts U+FFFD in the place of what is no UTF-8, so a text without that character needs no second look.
 */
export function brokenCharacterAt(text: string, bytes: Buffer, from: number, to: number): number {
  if (!text.includes(REPLACEMENT) || isUtf8(bytes.subarray(from, to))) return -1;
  let byte = from;
  let counted = 0;
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) {
    byte += Buffer.byteLength(text.slice(counted, at));
    // Up to here text and bytes agree, so a U+FFFD of the file's own stands at this very byte.
    if (!bytes.subarray(byte, byte + REPLACEMENT_BYTES.length).equals(REPLACEMENT_BYTES)) return at;
    counted = at;
  }
  return -1;
}
