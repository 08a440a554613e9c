/** A cell: text is quoted when needed, numbers stand as they are, nothing is empty. */
export type CsvCell = string | number | null | undefined;

/** One CSV text (RFC 4180, CRLF) that a spreadsheet opens without running anything: cells like "=1+1" become text. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = isAmount(cell) ? cell : neutralise(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isAmount(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** What a spreadsheet would take for a formula gets an apostrophe in front. */
function neutralise(text: string): string {
  return /^[=+\-@\t\r\n|]/.test(text) ? `'${text}` : text;
}
