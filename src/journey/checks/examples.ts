/*
 * What an error proposes for a part that is missing or of a wrong kind: made from what the rest of the description says,
 * whatever state that is in.
 */
import { isRecord } from '../../arbitrary/index.js';
import { memberAt } from './Path.js';
import type { Path } from './Path.js';

/** The smallest description that passes. */
export const smallestDescription = {
  name: 'visit',
  asOf: '2025-03-10',
  startDays: { min: 0, max: 30 },
  personas: ['visitor'],
  emotions: ['calm'],
  transitions: [{ table: { calm: { calm: 1 } } }],
  start: 'visit',
  steps: { visit: { actions: ['come'], emotions: [{ weights: { calm: 1 } }], ends: true } },
  completion: { visitor: { visit: 0.9 } },
};

/** The personas that the description declares; where it declares none, those that it uses. */
export function somePersonas(whole: unknown): string[] {
  return orElse(namesIn(memberAt(whole, ['personas'])), () => usedPersonas(whole), 'visitor');
}

/** The emotions, in the same way. */
export function someEmotions(whole: unknown): string[] {
  return orElse(namesIn(memberAt(whole, ['emotions'])), () => usedEmotions(whole), 'calm');
}

/** Names that the description uses though its list of them lacks them. */
export function undeclared(whole: unknown, list: 'personas' | 'impacts' | 'emotions'): string[] {
  const used = { personas: usedPersonas, impacts: usedImpacts, emotions: usedEmotions }[list](whole);
  const declared = itemsOf(memberAt(whole, [list]));
  return used.filter((name) => !declared.includes(name));
}

function usedPersonas(whole: unknown): string[] {
  return keysOf(memberAt(whole, ['completion']));
}

/** The impacts that rows are for. */
export function usedImpacts(whole: unknown): string[] {
  const impacts = emotionRows(whole).map((row) => memberAt(row, ['impact']));
  return [...new Set(impacts.flatMap((impact) => namesIn(Array.isArray(impact) ? impact : [impact])))];
}

function usedEmotions(whole: unknown): string[] {
  const tables = itemsOf(memberAt(whole, ['transitions'])).flatMap((row) => keysOf(memberAt(row, ['table'])));
  return [...new Set([...tables, ...emotionRows(whole).flatMap((row) => keysOf(memberAt(row, ['weights'])))])];
}

function emotionRows(whole: unknown): unknown[] {
  return membersOf(memberAt(whole, ['steps'])).flatMap((step) => itemsOf(memberAt(step, ['emotions'])));
}

/** The names of the steps, in the same way. */
export function someSteps(whole: unknown): string[] {
  const [row] = membersOf(memberAt(whole, ['completion']));
  return orElse(keysOf(memberAt(whole, ['steps'])), () => keysOf(row), 'visit');
}

/** Weights of every emotion, and of each alone, the calmest first. */
export function someWeights(whole: unknown): Record<string, number>[] {
  const emotions = someEmotions(whole);
  return [evenly(emotions), ...emotions.map((emotion) => evenly([emotion]))];
}

/** Weights that are most often legal: of the calmest emotion alone. */
export function calmest(whole: unknown): Record<string, number> {
  return evenly(someEmotions(whole).slice(0, 1));
}

function evenly(emotions: readonly string[]): Record<string, number> {
  return Object.fromEntries(emotions.map((emotion) => [emotion, 1]));
}

/** A transition table that allows all. */
export function anyTransition(whole: unknown): Record<string, Record<string, number>> {
  const emotions = someEmotions(whole);
  return Object.fromEntries(emotions.map((emotion) => [emotion, evenly(emotions)]));
}

/** A step that passes wherever the calmest emotion may come. */
export function anyStep(whole: unknown, name: string, next: string | undefined): object {
  const emotions = [{ weights: calmest(whole) }];
  return { actions: [name], emotions, ...(next === undefined ? { ends: true } : { next }) };
}

/** The steps one after the other. */
export function stepsInARow(whole: unknown): Record<string, object> {
  const names = someSteps(whole);
  return Object.fromEntries(names.map((name, index) => [name, anyStep(whole, name, names[index + 1])]));
}

/** Completion of every step for every persona. */
export function anyCompletion(whole: unknown): Record<string, Record<string, number>> {
  const row = Object.fromEntries(someSteps(whole).map((step) => [step, 0.9]));
  return Object.fromEntries(somePersonas(whole).map((persona) => [persona, row]));
}

/** What the shares beside this one leave of 1, in few digits. */
export function restOf(whole: unknown, path: Path): number {
  const inList = path.at(-1) === 'weight';
  const parent = path.slice(0, inList ? -2 : -1);
  const key = path.at(inList ? -2 : -1);
  const group = memberAt(whole, parent);
  const others = Array.isArray(group)
    ? (group as readonly unknown[]).filter((_, index) => index !== key).map((edge) => memberAt(edge, ['weight']))
    : Object.entries(isRecord(group) ? group : {}).flatMap(([name, weight]) => (name === key ? [] : [weight]));
  const ends = parent.at(-1) === 'next' ? memberAt(whole, [...parent.slice(0, -1), 'ends']) : 0;
  const sum = [...others, ends].reduce((total: number, each) => total + (typeof each === 'number' ? each : 0), 0);
  return Number((1 - sum).toFixed(9));
}

function namesIn(value: unknown): string[] {
  return itemsOf(value).filter((each) => typeof each === 'string' && each !== '') as string[];
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function keysOf(value: unknown): string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

function membersOf(value: unknown): unknown[] {
  return isRecord(value) ? Object.values(value) : [];
}

function orElse(declared: string[], used: () => string[], example: string): string[] {
  if (declared.length > 0) return declared;
  const names = used();
  return names.length > 0 ? names : [example];
}
