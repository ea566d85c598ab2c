import { runInNewContext } from 'node:vm';
import { CohortCheckError } from '../../../src/errors/index.js';
import { defineJourney } from '../../../src/journey/defineJourney.js';
import type { JourneyDescription } from '../../../src/journey/JourneyDescription.js';

/** The error that a description gives; undefined where it passes. Any other error is thrown on. */
export function refusal(given: unknown): CohortCheckError | undefined {
  try {
    defineJourney(given as JourneyDescription);
    return undefined;
  } catch (error) {
    if (error instanceof CohortCheckError) return error;
    throw error;
  }
}

/** The description after what an error proposes, read as a person would read it. */
export function following(given: unknown, advice: string): unknown {
  const whole = /^defineJourney\((.*)\)$/s.exec(advice);
  if (whole !== null) return runInNewContext(`(${whole[1]})`);
  const everywhere = /^rename steps(.*) to '(.*)', wherever the step is named$/.exec(advice);
  if (everywhere !== null) return renamed(given, everywhere[1]!, everywhere[2]!);
  const sandbox = { whole: structuredClone(given) };
  for (const part of advice.split(/ and (?=leave out |rename |[a-z]\w*(?:[.[]|: ))/i)) {
    const [, gone] = /^leave out (.*)$/s.exec(part) ?? [];
    const [, old, name] = /^rename (.*) to ('.*')$/s.exec(part) ?? [];
    if (gone !== undefined) runInNewContext(without(access(gone)), sandbox);
    else if (old !== undefined) runInNewContext(withKey(access(old), name!), sandbox);
    else {
      const colon = /^((?:[A-Za-z_$][\w$]*|\.|\[\d+\]|\['(?:[^'\\]|\\.)*'\])+): /s.exec(part);
      if (colon === null) throw new Error(`what does it say: ${advice}`);
      runInNewContext(`${access(colon[1]!)} = ${part.slice(colon[0].length)}`, sandbox);
    }
  }
  return sandbox.whole;
}

/** What errors propose, one after the other, until the description passes; undefined where it never does. */
export function mended(given: unknown, most: number): unknown {
  let now = given;
  for (let turn = 0; turn <= most; turn++) {
    const error = refusal(now);
    if (error === undefined) return now;
    if (error.parts.try === undefined) return undefined;
    now = following(now, error.parts.try);
  }
  return undefined;
}

function access(path: string): string {
  return path.startsWith('[') ? `whole${path}` : `whole.${path}`;
}

function split(path: string): readonly [parent: string, key: string] {
  const [last] = /(?:\.[A-Za-z_$][\w$]*|\[\d+\]|\['(?:[^'\\]|\\.)*'\])$/s.exec(path) ?? [''];
  const key = last.startsWith('.') ? `'${last.slice(1)}'` : last.slice(1, -1);
  return [path.slice(0, path.length - last.length), key];
}

function without(path: string): string {
  const [parent, key] = split(path);
  return `Array.isArray(${parent}) ? ${parent}.splice(${key}, 1) : delete ${parent}[${key}]`;
}

function withKey(path: string, name: string): string {
  const [parent, key] = split(path);
  return (
    `${parent === 'whole' ? 'whole' : parent} = Object.fromEntries(` +
    `Object.entries(${parent}).map(([k, v]) => [k === ${key} ? ${name} : k, v]))`
  );
}

/** The description with a step of another name, gaps aside: in those, the old name means something else. */
function renamed(given: unknown, path: string, to: string): unknown {
  const old = runInNewContext(split(`steps${path}`)[1]) as string;
  const walk = (value: unknown, key: string): unknown => {
    if (key === 'gap' || key === 'table' || key === 'weights') return value;
    if (value === old && (key === 'to' || key === 'next' || key === 'start')) return to;
    if (Array.isArray(value)) return value.map((each: unknown) => walk(each, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name === old ? to : name, walk(each, name)]),
    );
  };
  return walk(given, '');
}
