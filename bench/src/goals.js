import { timesAsFast } from './rounds.js';

/** What is to be reached, and what is aimed for: `value` comes out of the times, and has to be `atLeast` or `atMost`. */
const goals = [
  ratio('reach', 'draw', 'fast-check', 2.5, 'draw against natural fast-check'),
  ratio('reach', 'draw', 'pure-rand', 1, 'draw against a hand-written loop with pure-rand'),
  // The others hit no shares; what exactness costs on top is shown beside.
  ratio('beside', 'cohort.at', 'fast-check', 2.5, 'record of an exact cohort against natural fast-check'),
  ratio('beside', 'cohort.at', 'pure-rand', 1, 'record of an exact cohort against a hand-written loop with pure-rand'),
  ratio('reach', 'ndjson', 'faker', 1.5, 'draw + serialise + write against a faker loop that writes nothing'),
  {
    kind: 'reach',
    what: 'time of a cold export of 500 against node with the bare import of faker',
    of: ['cold faker', 'cold export'],
    value: (times) => timesAsFast(times.get('cold faker'), times.get('cold export')),
    atMost: 2.5,
  },
  {
    kind: 'beside',
    what: 'the same of the customers alone, without their scenarios',
    of: ['cold faker', 'cold customers'],
    value: (times) => timesAsFast(times.get('cold faker'), times.get('cold customers')),
    atMost: 2.5,
  },
  ratio('reach', 'validate', 'parse', 0.25, 'JSON.parse + every check against bare JSON.parse'),
  ratio('beside', 'validate file', 'parse', 0.25, 'read + every check of an NDJSON file against bare JSON.parse'),
  ratio('beside', 'validate', 'zod', 1, "JSON.parse + every check against JSON.parse + zod's parse of the shape alone"),
  ratio('aim', 'draw', 'stringify', 2, 'draw against bare JSON.stringify'),
  ratio('aim', 'ndjson', 'stringify', 0.7, 'draw + serialise + write against bare JSON.stringify'),
];

function ratio(kind, ours, theirs, atLeast, what) {
  return {
    kind,
    what,
    of: [ours, theirs],
    value: (times) => timesAsFast(times.get(ours), times.get(theirs)),
    atLeast,
  };
}

/** Memory is flat where this many times as much is enough for the longest file: ids are kept up to a fixed number. */
const MOST_MEMORY = 2;

/** Every goal whose contenders took part, with the ratio that was measured, and whether that is enough. */
export function judge(times, memory) {
  return [...goals.filter(({ of }) => of.every((name) => times.has(name))), ...memoryGoals(memory)].map(
    ({ kind, what, value, atLeast, atMost }) => {
      const measured = value(times);
      const isMet = measured >= (atLeast ?? -Infinity) && measured <= (atMost ?? Infinity);
      return { kind, what, measured, ...(atLeast === undefined ? { atMost } : { atLeast }), isMet };
    },
  );
}

function memoryGoals(memory) {
  const [first] = memory;
  const last = memory.at(-1);
  if (memory.length < 2) return [];
  const what = `peak memory of checking ${last.records} records against ${first.records}`;
  return [{ kind: 'reach', what, value: () => last.mebibytes / first.mebibytes, atMost: MOST_MEMORY }];
}
