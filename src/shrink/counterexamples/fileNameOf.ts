import { createHash } from 'node:crypto';

const LONGEST = 60;
const HASH_DIGITS = 10;
/** Names that Windows keeps for devices, whatever ending follows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The file name of a property, `.json` included: its words with hyphens between them, such as `badge-agrees-with-level.json`.
 *
 * A name that can be read back from those words is known by them alone; any other one (capitals, signs, other scripts, a
 * long one) gets two hyphens and a hash as well, so that no two properties share a file, on disks that ignore case neither.
 */
export function fileNameOf(property: string): string {
  const words =
    property
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-');
  if (slug !== '' && words.join(' ') === property && slug.length <= LONGEST && !RESERVED.test(slug)) {
    return `${slug}.json`;
  }
  // As JSON, so that halves of characters, which UTF-8 cannot write, count as well.
  const hash = createHash('sha256').update(JSON.stringify(property)).digest('hex').slice(0, HASH_DIGITS);
  const start = slug.slice(0, LONGEST).replace(/-+$/, '');
  return `${start === '' ? 'property' : start}--${hash}.json`;
}
