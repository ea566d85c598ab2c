import { describe, expect, it } from 'vitest';
import { run } from './cli.js';

interface Customer {
  readonly persona_type: string;
  readonly core: { readonly age: number; readonly location: { readonly state: string } };
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

  it('says why nobody meets the constraints', async () => {
    const { code, out, err } = await run(['sample', '--persona', 'health_aware_avoider', '--age', '60']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^constraint-clash {2}core\.age: /);
  });
});
