import { record } from '../../src/index.js';
import { AnticipatedEvents } from './AnticipatedEvents.js';
import type { AboveLifeEvents } from './lifeDays.js';
import { PastEvents } from './PastEvents.js';

/**
 * What happened in a customer's life over the last ten years, with the whole marital and screening history, and what is
 * expected of the next two.
 *
 * Shrinks toward: the marital history and the last screening alone, as early as they may be; nothing ahead.
 * Keyed by: the source; persona, reference date, birth date, marital status, conditions and screening history.
 */
export const lifeEvents = record<AboveLifeEvents>()
  .field('past', (_, above) => new PastEvents(above))
  .field('anticipated', ({ past }, above) => new AnticipatedEvents(above, past));
