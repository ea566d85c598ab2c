import type { Shortcut } from './CliContext.js';

/** Short names for the fields of a customer that are held most. */
export const healthShortcuts: readonly Shortcut[] = [
  { flags: '--persona <type>', path: 'persona_type', description: 'type of customer, such as overlooked_risk_group' },
  { flags: '--age <years>', path: 'core.age', description: 'age, such as 40..50' },
  { flags: '--gender <gender>', path: 'core.gender', description: 'female or male' },
  { flags: '--risk <level>', path: 'health.risk.level', description: 'risk level, such as moderate' },
  {
    flags: '--screening <yes|no>',
    path: 'health.preventive_care.screening_history.has_history',
    description: 'whether there was a screening',
  },
];
