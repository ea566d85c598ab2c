import { health } from '../../../arbitraries/index.js';
import { analyzeFiles } from '../../../src/analysis/index.js';
import type { Analysis } from '../../../src/analysis/index.js';

const FILES = [
  'customers',
  'scenarios/first_time_user',
  'scenarios/life_transition',
  'scenarios/prevention_conversion',
];

/** The analysis of the committed fixture. */
export async function ofFixture(): Promise<Analysis> {
  return analyzeFiles(
    FILES.map((name) => `fixtures/${name}.json`),
    { domain: health },
  );
}

/** Labels that text from outside may hold. */
export const nastyLabels = [
  '<script>alert(1)</script>',
  'first line\nsecond\tline',
  'a_word_that_never_ends_'.repeat(13),
  '健康リスクを見直している人々のとても長い名前のグループ',
  'مجموعة معرضة للخطر لم ينتبه إليها أحد',
  '👩‍⚕️ helps 🧑‍🤝‍🧑',
  '{a|b} {c} %s',
  '-',
  '__proto__',
  `"double" & 'single' &amp;`,
  'null \u0000 bell \u0007 half \ud800 flip \u202e end',
  ' ',
  '42',
] as const;

/** The same analysis with other words: each of `words` becomes one of `labels`, wherever it stands. */
export function renamed(analysis: Analysis, words: readonly string[], labels: readonly string[]): Analysis {
  const names = new Map(words.map((word, index) => [word, labels[index % labels.length]!]));
  return walk(analysis, names) as Analysis;
}

function walk(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => walk(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, names)]));
}

/** Every label of groups, steps, emotions, facts and outcomes. */
export function labelsOf({ collections, journeys }: Analysis): string[] {
  const all = [...collections.flatMap(({ groups }) => groups), ...journeys];
  return [
    ...new Set([
      ...collections.flatMap(({ groups }) => groups.slice(1).map(({ label }) => label)),
      ...all.flatMap(({ facts }) => Object.values(facts).flatMap((labels) => labels.map(({ label }) => label))),
      ...all.flatMap(({ journey }) => [
        ...(journey?.steps ?? []).map(({ step }) => step),
        ...(journey?.emotions ?? []).map(({ label }) => label),
        ...(journey?.outcomes ?? []).map(({ outcome }) => outcome),
      ]),
    ]),
  ];
}
