/** The figures as text: aligned columns, readable on a terminal and in a Markdown code block alike. */
export function printFigures({ machine, speeds, coldStarts, memory, goals }) {
  return [
    machine,
    '',
    ...table(
      ['', 'records/s', 'µs a record', 'bytes a record', 'rounds from', 'to'],
      speeds.map(({ title, recordsPerSecond, microseconds, bytes, fastest, slowest }) => [
        title,
        grouped(recordsPerSecond),
        microseconds.toFixed(1),
        grouped(bytes),
        fastest.toFixed(1),
        slowest.toFixed(1),
      ]),
    ),
    '',
    ...table(
      ['cold start', 'ms', 'rounds from', 'to'],
      coldStarts.map(({ title, milliseconds, fastest, slowest }) => [
        title,
        ...[milliseconds, fastest, slowest].map((ms) => ms.toFixed(0)),
      ]),
    ),
    '',
    ...table(
      ['check of an NDJSON file, process of its own', 'peak MiB', 'records/s'],
      memory.map(({ records, mebibytes, recordsPerSecond }) => [
        `${grouped(records)} records`,
        mebibytes.toFixed(0),
        grouped(recordsPerSecond),
      ]),
    ),
    '',
    ...table(
      ['goal', 'to', 'wanted', 'measured', ''],
      goals.map(({ what, kind, measured, atLeast, atMost, isMet }) => [
        what,
        kind,
        atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`,
        measured.toFixed(2),
        isMet ? 'met' : 'missed',
      ]),
    ),
  ].join('\n');
}

function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd(),
  );
}

function grouped(number) {
  return String(Math.round(number)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
