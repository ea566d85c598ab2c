import { shown } from '../../errors/index.js';
import { around, placesAround, withStep, withStepOrCut } from './copies.js';
import { canFollow, canHaveEmotion, emotionsFor, factsOf } from './facts.js';
import type { JourneyRule } from './JourneyRule.js';

/** Rules on what is felt at a step, and after another emotion. */
export const emotionRules: readonly JourneyRule[] = [
  {
    name: 'emotion',
    sentence: 'The emotion of each step is one that the step can have for the persona and the impact.',
    check: (subject, report) => {
      for (const { index, possibleFor } of factsOf(subject, 'emotion')) {
        if (possibleFor.length > 0) continue;
        const { step, emotional_state: emotion } = subject.stepAt(index);
        const message = `${shown(emotion)} is no emotion of ${subject.who} at ${step}`;
        report(`/${index}/emotional_state`, message, emotion, emotionsFor(subject, subject.travellers, index));
      }
    },
    *broken(subject, source) {
      for (const place of placesAround(source, 0, subject.journey.length)) {
        for (const emotion of around(source, subject.graph.emotions)) {
          if (subject.travellers.some((traveller) => canHaveEmotion(subject, traveller, place, emotion))) continue;
          yield* withStepOrCut(subject.journey, place, { emotional_state: emotion });
        }
      }
    },
  },
  {
    name: 'emotion-transition',
    sentence: 'The emotion of each step may follow that of the step before, by the table of the persona.',
    check: (subject, report) => {
      for (const { index, possibleFor } of factsOf(subject, 'transition')) {
        if (possibleFor.length > 0) continue;
        const before = subject.stepAt(index - 1).emotional_state;
        const { step, emotional_state: emotion } = subject.stepAt(index);
        const message = `${emotion} at ${step} does not follow ${before} for ${subject.who}`;
        report(`/${index}/emotional_state`, message, emotion, emotionsFor(subject, subject.travellers, index, before));
      }
    },
    *broken(subject, source) {
      const { journey, graph, travellers } = subject;
      const mayFollow = (from: string, to: string): boolean =>
        travellers.some((traveller) => canFollow(subject, traveller, from, to));
      for (const place of placesAround(source, 1, journey.length)) {
        const before = subject.stepAt(place - 1).emotional_state;
        for (const emotion of around(source, graph.emotions)) {
          if (!mayFollow(before, emotion)) yield* withStepOrCut(journey, place, { emotional_state: emotion });
          for (const from of graph.emotions) {
            if (mayFollow(from, emotion)) continue;
            const other = withStep(journey, place - 1, { emotional_state: from });
            yield* withStepOrCut(other, place, { emotional_state: emotion });
          }
        }
      }
    },
  },
];
