import { describe, expect, it } from 'vitest';
import { readCostLines } from './cost-lines.ts';

const search = { month: '2026-01', channel: 'search', currency: 'EUR', amount_minor: 120_050 };

describe('costs pasted from a sheet', () => {
  it.each([
    ['commas', 'month,channel,amount\n2026-01,search,1200.50'],
    ['tabs and thousands', '2026-01-01\tsearch\t1,200.50\teur\n\n'],
    ['semicolons and quotes', 'Monat;Kanal;Betrag\r\n"2026-01";"search";"1200.50"'],
  ])('are read whether divided by %s', (_, text) => {
    expect(readCostLines(text, 'EUR')).toEqual({ costs: [search], faults: [] });
  });

  it('name the line that cannot be read, and why', () => {
    const text = '2026-01,search,1200.50\nJanuary,search,1\n2026-02,,1\n2026-02,search,-5\n2026-02,search,5,euro';
    expect(readCostLines(text, 'EUR')).toEqual({
      costs: [search],
      faults: [
        { line: 2, why: 'month' },
        { line: 3, why: 'channel' },
        { line: 4, why: 'amount' },
        { line: 5, why: 'currency' },
      ],
    });
  });

  it('keep no digit after the point of a currency that has none', () => {
    expect(readCostLines('2026-01,search,1200', 'JPY').costs[0]?.amount_minor).toBe(1200);
  });
});
