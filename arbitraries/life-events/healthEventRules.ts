import { wholeYears } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { eventKinds } from './eventKinds.js';
import { lifeDays } from './lifeDays.js';
import { dayOf, movedTo, plainEvent } from './lifeEvent.js';
import type { LifeEventRule } from './LifeEventRule.js';
import { inOrder, placed, withList, withMore } from './LifeEventRule.js';

type HealthOf = Pick<Customer, 'health'>['health'];

/** A biopsy follows from a screening, or from a change in the breast that is known. */
export function hasReasonForBiopsy({ preventive_care, chronic_conditions }: HealthOf): boolean {
  return (
    preventive_care.screening_history.has_history ||
    chronic_conditions.includes('benign_breast_condition') ||
    chronic_conditions.includes('fibrocystic_breast_change')
  );
}

/** Whether the family history, where it was asked for, leaves room for a cancer in the family. */
export function mayHaveCancerInFamily({ risk }: HealthOf): boolean {
  return risk.findings['family_history'] !== 'none';
}

/** Whether a gene variant has been found, which takes a test. */
export function knowsVariant({ risk }: HealthOf): boolean {
  const { genetic } = risk.findings as { readonly genetic?: string };
  return genetic !== undefined && genetic !== 'none';
}

function isPossible(lastScreening: string, asOf: string, birthDate: string): boolean {
  return lastScreening <= asOf && wholeYears(birthDate, lastScreening) >= eventKinds.screening.minAge;
}

/** Rules that hold events against the health profile. */
export const healthEventRules: readonly LifeEventRule[] = [
  {
    id: 'screening-events-agree-with-history',
    sentence:
      'The latest screening among the past events is the last one of the screening history; without one there is none.',
    check: ({ as_of, core, health, life_events }, report) => {
      const { last_screening } = health.preventive_care.screening_history;
      // Where no event can lie, the screening history itself is wrong, and its own rules say so.
      if (last_screening !== null && !isPossible(last_screening, as_of, core.birth_date)) return;
      let latest: string | null = null;
      let at = -1;
      for (const [index, { subtype, date }] of life_events.past.entries()) {
        if (subtype === 'screening' && (latest === null || date > latest)) [latest, at] = [date, index];
      }
      if (latest === last_screening) return;
      report(
        at < 0 ? '/life_events/past' : `/life_events/past/${at}/date`,
        `the latest screening among the past events is ${latest ?? 'missing'}, the history says ${last_screening ?? 'never'}`,
        latest,
        last_screening,
      );
    },
    *broken(customer, source) {
      const { past } = customer.life_events;
      const last = past.findLastIndex(({ subtype }) => subtype === 'screening');
      const event = past[last];
      if (event === undefined) {
        yield withMore(
          customer,
          'past',
          plainEvent('screening', lifeDays(customer).today - source.below(900), 'completed'),
        );
        return;
      }
      yield withList(customer, 'past', inOrder(past.with(last, movedTo(event, dayOf(event) - 1 - source.below(60)))));
      yield withList(customer, 'past', past.toSpliced(last, 1));
    },
  },
  {
    id: 'diagnosis-events-agree-with-conditions',
    sentence: 'There are no more diagnoses among the past events than chronic conditions.',
    check: (subject, report) => {
      const { length } = subject.health.chronic_conditions;
      const diagnoses = placed(subject, ['past']).filter(({ event }) => event.subtype === 'diagnosis');
      for (const { event, pointer } of diagnoses.slice(length)) {
        report(
          pointer,
          `the diagnosis of ${event.date} is one of ${diagnoses.length}, with ${length} chronic conditions`,
          diagnoses.length,
          `at most ${length} diagnoses`,
        );
      }
    },
    *broken(customer, source) {
      const { today } = lifeDays(customer);
      const start = today - source.below(60);
      const isNear = (day: number): boolean =>
        customer.life_events.past.some(
          (event) => event.subtype === 'diagnosis' && Math.abs(dayOf(event) - day) < eventKinds.diagnosis.apartDays,
        );
      const told = customer.life_events.past.filter(({ subtype }) => subtype === 'diagnosis').length;
      const days = Array.from({ length: 40 }, (_, step) => start - 40 * step).filter((day) => !isNear(day));
      const missing = customer.health.chronic_conditions.length + 1 - told;
      yield withMore(
        customer,
        'past',
        ...days.slice(0, missing).map((day) => plainEvent('diagnosis', day, 'completed')),
      );
    },
  },
  {
    id: 'treatments-follow-diagnoses',
    sentence: 'A treatment among the past events comes after a diagnosis.',
    check: ({ life_events }, report) => {
      let first: string | undefined;
      for (const { subtype, date } of life_events.past) {
        if (subtype === 'diagnosis' && (first === undefined || date < first)) first = date;
      }
      for (const [index, { subtype, date }] of life_events.past.entries()) {
        if (subtype !== 'treatment' || (first !== undefined && date > first)) continue;
        report(
          `/life_events/past/${index}`,
          `the treatment of ${date} follows no diagnosis`,
          date,
          first === undefined ? 'a diagnosis before it' : `a date after ${first}`,
        );
      }
    },
    *broken(customer, source) {
      const { today } = lifeDays(customer);
      for (const days of [source.below(900), 1500, 2500, 3500])
        yield withMore(customer, 'past', plainEvent('treatment', today - days, 'completed'));
    },
  },
  {
    id: 'biopsies-have-a-reason',
    sentence: 'A biopsy among the past events needs a screening history or a known change in the breast.',
    check: (subject, report) => {
      if (hasReasonForBiopsy(subject.health)) return;
      for (const { event, pointer } of placed(subject, ['past'])) {
        if (event.subtype === 'biopsy')
          report(
            pointer,
            `the biopsy of ${event.date} has no screening and no breast condition to go with it`,
            event.subtype,
            'no biopsy',
          );
      }
    },
    *broken(customer, source) {
      yield withMore(customer, 'past', plainEvent('biopsy', lifeDays(customer).today - source.below(900), 'completed'));
    },
  },
  {
    id: 'family-cancer-agrees-with-family-history',
    sentence: 'A cancer in the family is told only where the family history is not known to be free of it.',
    check: (subject, report) => {
      if (mayHaveCancerInFamily(subject.health)) return;
      for (const { event, pointer } of placed(subject)) {
        if (event.subtype === 'family_cancer_diagnosis')
          report(
            pointer,
            `the cancer in the family of ${event.date} contradicts the family history: none`,
            event.subtype,
            'no cancer in the family',
          );
      }
    },
    *broken(customer, source) {
      const day = lifeDays(customer).today - source.below(900);
      yield withMore(customer, 'past', plainEvent('family_cancer_diagnosis', day, 'completed'));
    },
  },
  {
    id: 'anticipated-events-can-be-planned',
    sentence: 'Anticipated events are of subtypes that people plan: no loss, divorce, diagnosis, treatment or biopsy.',
    check: (subject, report) => {
      for (const { event, pointer } of placed(subject, ['anticipated'])) {
        if (eventKinds[event.subtype].isPlannable === true) continue;
        report(
          `${pointer}/subtype`,
          `nobody plans the ${event.subtype} of ${event.date}`,
          event.subtype,
          'a subtype that can be planned',
        );
      }
    },
    *broken(customer, source) {
      const day = lifeDays(customer).today + 100 + source.below(600);
      const subtypes = ['treatment', 'divorce', 'diagnosis', 'biopsy', 'family_loss'] as const;
      const subtype = subtypes[source.below(subtypes.length)] ?? 'treatment';
      yield withMore(customer, 'anticipated', plainEvent(subtype, day, 'planned'));
    },
  },
];
