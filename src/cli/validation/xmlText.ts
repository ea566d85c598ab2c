/** What no XML 1.0 document may hold, not even as a reference: control characters, halves of a character, non-characters. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML holds it between tags; characters that XML forbids are left out. */
export function xmlText(text: string): string {
  return referring(text.replaceAll(FORBIDDEN, ''), /[&<>\r]/g);
}

/** A text as XML holds it in an attribute between double quotes, where a plain line end would be read as a blank. */
export function xmlAttribute(text: string): string {
  return referring(text.replaceAll(FORBIDDEN, ''), /[&<>"\t\n\r]/g);
}

function referring(text: string, signs: RegExp): string {
  return text.replaceAll(signs, (sign) => REFERENCES[sign] ?? `&#${sign.codePointAt(0)!};`);
}

/** An element whose content is XML already; without content it is closed at once. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlAttribute(String(value))}"`);
  return content === '' ? `<${name}${pairs.join('')}/>` : `<${name}${pairs.join('')}>${content}</${name}>`;
}
