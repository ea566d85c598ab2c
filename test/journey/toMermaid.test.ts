import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JourneyGraph } from '../../src/journey/JourneyGraph.js';
import type { GapDescription, JourneyDescription, StepDescription } from '../../src/journey/JourneyDescription.js';
import { toMermaid } from '../../src/journey/toMermaid.js';
import type { MermaidOptions } from '../../src/journey/toMermaid.js';
import { signUp } from './onboardingService.js';

/** A graph with nothing in it but what a diagram shows; `defineJourney` would want the rest too. */
function drawn(steps: Record<string, Partial<StepDescription>>, start: JourneyDescription['start']): JourneyGraph {
  const whole = Object.entries(steps).map(([name, step]) => [name, { actions: [], emotions: [], ...step }] as const);
  return new JourneyGraph({ ...signUp.description, start, steps: Object.fromEntries(whole) });
}

function labelOf(name: string, step: Partial<StepDescription> = {}): string {
  const [, , line = ''] = toMermaid(drawn({ [name]: { ends: true, ...step } }, name)).split('\n');
  return /^ {2}\w+\["(.*)"\](?::::optional)?$/s.exec(line)?.[1] ?? line;
}

const gapOf = (...gap: readonly GapDescription[]): string => labelOf('x', { gap }).replace(/^x(<br\/>)?/, '');

describe('toMermaid', () => {
  it('draws steps, ways, shares, bounds and gaps', () => {
    expect(toMermaid(signUp)).toBe(`flowchart TD
  journey_start(["start"])
  step_register["register"]
  step_assess["assess<br/>at most 14 days"]
  step_call["call<br/>1 hour to 10 days"]
  step_plan["plan<br/>at most 7 days"]
  step_activate["activate<br/>at most 7 days"]
  step_remind["remind<br/>7 to 14 days"]
  journey_end(["end"])
  journey_start --> step_register
  step_register --> step_assess
  step_assess -->|"70%"| step_plan
  step_assess -->|"30%"| step_call
  step_call --> step_plan
  step_plan -->|"60%"| step_activate
  step_plan -->|"40%"| step_remind
  step_activate --> journey_end
  step_remind -->|"50%"| step_activate
  step_remind -->|"50%, at most 2 times"| step_remind
`);
  });

  it('draws several starts, shares that end, optional steps, and names that are no identifiers', () => {
    const graph = drawn(
      {
        end: { next: { 'have "tea"': 2 / 3 }, ends: 1 / 3, optional: 0.25 },
        'have "tea"': { next: [{ to: 'end', weight: 1, max: 1 }] },
      },
      { end: 3, 'have "tea"': 1 },
    );
    expect(toMermaid(graph, { direction: 'LR' })).toBe(`flowchart LR
  journey_start(["start"])
  step_end["end<br/>optional: 25% skip it"]:::optional
  step1["have#32;#34;tea#34;"]
  journey_end(["end"])
  journey_start -->|"75%"| step_end
  journey_start -->|"25%"| step1
  step_end -->|"66.7%"| step1
  step_end -->|"33.3%"| journey_end
  step1 -->|"at most 1 time"| step_end
  classDef optional stroke-dasharray:5 5
`);
  });

  it('leaves gaps out where that is asked for', () => {
    expect(toMermaid(signUp, { gaps: false })).toContain('  step_assess["assess"]\n');
    expect(toMermaid(signUp, { gaps: false })).not.toContain('days');
  });

  it('says gaps in the largest unit that needs no fraction, and from where they count', () => {
    expect(gapOf({ minMinutes: 5, maxDays: 14 })).toBe('5 minutes to 14 days');
    expect(gapOf({ from: 'event_trigger', minDays: 30, maxDays: 90 })).toBe('from event_trigger: 30 to 90 days');
    expect(gapOf({ from: 'cause', maxHours: 1 })).toBe('from the cause: at most 1 hour');
    expect(gapOf({ minMinutes: 90, maxHours: 48 })).toBe('90 minutes to 2 days');
    expect(gapOf({ minMinutes: 0.5 })).toBe('at least 30 seconds');
    expect(gapOf({ minHours: 24, maxDays: 1 })).toBe('exactly 1 day');
    expect(gapOf({})).toBe('');
    expect(gapOf({ maxDays: 1 }, { from: 'a "b"', minDays: 2 })).toBe(
      'at most 1 day<br/>from a#32;#34;b#34;: at least 2 days',
    );
  });

  it.each([
    ['end', 'end'],
    ['first_call, again?', 'first_call, again?'],
    ['日本 größer', '日本 größer'],
    ['a[b](c){d}', 'a#91;b#93;#40;c#41;#123;d#125;'],
    ['"`code`"', '#34;#96;code#96;#34;'],
    ['#35; & <br/>', '#35;35#59;#32;#38;#32;#60;br/#62;'],
    ['%%{init}%%', '#37;#37;#123;init#125;#37;#37;'],
    ['1. call', '1#46;#32;call'],
    ['- call', '#45;#32;call'],
    ['_call_', '#95;call#95;'],
    ['a\nb', 'a#10;b'],
    ['a: b -> c', 'a#58;#32;b#32;#45;#62;#32;c'],
    ['🙂', '#128578;'],
    ['', ' '],
  ])('writes the name %j as %j', (name, label) => {
    expect(labelOf(name)).toBe(label);
  });

  /** Line by line what Mermaid's grammar takes without any doubt; a name never gets out of its label. */
  const LINE =
    /^ {2}(?:\w+(?:\["[^"\n]+"\](?::::optional)?|\(\["\w+"\]\))|\w+ -->(?:\|"[\d.]+%"\|)? \w+|classDef optional stroke-dasharray:5 5)$/;
  const SAFE_LABEL = /^(?:[\p{L}\p{M}\p{N} ,/?!'_-]|#\d+;|<br\/>|optional: [\d.]+% skip it)+$/u;

  it('is safe with any names', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary-ascii', maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom('end', '\u2028', '\ud800', '%%', '#quot;', '<br/>'),
    );
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 5 });
    const property = fc.property(names, (given) => {
      const steps = Object.fromEntries(
        given.map((name, index) => [
          name,
          index + 1 < given.length
            ? { next: { [given[index + 1] as string]: 0.5 }, ends: 0.5, optional: 0.5 }
            : { ends: true },
        ]),
      );
      const graph = drawn(steps, given[0] as string);
      const [head, ...lines] = toMermaid(graph).split('\n');
      expect([head, lines.pop()]).toEqual(['flowchart TD', '']);
      expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
      const nodes = lines.filter((line) => line.includes('["') && !line.includes('(['));
      expect(new Set(nodes.map((line) => line.split('[')[0])).size).toBe(given.length);
      const labels = nodes.map((line) => /\["(.*)"\]/.exec(line)?.[1] ?? '');
      expect(labels.filter((label) => !SAFE_LABEL.test(label))).toEqual([]);
      const read = labels.map((label) =>
        (label.split('<br/>')[0] ?? '').replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
      );
      expect(read).toEqual([...graph.steps.keys()].map((name) => name || ' '));
      expect(lines.filter((line) => line.includes('-->'))).toHaveLength(2 * given.length);
    });
    fc.assert(property, { seed: 7, numRuns: 300 });
  });

  it('would see a name that gets out of its label', () => {
    expect('  step0["a"] --> b["c"]').not.toMatch(LINE);
    expect('  step0["a"b"]').not.toMatch(LINE);
    expect('a`b').not.toMatch(SAFE_LABEL);
  });

  it('refuses another direction', () => {
    expect(() => toMermaid(signUp, { direction: 'UP' } as unknown as MermaidOptions)).toThrow(
      'bad-option  toMermaid(…, { direction: "UP" })',
    );
  });
});
