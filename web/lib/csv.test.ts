import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

test('an exported name that looks like a formula stays text', () => {
  expect(csvText(['name'], [['=HYPERLINK("x")'], ['@cmd'], ['+1'], ['Ann']])).toBe(
    'name\r\n"\'=HYPERLINK(""x"")"\r\n\'@cmd\r\n\'+1\r\nAnn\r\n',
  );
});

test('a negative number stays a number in an export', () => {
  expect(csvText(['a'], [[-5]])).toBe('a\r\n-5\r\n');
});

test('commas, quotes and line ends survive an export', () => {
  expect(csvText(['a'], [['x, "y"\nz']])).toBe('a\r\n"x, ""y""\nz"\r\n');
});
