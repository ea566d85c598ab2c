import { CohortCheckError, shown } from '../../errors/index.js';
import type { Kinds } from './Kinds.js';
import { endOf } from './readSubject.js';
import type { Subject, SubjectRecord } from './readSubject.js';

const MOST_SUGGESTIONS = 3;

/**
 * The record that `--record` means: the first that has this id, else the one at this place of the file.
 *
 * @throws CohortCheckError `unknown-record`.
 */
export function chooseRecord(subject: Subject, wanted: string, kinds: Kinds): SubjectRecord {
  const { file, records } = subject;
  const ids = new Set<string>();
  for (const record of records) {
    const id = kinds.idOf(record.value);
    if (id === undefined) continue;
    if (String(id) === wanted) return record;
    ids.add(String(id));
  }
  const index = /^\d+$/.test(wanted) ? Number(wanted) : undefined;
  const found = records.find((record) => record.index === index);
  if (found !== undefined) return found;
  const isLost = index !== undefined && index < endOf(subject);
  const near = index === undefined ? suggestions(wanted, [...ids]) : [];
  const last = records.at(-1)?.index ?? 0;
  throw new CohortCheckError({
    code: 'unknown-record',
    what: `--record ${shown(wanted)}: ${file} holds no such record`,
    why: isLost
      ? 'the record at this place cannot be read'
      : `${index === undefined ? 'no record has this id' : 'no record has this id or place'}; places are 0 to ${last}`,
    try: near.length === 0 ? `--record ${last}` : `--record ${near.map((id) => shown(id)).join(' or ')}`,
  });
}

/** Ids that begin with what was written, or hold it, or begin alike: ids are pasted, and lose their ends. */
function suggestions(wanted: string, ids: readonly string[]): string[] {
  const word = wanted.toLowerCase();
  const likeness = (id: string): number => {
    const known = id.toLowerCase();
    if (word.length >= 3 && known.includes(word)) return word.length;
    let shared = 0;
    while (shared < word.length && word[shared] === known[shared]) shared += 1;
    return shared;
  };
  return ids
    .map((id) => ({ id, likeness: likeness(id) }))
    .filter((one) => one.likeness * 2 >= Math.max(word.length, 3))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ id }) => id);
}
