import { allows, escapePointer, isRecord } from '../../../src/index.js';
import type { Report } from '../../../src/index.js';
import type { Scenario, ScenarioUser } from '../../schema/index.js';
import { personaTypes } from '../../vocabulary.js';
import type { ScenarioType } from '../ScenarioType.js';
import { personasOf } from '../travellers.js';
import { userRecord } from '../users.js';
import type { ScenarioRule } from './ScenarioRule.js';

/** What a type says of all its users. */
export function typeRules(
  type: ScenarioType,
  asOf: string,
  withUser: (scenario: Scenario, user: ScenarioUser) => Scenario,
): ScenarioRule[] {
  const { user: wanted, name, who } = type;
  const personas = personasOf(type);
  if (wanted === undefined && personas.length === personaTypes.length) return [];
  const anybody = userRecord(personaTypes, asOf);
  return [
    {
      id: 'user-of-scenario',
      sentence: `The user is one who takes ${name}: ${who.slice(0, 1).toLowerCase()}${who.slice(1)}`,
      check: ({ user }, report) => {
        if (wanted !== undefined) reportUnmet(wanted, user, '/user', name, report);
        if (!personas.includes(user.persona_type)) {
          report('/user/persona_type', `no ${user.persona_type} takes ${name}`, user.persona_type, personas);
        }
      },
      *broken(scenario, source) {
        const { persona_type, age } = scenario.user;
        const alike = anybody.narrow({ persona_type, age });
        // Some of the same persona and age do not take it.
        for (let attempt = 0; attempt < 20; attempt++) {
          const other = alike?.draw(source.childAt(attempt));
          if (other !== undefined) yield withUser(scenario, { ...other, name: scenario.user.name });
        }
      },
    },
  ];
}

/** Reports each field that does not meet what is wanted of it. */
function reportUnmet(wanted: unknown, found: unknown, pointer: string, name: string, report: Report): void {
  if (isRecord(wanted) && isRecord(found)) {
    for (const [key, inner] of Object.entries(wanted)) {
      reportUnmet(inner, found[key], `${pointer}/${escapePointer(key)}`, name, report);
    }
  } else if (!allows(wanted, found)) {
    report(
      pointer,
      `nobody whose ${pointer.slice(1).replaceAll('/', '.')} is ${String(found)} takes ${name}`,
      found,
      wanted,
    );
  }
}
