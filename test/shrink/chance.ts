/** A number from 0 to `below` - 1 that looks random and hangs on the value alone. */
export function chance(value: unknown, salt: number, below: number): number {
  let hash = salt;
  for (const character of JSON.stringify(value)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return (hash >>> 13) % below;
}
