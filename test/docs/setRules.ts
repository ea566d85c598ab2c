/** Rules that no record breaks by itself, in the words of the catalogue; the catalogue's test holds them to the code. */
export interface SetRule {
  readonly id: string;
  readonly sentence: string;
}

/** Rules on a data set as a whole. */
export const setRules: readonly SetRule[] = [
  { id: 'unique-id', sentence: 'No two records of a collection have the same id, whichever files they stand in.' },
  {
    id: 'record-count',
    sentence:
      'There are as many customers, and as many first-time users, as were promised; where nobody promised a number, a multiple of the block in which all targets are whole numbers.',
  },
  {
    id: 'persona-shares',
    sentence:
      'Each persona has its share of the customers, and of the first-time users: exactly, or a whole number next to it where the share is none.',
  },
  { id: 'age-band-shares', sentence: 'Each age band has its share of them, likewise.' },
  { id: 'risk-level-shares', sentence: 'Each risk level has its share of them, likewise.' },
  {
    id: 'risk-level-by-persona',
    sentence:
      'Within each persona, risk levels are as common as the domain declares; a deviation counts where chance does not explain it.',
  },
  {
    id: 'completion-shares',
    sentence:
      'Within each persona, as many first-time users complete no step, one, two and so on as the completion targets say, exactly.',
  },
  {
    id: 'completion-rate',
    sentence:
      'Of the journeys of a persona that came to a step and could have completed it by the reference date, as many complete it as its journey graph declares; a deviation counts where chance does not explain it.',
  },
  {
    id: 'emotion-shares',
    sentence:
      'At each step, the emotions of a persona are as common as its journey graph declares, given the emotions of the steps before; a deviation counts where chance does not explain it.',
  },
  { id: 'scenario-customer-known', sentence: 'A scenario is one of a customer of the data set.' },
  { id: 'scenario-user-matches-customer', sentence: 'The user of a scenario is its customer, field by field.' },
  {
    id: 'scenario-for-eligible-customer',
    sentence: 'A scenario of a type is one of a customer who takes that type.',
  },
  {
    id: 'scenario-of-every-eligible',
    sentence: 'Every customer who takes a type of scenario has one, where the data set has scenarios of that type.',
  },
  {
    id: 'scenario-trigger-matches-customer',
    sentence: 'The event that set a scenario off is the latest one of its customer that can.',
  },
  {
    id: 'scenario-order-after-registration',
    sentence: 'A scenario that no event sets off does not begin before its customer opened the account.',
  },
  {
    id: 'scenario-users-agree',
    sentence: 'Scenarios of one customer show the same user, where the data set has no customers to compare with.',
  },
];

/** Rules on files and on the shape of records. */
export const shapeRules: readonly SetRule[] = [
  { id: 'file-syntax', sentence: 'A file can be read as the JSON, NDJSON or CSV that it is.' },
  { id: 'shape-unknown-record', sentence: 'A record is like those of some collection.' },
  {
    id: 'shape-missing-key',
    sentence: 'A record has every key of its model; additions to the brief’s format may be missing.',
  },
  { id: 'shape-wrong-type', sentence: 'A value is of the type that its model has there.' },
  { id: 'shape-unknown-value', sentence: 'A word is one of those that its model lists there.' },
  { id: 'shape-out-of-bounds', sentence: 'A number, or the length of a list, lies within its bounds and on its grid.' },
  { id: 'shape-malformed-date', sentence: 'A date is one of the calendar, in some usual ISO 8601 writing.' },
  { id: 'shape-malformed-text', sentence: 'A text has the form of its kind, such as that of a UUID or a ZIP code.' },
  {
    id: 'shape-extra-key',
    sentence: 'A record has no keys that its model does not have. In files they are noted and passed over.',
  },
  { id: 'shape-invalid', sentence: 'A value meets whatever else its schema asks.' },
];
