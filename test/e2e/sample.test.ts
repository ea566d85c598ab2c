import { describe, expect, it } from 'vitest';
import { run } from './cli.js';

interface Customer {
  readonly persona_type: string;
  readonly core: { readonly age: number; readonly location: { readonly state: string } };
}

interface Scenario {
  readonly scenario_type: string;
  readonly user: { readonly age: number };
  readonly journey: readonly { readonly timestamp: string }[];
}

describe('the sampler of the built command line', () => {
  it('prints customers who meet the constraints', async () => {
    const line = ['sample', '--json', '--count', '20', '--persona', 'overlooked_risk_group', '--age', '40..50'];
    const { code, out, err } = await run(line);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const customers = JSON.parse(out) as Customer[];
    expect(customers).toHaveLength(20);
    for (const { persona_type, core } of customers) {
      expect(persona_type).toBe('overlooked_risk_group');
      expect(core.age).toBeGreaterThanOrEqual(40);
      expect(core.age).toBeLessThanOrEqual(50);
    }
  });

  it('takes each of its short names, and any field', async () => {
    const short = [
      '--persona',
      'overlooked_risk_group',
      '--gender',
      'female',
      '--risk',
      'moderate',
      '--screening',
      'no',
      '--where',
      'core.location.state=TX',
    ];
    const { code, out, err } = await run(['sample', ...short, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject(
      [1, 2, 3].map(() => ({
        core: { gender: 'female', location: { state: 'TX' } },
        health: { risk: { level: 'moderate' }, preventive_care: { screening_history: { has_history: false } } },
      })),
    );
  });

  it('prints cards without colours to a pipe', async () => {
    const { code, out } = await run(['sample', '--count', '2'], {
      env: { ...process.env, COLUMNS: '60', FORCE_COLOR: '1' },
    });
    expect(code).toBe(0);
    expect(out).not.toContain('\u001B');
    expect(out.split('\n\n')).toHaveLength(2);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it.each([
    [['scenario'], 'first_time_user'],
    [['scenario', 'life_transition'], 'life_transition'],
    [['prevention_conversion'], 'prevention_conversion'],
  ])('shows the journey of %j as a timeline', async (words, type) => {
    const line = ['sample', ...words, '--seed', '7', '--count', '5'];
    const json = await run([...line, '--json']);
    const records = JSON.parse(json.out) as Scenario[];
    expect(records.map(({ scenario_type }) => scenario_type)).toEqual(Array.from({ length: 5 }, () => type));
    const { code, out } = await run(line, { env: { ...process.env, COLUMNS: '60' } });
    expect(code).toBe(0);
    // Every step in its order, with its time; and nothing beyond the width.
    const times = out.match(/^ {2}\d{4}-\d\d-\d\d \d\d:\d\d(?= {2}[✓◐○–✗] \S)/gm) ?? [];
    const steps = records.flatMap(({ journey }) => journey.map(({ timestamp }) => timestamp));
    expect(times.map((time) => time.trim())).toEqual(steps.map((time) => time.slice(0, 16).replace('T', ' ')));
    expect(Math.max(...out.split('\n').map((one) => Array.from(one).length))).toBeLessThanOrEqual(60);
  });

  it('takes the short names that a scenario has, and says so of the others', async () => {
    const line = ['sample', 'scenario', '--persona', 'overlooked_risk_group', '--age', '40..50', '--screening', 'no'];
    const { code, out, err } = await run([...line, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const records = JSON.parse(out) as Scenario[];
    expect(records).toMatchObject(
      [1, 2, 3].map(() => ({
        user: { persona_type: 'overlooked_risk_group', screening_history: { has_history: false } },
      })),
    );
    for (const { user } of records) expect(user.age >= 40 && user.age <= 50).toBe(true);
    const refused = await run([...line, '--gender', 'female']);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/^unknown-field {2}--gender female: first_time_user has no field of this short name\n/);
  });

  it('says why nobody meets the constraints', async () => {
    const { code, out, err } = await run(['sample', '--persona', 'health_aware_avoider', '--age', '60']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^constraint-clash {2}core\.age: /);
  });
});
