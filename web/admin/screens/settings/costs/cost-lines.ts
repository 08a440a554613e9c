import { parseMajor } from '../../../../../src/kernel/money.ts';

export type CostLine = { month: string; channel: string; currency: string; amount_minor: number };
export type CostLines = {
  costs: CostLine[];
  faults: { line: number; why: 'month' | 'channel' | 'currency' | 'amount' }[];
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])/;

/**
 * Rows pasted from a sheet or a CSV file: month, channel, amount and, if it is another, the currency; divided by tabs,
 * semicolons or commas. A first row without a month is a heading. "1,200.50" is an amount where the row is not divided by commas.
 */
export function readCostLines(text: string, currency: string): CostLines {
  const rows = text.split(/\r?\n/).map((row) => cellsOf(row.trim()));
  const read: CostLines = { costs: [], faults: [] };
  for (const [at, cells] of rows.entries()) {
    if (cells.join('') === '' || (at === 0 && !MONTH.test(cells[0] ?? ''))) continue;
    const found = readCells(cells, currency);
    if (typeof found === 'string') read.faults.push({ line: at + 1, why: found });
    else read.costs.push(found);
  }
  return read;
}

function cellsOf(row: string): string[] {
  const divider = ['\t', ';'].find((one) => row.includes(one)) ?? ',';
  return row.split(divider).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function readCells(
  [month = '', channel = '', amount = '', own]: string[],
  currency: string,
): CostLine | 'month' | 'channel' | 'currency' | 'amount' {
  if (!MONTH.test(month)) return 'month';
  if (channel === '') return 'channel';
  const code = (own || currency).toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) return 'currency';
  const major = amount.replaceAll(',', '');
  if (!/^\d+(\.\d+)?$/.test(major)) return 'amount';
  return { month: month.slice(0, 7), channel, currency: code, amount_minor: parseMajor(major, code) };
}
