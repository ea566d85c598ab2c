/** Where the seeds ended: this project beside fast-check. */
export function endsTable(properties) {
  return markdown(
    [
      'what fails',
      'its smallest case',
      'here, drawn',
      'here, from JSON',
      'fast-check, drawn',
      'of these, the failing fields',
      'fast-check, from JSON',
    ],
    properties.map(({ kind, title, endsAt, measured: { drawn, json, peerDrawn, peerJson } }) => [
      `${kind}: ${title}`,
      endsAt,
      share(drawn),
      share(json),
      share(peerDrawn),
      peerDrawn === undefined ? NOTHING : `${peerDrawn.minimalWhereItMatters} of ${peerDrawn.seeds}`,
      share(peerJson),
    ]),
    2,
  );
}

/** What that took: calls of the predicate and milliseconds. */
export function triesTable(properties) {
  return markdown(
    ['what fails', 'here, drawn', 'ms', 'here, from JSON', 'ms', 'fast-check, drawn', 'ms', 'fast-check, from JSON'],
    properties.map(({ title, measured: { drawn, json, peerDrawn, peerJson } }) => [
      title,
      tries(drawn),
      time(drawn),
      tries(json),
      time(json),
      tries(peerDrawn),
      time(peerDrawn),
      tries(peerJson),
    ]),
    1,
  );
}

/** The public challenges, beside what others report of themselves. */
export function challengeTable(challenges) {
  return markdown(
    [
      'challenge',
      'minimum',
      'here, drawn',
      'here, from JSON',
      'tries',
      'fast-check 2.14',
      'tries',
      'Hypothesis 5.23',
      'tries',
      'jqwik 1.3',
      'tries',
    ],
    challenges.map(({ name, minimum, measured: { drawn, json }, published = {} }) => [
      name,
      `\`${JSON.stringify(minimum)}\``,
      share(drawn),
      share(json),
      tries(drawn),
      ...['fastCheck', 'hypothesis', 'jqwik'].flatMap((library) => {
        const figures = published[library];
        if (figures === undefined) return [NOTHING, NOTHING];
        return [`${figures.minimal} of ${figures.runs}`, `${grouped(figures.median)} / ${grouped(figures.p95)}`];
      }),
    ]),
    2,
  );
}

const NOTHING = '–';

function share(measured) {
  return measured === undefined ? NOTHING : `${measured.minimal} of ${measured.seeds}`;
}

function tries(measured) {
  return measured === undefined ? NOTHING : `${grouped(measured.triesMedian)} / ${grouped(measured.tries95)}`;
}

function time(measured) {
  if (measured === undefined) return NOTHING;
  return measured.milliseconds < 10 ? measured.milliseconds.toFixed(1) : grouped(measured.milliseconds);
}

function grouped(number) {
  return String(Math.round(number)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The first columns are words, the others figures. Padded as prettier would. */
function markdown(head, rows, wordColumns) {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', String.raw`\|`)));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, column) => (column < wordColumns ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column < wordColumns ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(cells[0]), `| ${rule.join(' | ')} |`, ...cells.slice(1).map(line)].join('\n');
}
