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
    value: (times) => timesAsFast(times.get('cold faker'), times.get('cold export')),
    atMost: 2.5,
  },
  ratio('aim', 'draw', 'stringify', 2, 'draw against bare JSON.stringify'),
  ratio('aim', 'ndjson', 'stringify', 0.7, 'draw + serialise + write against bare JSON.stringify'),
];

function ratio(kind, ours, theirs, atLeast, what) {
  return { kind, what, value: (times) => timesAsFast(times.get(ours), times.get(theirs)), atLeast };
}

/** Every goal with the ratio that was measured, and whether that is enough. */
export function judge(times) {
  return goals.map(({ kind, what, value, atLeast, atMost }) => {
    const measured = value(times);
    const isMet = measured >= (atLeast ?? -Infinity) && measured <= (atMost ?? Infinity);
    return { kind, what, measured, ...(atLeast === undefined ? { atMost } : { atLeast }), isMet };
  });
}
