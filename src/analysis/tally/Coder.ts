import type { Study } from '../../domain/index.js';
import type { RecordPlace } from '../Analysis.js';
import { endings } from '../Traits.js';
import type { JourneyTraits, Traits } from '../Traits.js';
import type { Coded, CodedJourney, CodedStep, CodedVisit } from './Coded.js';
import { slotOf } from './Examples.js';
import { COLLECTION, results } from './Vocabulary.js';
import type { Vocabulary } from './Vocabulary.js';

/** Turns the words of a collection's records into places. */
export class Coder {
  private readonly words: Vocabulary;
  private readonly groupings: readonly (readonly [id: string, place: number])[];
  private readonly facts: readonly (readonly [id: string, place: number])[];
  private readonly measures: readonly (readonly [id: string, place: number])[];
  private readonly needs: readonly number[];
  private readonly tense: ReadonlySet<string>;

  constructor(study: Study, words: Vocabulary) {
    this.words = words;
    this.groupings = study.groupings.map(({ id }) => [id, words.grouping(id)]);
    this.facts = study.facts.map(({ id }) => [id, words.fact(id)]);
    this.measures = study.measures.map(({ id }) => [id, words.measures.place(id)]);
    this.needs = study.needs.map(({ id }) => words.needs.place(id));
    this.tense = new Set(study.journey?.tense);
  }

  code(traits: Traits, place: RecordPlace): Coded {
    const { words } = this;
    const groups = filled(words.groupings.size, -1);
    for (const [id, at] of this.groupings) {
      const label = traits.groups[id];
      if (label !== undefined) groups[at] = words.groupLabels[at]!.place(label);
    }
    const collections = words.groupings.find(COLLECTION);
    if (collections !== undefined) groups[collections] = words.groupLabels[collections]!.place(traits.collection);
    const facts = filled(words.facts.size, -1);
    for (const [id, at] of this.facts) {
      const label = traits.facts[id];
      if (label !== undefined) facts[at] = words.factLabels[at]!.place(label);
    }
    const measures = filled(words.measures.size, NaN);
    for (const [id, at] of this.measures) measures[at] = traits.measures[id] ?? NaN;
    const needs = traits.needs.map((id) => words.needs.place(id));
    const journey = traits.journey === undefined ? undefined : this.codeJourney(traits.journey);
    return { place, groups, facts, measures, needs, askedNeeds: this.needs, slots: slotsOf(needs, journey), journey };
  }

  private codeJourney({ steps, ending, lost_at, days, outcomes }: JourneyTraits): CodedJourney {
    const { words, tense } = this;
    const visits: CodedVisit[] = [];
    const once: CodedStep[] = [];
    for (const { step: name, status: word, emotion, gap_days } of steps) {
      const step = words.steps.place(name);
      const status = words.statuses.place(word);
      const isTense = tense.has(emotion);
      const isCompleted = word === 'completed';
      visits.push({ step, emotion: words.emotions.place(emotion), isTense, gapDays: gap_days ?? NaN });
      const before = once.find((one) => one.step === step);
      if (before === undefined) {
        once.push({ step, status, isCompleted, isTense });
      } else {
        before.status = status;
        before.isCompleted ||= isCompleted;
        before.isTense ||= isTense;
      }
    }
    return {
      visits,
      steps: once,
      ending,
      endingPlace: endings.indexOf(ending),
      lostAt: lost_at === null ? -1 : words.steps.place(lost_at),
      days: days ?? NaN,
      outcomes: Object.keys(outcomes).map((name) => [words.outcomes.place(name), results.indexOf(outcomes[name]!)]),
    };
  }
}

/** The statements that a record is behind, each once. */
function slotsOf(needs: readonly number[], journey: CodedJourney | undefined): readonly number[] {
  const slots = [slotOf('group', 0), ...needs.map((need) => slotOf('need', need))];
  if (journey === undefined) return slots;
  const { ending, lostAt, steps, outcomes } = journey;
  if (ending === 'finished') slots.push(slotOf('duration', 0));
  if (ending === 'abandoned' || ending === 'stopped') slots.push(slotOf('completion', 0));
  if (lostAt >= 0) slots.push(slotOf('drop-off', lostAt));
  for (const { step, isTense } of steps) if (isTense) slots.push(slotOf('tense', step));
  for (const [outcome, result] of outcomes) if (results[result] === 'missed') slots.push(slotOf('outcome', outcome));
  return slots;
}

function filled(size: number, value: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < size; i++) list.push(value);
  return list;
}
