import type { Arbitrary } from 'fast-check';
import { isRecord, sameJson } from '../arbitrary/index.js';
import { candidatesOf } from './candidates.js';
import { inText, onTrial } from './LawRun.js';
import type { CandidateOptions } from './LawRun.js';

/**
 * The law that a draw which went through JSON is accepted, whatever the order of its keys, and shrinks as the draw itself
 * does.
 *
 * @throws CohortCheckError `law-adopts` with the seed, the run and the value that shows otherwise.
 */
export function adopts<T>(arbitrary: Arbitrary<T>, options: CandidateOptions = {}): void {
  onTrial('adopts', arbitrary, options, (run, keyed) => {
    const text = JSON.stringify(run.value);
    // A field that is absent has no JSON of its own; the record it is missing from has.
    if (run.value === undefined) return;
    if (text === undefined) throw run.broken('the draw has no JSON');
    const foreign: unknown = JSON.parse(text);
    if (!sameJson(foreign, run.value)) throw run.broken(`JSON turns the draw into ${inText(foreign)}`);
    const own = [...candidatesOf(keyed, run.value, run.source.child('own'), options.candidates)];
    for (const [copy, how] of [
      [foreign, 'went through JSON'],
      [turned(foreign), 'went through JSON and has its keys in another order'],
    ] as const) {
      if (!keyed.accepts(copy)) throw run.broken(`the draw is not accepted once it ${how}`);
      let index = 0;
      for (const candidate of candidatesOf(keyed, copy, run.source.child('own'), options.candidates)) {
        if (index >= own.length || !sameJson(own[index], candidate)) {
          const expected = index >= own.length ? 'nothing' : inText(own[index]);
          throw run.broken(`once it ${how}, it shrinks to ${inText(candidate)} where the draw shrinks to ${expected}`);
        }
        index++;
      }
      if (index < own.length) throw run.broken(`once it ${how}, it no longer shrinks to ${inText(own[index])}`);
    }
  });
}

/** The value with the keys of every object in reverse. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, turned(member)] as const)
      .reverse(),
  );
}
