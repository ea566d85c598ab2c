import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/report/page/model/index.js';

function lines(...rows: (string | number | undefined)[][]): string[] {
  return csvOf(['a', 'b'], rows).split('\r\n').slice(1, -1);
}

describe('the CSV of the explorer', () => {
  it('begins with the mark of UTF-8 and ends each row as RFC 4180 says', () => {
    expect(csvOf(['name'], [['Zoë']])).toBe('\uFEFFname\r\nZoë\r\n');
  });

  it('quotes what would otherwise end a cell or a row', () => {
    expect(lines(['say "hi"', 'a, b'], ['two\nlines', ' blank'])).toStrictEqual([
      '"say ""hi""","a, b"',
      '"two\nlines"," blank"',
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('keeps a spreadsheet from running %j', (formula) => {
    expect(lines([formula, 1])[0]).toMatch(/^"?'/);
  });

  it('leaves numbers as they are, negative ones too', () => {
    expect(lines([-1.25, 0.1 + 0.2], [undefined, 3])).toStrictEqual(['-1.25,0.30000000000000004', ',3']);
  });
});
