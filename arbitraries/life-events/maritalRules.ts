import { eventKinds } from './eventKinds.js';
import { birthdayAt, lifeDays } from './lifeDays.js';
import { movedTo, dayOf, plainEvent } from './lifeEvent.js';
import type { LifeEventRule } from './LifeEventRule.js';
import { inOrder, withList, withMore } from './LifeEventRule.js';
import { MARRIED_DAYS, walkMaritalHistory } from './maritalHistory.js';

/** Rules on marriages and divorces, past and planned. */
export const maritalRules: readonly LifeEventRule[] = [
  {
    id: 'marital-events-follow-each-other',
    sentence:
      'Only the married divorce, a year after the marriage at the earliest, and nobody marries before the last marriage has ended by a divorce or a loss.',
    check: ({ life_events }, report) => {
      for (const { event, why, expected } of walkMaritalHistory(life_events.past).misplaced) {
        report(
          `/life_events/past/${life_events.past.indexOf(event)}`,
          `the ${event.subtype} of ${event.date} ${why}`,
          event.date,
          expected,
        );
      }
    },
    *broken(customer, source) {
      const { past } = customer.life_events;
      const life = lifeDays(customer);
      const marriage = past.find(({ subtype }) => subtype === 'marriage');
      const ending = past.findIndex(({ subtype }) => subtype === 'divorce');
      const end = past[ending];
      // Not a divorce of the last year: other parts tell of it.
      const isOld = end !== undefined && dayOf(end) < life.today - 365;
      if (marriage !== undefined && isOld && source.below(2) === 0)
        yield withList(
          customer,
          'past',
          inOrder(past.with(ending, movedTo(end, dayOf(marriage) + 30 + source.below(200)))),
        );
      const first = birthdayAt(life, 20);
      const last = marriage === undefined ? life.today : dayOf(marriage) - 1;
      if (last >= first)
        yield withMore(customer, 'past', plainEvent('divorce', source.between(first, last), 'completed'));
    },
  },
  {
    id: 'marital-history-ends-in-status',
    sentence:
      'The marriages, divorces and losses among the past events lead to the marital status: none to single, a marriage to married, a divorce to divorced, a loss in marriage to widowed.',
    check: ({ core, life_events }, report) => {
      const { misplaced, statuses } = walkMaritalHistory(life_events.past);
      // A history that makes no sense leads nowhere: that is said by the rule above.
      if (misplaced.length > 0 || statuses.includes(core.marital_status)) return;
      report(
        '/life_events/past',
        `the past events lead to ${statuses.join(' or ')}, the marital status is ${core.marital_status}`,
        statuses,
        core.marital_status,
      );
    },
    *broken(customer, source) {
      const { past } = customer.life_events;
      const { today } = lifeDays(customer);
      // One more event, and none left out: other parts tell of what happened in the last year.
      const last = past.findLast(({ subtype }) => subtype === 'marriage' || subtype === 'divorce');
      const [next, gapDays] =
        last?.subtype === 'marriage' ? (['divorce', MARRIED_DAYS] as const) : (['marriage', 1] as const);
      const first =
        (last === undefined ? birthdayAt(lifeDays(customer), eventKinds.marriage.minAge) : dayOf(last)) + gapDays;
      const day = first + source.below(200);
      if (day <= today) yield withMore(customer, 'past', plainEvent(next, day, 'completed'));
      if (first <= today) yield withMore(customer, 'past', plainEvent(next, first, 'completed'));
    },
  },
  {
    id: 'planned-marriages-fit-status',
    sentence: 'Nobody who is married plans a marriage, and nobody plans two.',
    check: ({ core, life_events }, report) => {
      let count = core.marital_status === 'married' ? 1 : 0;
      for (const [index, { subtype, date }] of life_events.anticipated.entries()) {
        if (subtype !== 'marriage' || count++ === 0) continue;
        report(
          `/life_events/anticipated/${index}`,
          `the marriage planned for ${date} is one too many for a customer who is ${core.marital_status}`,
          subtype,
          core.marital_status === 'married' ? 'no planned marriage' : 'at most one planned marriage',
        );
      }
    },
    *broken(customer, source) {
      const { today } = lifeDays(customer);
      const marriage = plainEvent('marriage', today + 1 + source.below(365), 'planned');
      yield withMore(customer, 'anticipated', marriage);
      yield withMore(customer, 'anticipated', marriage, movedTo(marriage, dayOf(marriage) + 365));
    },
  },
];
