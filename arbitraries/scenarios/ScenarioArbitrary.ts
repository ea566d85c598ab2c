import { allows, isRecord, journey, KeyedArbitrary } from '../../src/index.js';
import type { Candidate, Constraint, RecordArbitrary, SearchPart, Source } from '../../src/index.js';
import type { Scenario } from '../schema/index.js';
import { customersInScenarios, writeScenario } from './customersInScenarios.js';
import type { CustomerInScenario } from './customersInScenarios.js';
import { otherType, scenarioClash } from './scenarioClash.js';
import { constraintsOnCustomer } from './scenarioConstraints.js';
import { scenarioRecord } from './scenarioRecord.js';
import type { ScenarioType } from './ScenarioType.js';

/** See `scenario`. Draws go by way of a customer; every other verb needs the scenario alone. */
export class ScenarioArbitrary extends KeyedArbitrary<Scenario> {
  private readonly type: ScenarioType;
  private readonly asOf: string;
  private readonly alone: KeyedArbitrary<Scenario>;
  private readonly drawn: RecordArbitrary<CustomerInScenario>;

  private constructor(
    type: ScenarioType,
    asOf: string,
    alone: KeyedArbitrary<Scenario>,
    drawn: RecordArbitrary<CustomerInScenario>,
  ) {
    super();
    this.type = type;
    this.asOf = asOf;
    this.alone = alone;
    this.drawn = drawn;
  }

  /** All scenarios of a type at a reference date. */
  static of(type: ScenarioType, asOf: string): ScenarioArbitrary {
    const inScenario = customersInScenarios(type, asOf).narrow({
      is_in_scenario: true,
      ...(type.user !== undefined && { customer: constraintsOnCustomer({ user: type.user }) }),
    });
    return new ScenarioArbitrary(
      type,
      asOf,
      scenarioRecord(type, asOf),
      inScenario as RecordArbitrary<CustomerInScenario>,
    );
  }

  /**
   * The same scenarios held to constraints, tried out at once.
   *
   * @throws CohortCheckError `constraint-clash` when nothing meets them, `unknown-field` on a name that is no field.
   */
  given(constraints: Readonly<Record<string, unknown>>): ScenarioArbitrary {
    const alone = this.alone.narrow(constraints) as KeyedArbitrary<Scenario>;
    const { scenario_type: named, ...held } = constraints;
    if (named !== undefined && !allows(named, this.type.name)) throw otherType(this.type, named);
    const { journey: steps } = held;
    try {
      // What no journey of the graph meets is said at once: no customer has to be looked for.
      if (isRecord(steps) && !('oneOf' in steps)) journey(this.type.graph, { asOf: this.asOf, ...steps });
      const drawn = this.drawn.given({ ...held, customer: constraintsOnCustomer(held) });
      return new ScenarioArbitrary(this.type, this.asOf, alone, drawn);
    } catch (error) {
      throw scenarioClash(this.type, constraints, error);
    }
  }

  override draw(source: Source, bias?: number): Scenario {
    return writeScenario(this.type, this.drawn.draw(source, bias));
  }

  override accepts(value: unknown): value is Scenario {
    return this.alone.accepts(value);
  }

  override smaller(value: Scenario): Iterable<Scenario> {
    return this.alone.smaller(value);
  }

  override resume(value: Scenario, place: unknown, part: SearchPart): Iterable<Candidate<Scenario>> {
    return this.alone.resume(value, place, part);
  }

  override mend(value: unknown): Scenario {
    return this.alone.mend(value);
  }

  override reseat(value: Scenario, previous: KeyedArbitrary<Scenario>): Iterable<Scenario> {
    return this.alone.reseat(value, previous instanceof ScenarioArbitrary ? previous.alone : previous);
  }

  override compare(a: Scenario, b: Scenario): number | undefined {
    return this.alone.compare(a, b);
  }

  override narrow(constraint: Constraint): KeyedArbitrary<Scenario> | undefined {
    const alone = this.alone.narrow(constraint);
    // One of a few whole scenarios is drawn as it is, without a customer.
    if (alone === undefined || !isRecord(constraint) || 'oneOf' in constraint) return alone;
    const { scenario_type: named, ...held } = constraint;
    if (named !== undefined && !allows(named, this.type.name)) return undefined;
    const drawn = this.drawn.narrow({ ...held, customer: constraintsOnCustomer(held) });
    return drawn && new ScenarioArbitrary(this.type, this.asOf, alone, drawn as RecordArbitrary<CustomerInScenario>);
  }

  override describe(): string {
    return `a scenario of type ${this.type.name}`;
  }
}
