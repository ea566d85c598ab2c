const UNSAFE = /[\u2028\u2029]|"__proto__"/;
const SEPARATORS = /[\u2028\u2029]/g;
/** Only a key can be followed by a colon and a space at the start of a line: what stands inside a string is escaped. */
const PROTO_KEY = /^( *)"__proto__": /gm;

/**
 * Indented JSON as a TypeScript expression of the same value.
 *
 * JSON is almost that already. The two line separators end a line in some parsers, and the key `__proto__` would set a
 * prototype.
 */
export function toLiteral(json: string): string {
  if (!UNSAFE.test(json)) return json;
  return json
    .replace(SEPARATORS, (character) => (character === '\u2028' ? '\\u2028' : '\\u2029'))
    .replace(PROTO_KEY, '$1["__proto__"]: ');
}
