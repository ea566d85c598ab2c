import type { Study } from '../../src/domain/index.js';
import { guestsOf, inn } from './validatePeople.js';
import type { Guest } from './validatePeople.js';

const study: Study<Guest> = {
  collection: 'guests',
  title: 'Guests',
  personOf: ({ guest_id }) => guest_id,
  nameOf: ({ name }) => name,
  groupings: [
    { id: 'name', title: 'first name', of: ({ name }) => name },
    { id: 'generation', title: 'generation', labels: ['young', 'old'], of: ({ age }) => (age < 50 ? 'young' : 'old') },
  ],
  facts: [{ id: 'stay', title: 'stay', of: ({ visits }) => (visits.length > 0 ? 'visited' : 'never') }],
  measures: [{ id: 'age', title: 'age', unit: 'years', of: ({ age }) => age }],
  needs: [{ id: 'lonely', title: 'without a visit', of: ({ visits }) => visits.length === 0 }],
  momentsOf: ({ visits }) => visits.map(({ day }) => ({ at: day, lane: 'visits', title: 'visit', text: '' })),
  advise: ({ kind, subject }) => (kind === 'need' && subject === 'lonely' ? 'Invite them for tea.' : undefined),
};

/** The inn, with what is asked of its guests. */
export const studiedInn = { ...inn, studies: async () => [study as Study<never>] };

const visit = [{ day: '2025-01-01', rating: 3 }];

/** Guests of whom few that are called Ann were visited, and most of the others. */
export function lonelyAnns(count: number): Guest[] {
  return guestsOf(count).map((one, index) => {
    const isVisited = one.name === 'Ann' ? index % 6 === 0 : index % 9 !== 0;
    return { ...one, visits: isVisited ? visit : [] };
  });
}

/** The same guests, all of them visited. */
export function visited(guests: readonly Guest[]): Guest[] {
  return guests.map((one) => ({ ...one, visits: visit }));
}
