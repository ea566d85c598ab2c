import type { Shortcut } from './CliContext.js';

/** Short names for the fields of a customer that are held most, also where a scenario repeats them. */
export const healthShortcuts: readonly Shortcut[] = [
  {
    flags: '--persona <type>',
    paths: { customers: 'persona_type', scenario: 'user.persona_type' },
    description: 'type of customer, such as overlooked_risk_group',
  },
  {
    flags: '--age <years>',
    paths: { customers: 'core.age', scenario: 'user.age' },
    description: 'age, such as 40..50',
  },
  { flags: '--gender <gender>', paths: { customers: 'core.gender' }, description: 'female or male' },
  {
    flags: '--risk <level>',
    paths: { customers: 'health.risk.level', scenario: 'user.risk_level' },
    description: 'risk level, such as moderate',
  },
  {
    flags: '--screening <yes|no>',
    paths: {
      customers: 'health.preventive_care.screening_history.has_history',
      scenario: 'user.screening_history.has_history',
    },
    description: 'whether there was a screening',
  },
];
