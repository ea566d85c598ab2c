import type { Analysis } from '../../analysis/index.js';
import { counted, grouped } from '../figures.js';
import { quotedPath } from '../text/index.js';
import type { Block, Part } from '../text/index.js';

/** What was read, and what could not be. */
export function readPart(analysis: Analysis): Part {
  const { as_of: asOf, files, records, left_out: leftOut } = analysis;
  const blocks: Block[] = [
    {
      kind: 'figures',
      title: `${counted(records, 'record')} as of ${asOf}`,
      columns: [{ title: 'file', isText: true }, { title: 'records' }, { title: 'kinds', isText: true }],
      rows: files.map((file) => [file.path, grouped(file.records), file.collections.join(', ')]),
    },
  ];
  if (records === 0 && leftOut.count === 0) blocks.push({ kind: 'lines', lines: ['There are no records in them.'] });
  if (leftOut.count > 0) {
    blocks.push(
      { kind: 'lines', lines: [leftOutText(analysis)] },
      {
        kind: 'command',
        purpose: 'what is wrong with them',
        command: `cohort-check validate ${files.map(({ path }) => quotedPath(path)).join(' ')}`,
      },
    );
  }
  return { title: 'What was read', blocks };
}

function leftOutText({ left_out: { count, first }, records }: Analysis): string {
  const places = first.map(({ file, pointer }) => `${file} ${pointer}`.trim()).join(', ');
  const where = `${count > first.length ? 'first at' : 'at'} ${places}`;
  const leftOut = `${counted(count, 'record')} left out, of broken or unknown shape or unreadable, ${where}.`;
  return records === 0 ? `Nothing could be analysed: ${leftOut}` : leftOut;
}

/** The whole in a few sentences. */
export function glancePart({ headlines }: Analysis): Part {
  return {
    title: 'At a glance',
    blocks: [{ kind: 'items', isNumbered: false, items: headlines.map((one) => ({ text: one.statement, notes: [] })) }],
  };
}
