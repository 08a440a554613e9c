import { expect, it } from 'vitest';
import { csvText } from './csv.ts';

it('turns what a spreadsheet would run into text, and leaves amounts alone', () => {
  const rows = [['=HYPERLINK("http://x")', '+1', '@SUM(A1)', '-12.05', '-x', 7, null, 'plain', 'a,b', 'say "hi"']];
  expect(csvText(['h'], rows)).toBe(
    `h\r\n"'=HYPERLINK(""http://x"")",'+1,'@SUM(A1),-12.05,'-x,7,,plain,"a,b","say ""hi"""\r\n`,
  );
});
