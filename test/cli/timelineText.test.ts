import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardText } from '../../src/cli/cardText.js';
import { timelineText } from '../../src/cli/timelineText.js';
import type { Card, CardEvent } from '../../src/domain/index.js';

const journey: Card = {
  title: 'Aisha Tran, 46 · overlooked risk group',
  rows: [
    ['scenario', 'life transition'],
    ['cause', '2024-11-30 job loss (high impact)'],
    ['expects', 'support plan creation: yes; prevention plan update: no; follow up completion: no'],
  ],
  timeline: [
    {
      at: '2024-12-01T09:14:30Z',
      title: 'event trigger',
      text: 'completed, anxious: notice the event, open the app, look for help with what comes next',
      mark: 'done',
    },
    { at: '2024-12-01T09:20:00Z', title: 'barrier identification', text: 'skipped', mark: 'skipped' },
    { at: '2024-12-04T17:00:00Z', title: 'support plan', text: 'in progress, concerned: read the plan', mark: 'open' },
    { at: '2025-01-03T17:00:00Z', title: 'follow up', text: '', mark: 'planned' },
    { at: '2025-01-03', title: 'insurance lapses', text: 'by contract' },
    { at: '2025-01-04T00:00:01Z', title: 'support plan', text: 'given up', mark: 'stopped' },
  ],
};

const plain = { hasColours: false };

describe('the timeline of a card', () => {
  it('reads from top to bottom at 100 columns', () => {
    expect(`\n${cardText(journey, { ...plain, width: 100 })}`).toBe(`
Aisha Tran, 46 · overlooked risk group
  scenario  life transition
  cause     2024-11-30 job loss (high impact)
  expects   support plan creation: yes; prevention plan update: no; follow up completion: no

  2024-12-01 09:14  ✓ event trigger
                    │ completed, anxious: notice the event, open the app, look for help with what
                    │ comes next
  2024-12-01 09:20  – barrier identification
  +5 minutes        │ skipped
  2024-12-04 17:00  ◐ support plan
  +3 days           │ in progress, concerned: read the plan
  2025-01-03 17:00  ○ follow up
  +30 days          │
  2025-01-03        • insurance lapses
  same day          │ by contract
  2025-01-04 00:00  ✗ support plan
  +1 day              given up
`);
  });

  it('wraps at 60 columns', () => {
    expect(`\n${cardText(journey, { ...plain, width: 60 })}`).toBe(`
Aisha Tran, 46 · overlooked risk group
  scenario  life transition
  cause     2024-11-30 job loss (high impact)
  expects   support plan creation: yes; prevention plan
            update: no; follow up completion: no

  2024-12-01 09:14  ✓ event trigger
                    │ completed, anxious: notice the event,
                    │ open the app, look for help with what
                    │ comes next
  2024-12-01 09:20  – barrier identification
  +5 minutes        │ skipped
  2024-12-04 17:00  ◐ support plan
  +3 days           │ in progress, concerned: read the plan
  2025-01-03 17:00  ○ follow up
  +30 days          │
  2025-01-03        • insurance lapses
  same day          │ by contract
  2025-01-04 00:00  ✗ support plan
  +1 day              given up
`);
  });

  it('puts times of day below their dates where it is narrow', () => {
    const lines = timelineText(journey.timeline?.slice(0, 2) ?? [], { ...plain, width: 34 });
    expect(`\n${lines.join('\n')}\n`).toBe(`
2024-12-01  ✓ event trigger
09:14       │ completed, anxious:
            │ notice the event,
            │ open the app, look
            │ for help with what
            │ comes next
2024-12-01  – barrier
09:20         identification
+5 minutes    skipped
`);
  });

  it('is left out where there is none', () => {
    const { timeline: _, ...card } = journey;
    expect(cardText(card, { ...plain, width: 100 }).split('\n')).toHaveLength(5);
    expect(cardText({ ...card, timeline: [] }, { ...plain, width: 100 }).split('\n')).toHaveLength(5);
  });

  it('says the same with colours as without', () => {
    const coloured = cardText(journey, { hasColours: true, width: 60 });
    expect(coloured).toContain('\u001B[32m✓');
    const bare = stripVTControlCharacters(coloured).replace(/ +$/gm, '');
    expect(bare).toBe(cardText(journey, { ...plain, width: 60 }));
  });

  it.each([
    ['2025-01-01T00:00:00Z', '2025-01-01T00:00:01Z', '+1 second'],
    ['2025-01-01T00:00:00Z', '2025-01-01T00:00:59Z', '+59 seconds'],
    ['2025-01-01T00:00:00Z', '2025-01-01T00:01:00Z', '+1 minute'],
    ['2025-01-01T00:00:00Z', '2025-01-01T00:59:59Z', '+59 minutes'],
    ['2025-01-01T00:00:00Z', '2025-01-01T01:00:00Z', '+1 hour'],
    ['2025-01-01T00:00:00Z', '2025-01-01T23:59:59Z', '+23 hours'],
    ['2025-01-01T00:00:00Z', '2025-01-02T00:00:00Z', '+1 day'],
    ['2024-02-28T12:00:00Z', '2024-03-01T11:59:59Z', '+1 day'],
    ['2020-01-01T00:00:00Z', '2025-01-01T00:00:00Z', '+1,827 days'],
    ['2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z', 'at once'],
    ['2025-01-04T00:00:00Z', '2025-01-01T00:00:00Z', '-3 days'],
    ['2025-01-01', '2025-01-01', 'same day'],
    ['2025-01-01', '2025-01-03', '+2 days'],
    ['2025-01-01T23:00:00Z', '2025-01-02', '+1 day'],
    ['2025-01-02', '2025-01-02T23:00:00Z', 'same day'],
    ['soon', '2025-01-02T23:00:00Z', undefined],
    ['2025-01-01', 'later', undefined],
  ])('from %s to %s says %s', (from, to, words) => {
    const events: CardEvent[] = [from, to].map((at) => ({ at, title: 'x', text: '' }));
    const lines = timelineText(events, { ...plain, width: 100 });
    expect(lines[2]?.trim()).toBe(words);
  });

  it('keeps to any width that its words allow, and loses none of them', () => {
    const WORDS = ['go', 'read', 'plan', 'visit', 'weighed'];
    const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((list) => list.join(' '));
    const at = fc
      .integer({ min: 1_600_000_000, max: 1_800_000_000 })
      .map((second) => `${new Date(second * 1000).toISOString().slice(0, 19)}Z`);
    const mark = fc.constantFrom('done', 'open', 'planned', 'skipped', 'stopped', undefined);
    const event = fc
      .record({ at, title: text, text, mark })
      .map(({ mark: given, ...rest }): CardEvent => (given === undefined ? rest : { ...rest, mark: given }));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 4 }), fc.integer({ min: 34, max: 120 }), (timeline, width) => {
        const lines = timelineText(timeline, { ...plain, width });
        for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(width);
        const wordsIn = (texts: readonly string[]): string[] =>
          texts.flatMap((one) => one.split(/\s+/)).filter((word) => WORDS.includes(word));
        expect(wordsIn(lines)).toEqual(wordsIn(timeline.flatMap((one) => [one.title, one.text])));
      }),
    );
  });
});
