import { describe, expect, it } from 'vitest';
import { escaped } from '../../../src/report/charts/index.js';
import {
  brief,
  counted,
  grouped,
  percent,
  percentWithin,
  roundPercent,
  signed,
} from '../../../src/report/charts/numbers.js';
import { capital, cut, plain, widthOf, wrap } from '../../../src/report/charts/words.js';

describe('plain', () => {
  it('writes a label as people read it, on one line', () => {
    expect(plain('first_step')).toBe('first step');
    expect(plain(' one\r\n\ttwo\u2028three ')).toBe('one two three');
    expect(capital('first_step')).toBe('First step');
  });

  it('leaves out what an SVG file cannot hold, and what turns the direction of a text', () => {
    expect(plain('a\u0000b\ud800c\u202ed\uffffe')).toBe('a b c d e');
    expect(plain('👩‍⚕️ مرحبا')).toBe('👩‍⚕️ مرحبا');
  });

  it('shows that a label is empty', () => {
    expect(plain('')).toBe('(none)');
    expect(plain('\n')).toBe('(none)');
  });
});

describe('wrap', () => {
  const room = { width: 60, fontSize: 10, lines: 2 };

  it('breaks at spaces, and within words that are too long', () => {
    expect(wrap('one two three', room)).toBe('one two\nthree');
    expect(wrap('incomprehensible', room)).toBe('incomprehe\nnsible');
  });

  it('cuts what does not fit into the lines', () => {
    expect(wrap('one two three four five', room)).toBe('one two\nthree fou…');
    expect(cut('one two three', 60, 10)).toBe('one two t…');
  });

  it.each(['', 'a', 'one two three four five six', '健康リスクを見直している人々', 'x'.repeat(300), '👩‍⚕️🧑‍🤝‍🧑👩‍⚕️'])(
    'keeps %j within its room',
    (text) => {
      const lines = wrap(text, room).split('\n');
      expect(lines.length).toBeLessThanOrEqual(room.lines);
      for (const line of lines) expect(widthOf(line, room.fontSize)).toBeLessThanOrEqual(room.width);
      if (!lines.at(-1)!.endsWith('…')) expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    },
  );

  it('gets on where not even a character fits', () => {
    expect(wrap('ab', { width: 1, fontSize: 10, lines: 5 })).toBe('a\nb');
  });
});

describe('escaped', () => {
  it('leaves no mark-up', () => {
    expect(escaped(`<a b="c" d='e'>&`)).toBe('&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;');
  });
});

describe('numbers', () => {
  it('are written for people', () => {
    expect([percent(0.45678), percent(null), roundPercent(0.456), percentWithin(0.5, [0.4, 0.6])]).toEqual([
      '45.7 %',
      '–',
      '46 %',
      '50.0 % (40.0 to 60.0 %)',
    ]);
    expect([grouped(1234567), counted(1, 'record'), counted(2000, 'record')]).toEqual([
      '1,234,567',
      '1 record',
      '2,000 records',
    ]);
    expect([brief(0.268), brief(12.34), brief(-1234.5), brief(0), brief(null)]).toEqual([
      '0.27',
      '12.3',
      '-1,235',
      '0',
      '–',
    ]);
    expect([signed(0.5), signed(-0.5), signed(-0.001), signed(null)]).toEqual(['0.50', '−0.50', '0.00', '–']);
  });
});
