import { csvText } from '../../kernel/csv.ts';
import { formatMajor } from '../../kernel/money.ts';
import { monthEnd } from '../../kernel/time.ts';
import { say } from '../../platform/locale.ts';
import type { Statement } from './statement.ts';

const COLUMNS = ['date', 'text', 'amount', 'currency'] as const;

/** Opening, every line and closing of each currency; amounts as exact decimals. */
export function statementCsv(statement: Statement): string {
  const [first, last] = [`${statement.month}-01`, monthEnd(statement.month)];
  const rows = statement.accounts.flatMap(({ currency, opening_minor, lines, closing_minor }) => {
    const row = (on: string, text: string, minor: number) => [on, text, formatMajor(minor, currency), currency];
    return [
      row(first, say('statements:opening'), opening_minor),
      ...lines.map((line) => row(line.on, line.text, line.amount_minor)),
      row(last, say('statements:closing'), closing_minor),
    ];
  });
  return csvText(COLUMNS, rows);
}
