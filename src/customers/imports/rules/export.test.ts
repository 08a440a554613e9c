import { describe, expect, it } from 'vitest';
import { csvLine } from './export.ts';

describe('a line for a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+cmd', "'+cmd"],
    ['-2', '-2'],
    ['+3.5', '+3.5'],
    ['plain', 'plain'],
  ])('%s is written %s', (field, written) => {
    expect(csvLine([field])).toBe(`${written}\n`);
  });

  it('quotes what would break the line', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\nlines'])).toBe('"a,b","say ""hi""","two\nlines"\n');
  });
});
