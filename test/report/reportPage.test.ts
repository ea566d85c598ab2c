import { describe, expect, it } from 'vitest';
import type { ReportData } from '../../src/report/index.js';
import { reportPage } from '../../src/report/reportPage.js';

const data = {
  title: '<b>"A" & \'B\'</b>',
  version: '1.0.0',
  analysis: { text: '</script><!-- \u2028 \u2029' },
  rows: 'H4sI',
  details: [{ from: 0, count: 2, gzip: 'AAAA' }],
} as unknown as ReportData;

/** What stands in an element that holds data. */
function held(html: string, id: string): string {
  return new RegExp(`<script type="application/json" id="${id}">([^<]*)</script>`).exec(html)![1]!;
}

describe('the page of a report', () => {
  const html = reportPage(data);

  it('holds what is shown at once, with nothing in it that could end the element', () => {
    const text = held(html, 'report-data');
    expect(text).not.toMatch(/[\u2028\u2029]/);
    expect(JSON.parse(text)).toStrictEqual({
      title: data.title,
      version: data.version,
      analysis: data.analysis,
      packs: [{ from: 0, count: 2 }],
    });
  });

  it('holds rows and details apart, as they were packed', () => {
    expect(held(html, 'report-rows')).toBe('H4sI');
    expect(held(html, 'report-pack-0')).toBe('AAAA');
  });

  it('escapes its title', () => {
    expect(html).toContain('<title>&#60;b&#62;&#34;A&#34; &#38; &#39;B&#39;&#60;/b&#62;</title>');
  });

  it('forbids requests and names no other source', () => {
    expect(html).toContain("default-src 'none'; script-src 'sha256-");
    expect(html).not.toMatch(/<(?:link|img|iframe|script) [^>]*(?:src|href)=/);
    expect(html).toContain('<noscript>');
  });

  it('is the same for the same data', () => {
    expect(reportPage(data)).toBe(html);
  });
});
