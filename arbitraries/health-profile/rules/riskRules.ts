import { escapePointer, invariant, sameJson } from '../../../src/index.js';
import type { Invariant } from '../../../src/index.js';
import type { Customer } from '../../schema/index.js';
import { genders, riskLevels } from '../../vocabulary.js';
import { askedFactors } from '../FindingArbitraries.js';
import { perPersona } from '../perPersona.js';
import { riskFactors, riskLevel, riskScore, scoresOf } from '../riskModel.js';
import type { RiskFactor, RiskModel } from '../riskModel.js';
import { broken, factsOf } from './brokenCopy.js';

const POINTER = '/health/risk';

const findings = (model: RiskModel): Invariant<Customer> => {
  const askedOf = perPersona((_, personaType) =>
    Object.fromEntries(genders.map((gender) => [gender, askedFactors(model, personaType, gender)])),
  );
  return invariant<Customer>({
    id: 'risk-findings-of-persona',
    sentence:
      'There is one finding for each risk factor that the persona and gender are asked for, and it is a known one.',
    check: ({ persona_type, core, health }, report) => {
      const given = health.risk.findings;
      const asked = askedOf[persona_type][core.gender] ?? askedFactors(model, persona_type, core.gender);
      for (const factor of asked) {
        const options = model.findings[factor]?.options ?? [];
        const finding = Object.hasOwn(given, factor) ? given[factor] : undefined;
        if (finding !== undefined && options.some((option) => option.finding === finding)) continue;
        const known = options.map((option) => option.finding);
        const what = finding === undefined ? 'no finding' : `the unknown finding ${finding}`;
        const at = `${POINTER}/findings${finding === undefined ? '' : `/${escapePointer(factor)}`}`;
        report(at, `${what} of ${factor}`, finding, known);
      }
      for (const factor of Object.keys(given)) {
        if (asked.includes(factor)) continue;
        const who = `${persona_type}, ${core.gender}`;
        report(
          `${POINTER}/findings/${escapePointer(factor)}`,
          `${factor} is not asked of ${who}`,
          given[factor],
          'left out',
        );
      }
    },
    breaker: (customer, source) => {
      const asked = askedFactors(model, customer.persona_type, customer.core.gender);
      // The absence of risk adds no points, so that a finding too many leaves the score as it is.
      const alien = Object.keys(model.findings).filter((factor) => !asked.includes(factor));
      const factor = alien[source.below(Math.max(1, alien.length))];
      const none =
        factor === undefined ? undefined : model.findings[factor]?.options.find(({ points }) => points === 0);
      if (factor === undefined || none === undefined) return undefined;
      return broken(customer, ({ risk }) => (risk.findings[factor] = none.finding));
    },
  });
};

const factors = (model: RiskModel): Invariant<Customer> =>
  invariant<Customer>({
    id: 'risk-factors-from-record',
    sentence: 'The risk factors are those, and only those, that follow from the facts and findings of the customer.',
    check: (customer, report) => {
      const { risk } = customer.health;
      const expected = riskFactors(factsOf(customer), risk.findings, model);
      if (isAsExpected(risk.factors, expected)) return;
      const isKnown = new Set<string>();
      let isRight = true;
      const wrong: typeof report = (...violation) => {
        isRight = false;
        report(...violation);
      };
      risk.factors.forEach((given, index) => {
        const wanted = isKnown.has(given.factor) ? undefined : expected.find(({ factor }) => factor === given.factor);
        isKnown.add(given.factor);
        if (sameJson(given, wanted)) return;
        const what = `${given.factor} (${given.finding}, ${given.points} points)`;
        wrong(`${POINTER}/factors/${index}`, `${what} does not follow from the record`, given, wanted ?? 'left out');
      });
      for (const wanted of expected) {
        if (isKnown.has(wanted.factor)) continue;
        wrong(`${POINTER}/factors`, `${wanted.factor} (${wanted.finding}) is missing`, risk.factors, wanted);
      }
      if (isRight && !sameJson(risk.factors, expected)) {
        const order = expected.map(({ factor }) => factor);
        wrong(
          `${POINTER}/factors`,
          `the factors stand in another order than ${order.join(', ')}`,
          risk.factors,
          expected,
        );
      }
    },
    breaker: (customer, source) => {
      const count = customer.health.risk.factors.length;
      if (count === 0) return undefined;
      const index = source.below(count);
      return broken(customer, ({ risk }) => {
        const factor = risk.factors[index];
        if (factor !== undefined) factor.finding = `no_${factor.finding}`;
      });
    },
  });

const score = (model: RiskModel): Invariant<Customer> =>
  invariant<Customer>({
    id: 'risk-score-adds-up',
    sentence: 'The risk score is the sum of the points of the risk factors.',
    check: ({ health: { risk } }, report) => {
      const expected = riskScore(risk.factors);
      if (risk.score === expected) return;
      report(
        `${POINTER}/score`,
        `a score of ${risk.score} where the factors add up to ${expected}`,
        risk.score,
        expected,
      );
    },
    breaker: (customer, source) => {
      const { min, max } = scoresOf(customer.health.risk.level, model);
      const other = source.between(min, Math.min(max, min + 20));
      if (other === customer.health.risk.score) return undefined;
      return broken(customer, ({ risk }) => (risk.score = other));
    },
  });

const level = (model: RiskModel): Invariant<Customer> =>
  invariant<Customer>({
    id: 'risk-level-from-score',
    sentence: 'The risk level follows from the risk score by the thresholds of the risk model.',
    check: ({ health: { risk } }, report) => {
      const expected = riskLevel(risk.score, model);
      if (risk.level === expected) return;
      report(`${POINTER}/level`, `a score of ${risk.score} is no ${risk.level} risk`, risk.level, expected);
    },
    breaker: (customer, source) => {
      const others = riskLevels.filter((one) => one !== customer.health.risk.level);
      const other = others[source.below(others.length)];
      return other === undefined ? undefined : broken(customer, ({ risk }) => (risk.level = other));
    },
  });

/** Whether both lists tell the same in the same order, each factor once: nothing needs to be looked for then. */
function isAsExpected(given: readonly RiskFactor[], expected: readonly RiskFactor[]): boolean {
  if (given.length !== expected.length) return false;
  for (let index = 0; index < expected.length; index++) {
    const one = given[index] as RiskFactor;
    const { factor, finding, points } = expected[index] as RiskFactor;
    if (one.factor !== factor || one.finding !== finding || one.points !== points) return false;
    if (Object.keys(one).length !== 3) return false;
    for (let before = 0; before < index; before++) if (expected[before]?.factor === factor) return false;
  }
  return true;
}

/** Findings, factors, score and level, by a risk model. */
export function riskRules(model: RiskModel): readonly Invariant<Customer>[] {
  return [findings(model), factors(model), score(model), level(model)];
}
