/* Rules on the texts of a narrative: what is said is true, and the persona says it. */
import { invariant } from '../../src/index.js';
import type { Invariant, Source } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { descriptionPlaces, relationshipPlaces } from './narrative.js';
import { descriptionReader, relationshipReader } from './readers.js';
import type { Sentence } from './Sentence.js';
import { Situation } from './Situation.js';

const DESCRIPTION = '/narrative/self_description';
const RELATIONSHIP = '/narrative/healthcare_relationship';

const narrativeTellsTheTruth = invariant<Customer>({
  id: 'narrative-tells-the-truth',
  sentence:
    'What the self-description says of age, occupation, place, family, conditions, screening and events agrees with the record.',
  check: (customer, report) => {
    for (const { text, untruths } of descriptionReader().read(customer.narrative.self_description, customer)) {
      for (const { message, expected } of untruths) report(DESCRIPTION, `"${text}" ${message}`, text, expected);
    }
  },
  breaker: (customer, source) => {
    const said = descriptionReader().spoken(customer).sentencesOf(customer.narrative.self_description);
    if (said === undefined) return undefined;
    const situation = new Situation(customer);
    const [opening, disclosure, attitude] = said.map((sentence) => sentence?.said(situation));
    const isAboutLife = source.below(2) === 0;
    const falseOpening = isAboutLife ? opening : said[0]?.worded(new Situation(withFalseCore(customer, source)));
    const falseDisclosure = isAboutLife
      ? falseWords(descriptionPlaces[customer.persona_type][1]?.sentences ?? [], customer, source)
      : disclosure;
    return withNarrative(customer, {
      self_description: [falseOpening, falseDisclosure, attitude].filter((text) => text !== undefined).join(' '),
    });
  },
});

const selfDescriptionInVoice = invariant<Customer>({
  id: 'self-description-in-voice-of-persona',
  sentence: 'No sentence of the self-description is one that only another persona would say.',
  check: (customer, report) => {
    for (const { text, isInVoice } of descriptionReader().read(customer.narrative.self_description, customer)) {
      if (isInVoice) continue;
      report(DESCRIPTION, notInVoice(text, customer), text, `a sentence in the voice of ${customer.persona_type}`);
    }
  },
  breaker: (customer, source) => {
    const reader = descriptionReader();
    const said = reader.spoken(customer).sentencesOf(customer.narrative.self_description);
    const situation = new Situation(customer);
    const foreign = oneOf(reader.outOfVoice(customer), source)?.pattern;
    if (said === undefined || foreign === undefined) return undefined;
    const kept = said.slice(0, -1).flatMap((sentence) => sentence?.said(situation) ?? []);
    return withNarrative(customer, { self_description: [...kept, foreign].join(' ') });
  },
});

const healthcareRelationshipFits = invariant<Customer>({
  id: 'healthcare-relationship-fits',
  sentence:
    'The relationship to health care is one of the persona and agrees with access, distance, insurance and anxiety.',
  check: (customer, report) => {
    const text = customer.narrative.healthcare_relationship;
    for (const { untruths, isInVoice, text: sentence } of relationshipReader().read(text, customer)) {
      for (const { message, expected } of untruths)
        report(RELATIONSHIP, `"${sentence}" ${message}`, sentence, expected);
      if (!isInVoice) {
        report(
          RELATIONSHIP,
          notInVoice(sentence, customer),
          sentence,
          `a sentence in the voice of ${customer.persona_type}`,
        );
      }
    }
  },
  breaker: (customer, source) => {
    const text =
      source.below(2) === 0
        ? oneOf(relationshipReader().outOfVoice(customer), source)?.pattern
        : falseWords(relationshipPlaces[customer.persona_type][0]?.sentences ?? [], customer, source);
    return text === undefined ? undefined : withNarrative(customer, { healthcare_relationship: text });
  },
});

export const statementInvariants: readonly Invariant<Customer>[] = [
  narrativeTellsTheTruth,
  selfDescriptionInVoice,
  healthcareRelationshipFits,
];

function notInVoice(text: string, { persona_type }: Customer): string {
  return `"${text}" is what other personas say, never a ${persona_type}`;
}

/** The customer with another age, occupation or city: what a false opening speaks of. */
function withFalseCore(customer: Customer, source: Source): Customer {
  const { core } = customer;
  const { location } = core;
  const changes: readonly Partial<Customer['core']>[] = [
    { age: core.age < 120 ? core.age + 1 : core.age - 1 },
    { occupation: core.occupation === 'beekeeper' ? 'baker' : 'beekeeper' },
    { location: { ...location, city: location.city === 'Anchorage' ? 'Honolulu' : 'Anchorage' } },
  ];
  return { ...customer, core: { ...core, ...oneOf(changes, source) } };
}

/** The words of a sentence that this customer may not say, though the record has all the words for it. */
function falseWords(sentences: readonly Sentence[], customer: Customer, source: Source): string | undefined {
  const situation = new Situation(customer);
  const untrue = sentences.filter((sentence) => !sentence.isTrueOf(situation));
  return oneOf(
    untrue.flatMap((sentence) => sentence.worded(situation) ?? []),
    source,
  );
}

function withNarrative(customer: Customer, changes: Partial<Customer['narrative']>): Customer {
  return { ...customer, narrative: { ...customer.narrative, ...changes } };
}

function oneOf<T>(items: readonly T[], source: Source): T | undefined {
  return items.length === 0 ? undefined : items[source.below(items.length)];
}
