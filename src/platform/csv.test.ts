import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRow, parseRows, readCsvHead, readCsvRows } from './csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'goodword-csv-'));

async function readAll(content: string | Buffer): Promise<{ header: string[]; rows: CsvRow[] }> {
  const path = join(folder, 'file.csv');
  writeFileSync(path, content);
  const head = await readCsvHead(path, 'file.csv');
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(path, 'file.csv', head)) rows.push(...batch);
  return { header: head.header, rows };
}

const cells = (rows: CsvRow[]) => rows.map((row) => row.fields);

describe('reading CSV', () => {
  it('reads back whatever a CSV writer wrote', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'é', '漢') });
    const rows = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const filled = table.filter((row) => row.some((cell) => cell !== ''));
        const { rows: read } = await readAll(stringify([['one', 'two'], ...filled]));
        expect(cells(read)).toEqual(filled);
      }),
      { numRuns: 200 },
    );
  });

  it('understands a mark at the start, Windows line ends and a missing last line end', async () => {
    const { header, rows } = await readAll('\uFEFFid,name\r\n1,Ann\r\n2,Bob');
    expect(header).toEqual(['id', 'name']);
    expect(rows).toEqual([
      { line: 2, fields: ['1', 'Ann'] },
      { line: 3, fields: ['2', 'Bob'] },
    ]);
  });

  it.each([';', '\t', '|'])('finds the delimiter %j', async (delimiter) => {
    const { header, rows } = await readAll(`id${delimiter}name\n1${delimiter}a,b\n`);
    expect(header).toEqual(['id', 'name']);
    expect(cells(rows)).toEqual([['1', 'a,b']]);
  });

  it('counts lines through quoted line ends', async () => {
    const { rows } = await readAll('id,note\n1,"two\nlines"\n2,"x"\n');
    expect(rows.map((row) => row.line)).toEqual([2, 4]);
  });

  it('names the row and the field whose bytes are not UTF-8, and reads the others', async () => {
    const { rows } = await readAll(Buffer.from('id,name\n1,Ann\n2,Jos\xe9\n3,Bob\n', 'latin1'));
    expect(rows.map((row) => row.problem)).toEqual([
      undefined,
      { reason: 'holds bytes that are not in the file’s encoding', field: 1 },
      undefined,
    ]);
  });

  it('gives up a row whose quote never closes, not the file', async () => {
    const { rows } = await readAll('id,name\n1,"open\n2,Bob\n');
    expect(rows[0]?.problem?.reason).toBe('opens a quote that never closes');
    expect(rows[1]?.fields).toEqual(['2', 'Bob']);
  });

  it('says that a file is UTF-16, not text, or empty', async () => {
    await expect(readAll(Buffer.from('\uFEFFid,name\n', 'utf16le'))).rejects.toThrow('UTF-16');
    await expect(readAll(Buffer.from('PK\u0003\u0004\0\0'))).rejects.toThrow('not a text file');
    await expect(readAll('')).rejects.toThrow('empty');
  });

  it('reads the same rows whatever the pieces a file arrives in', () => {
    const text = 'a,b\n1,"x\ny"\n2,z\n';
    const whole = parseRows(text, ',', 1).rows;
    for (let cut = 1; cut < text.length; cut += 1) {
      const first = parseRows(text.slice(0, cut), ',', 1);
      const rest = parseRows(text.slice(0, cut).slice(first.end) + text.slice(cut), ',', first.line);
      expect([...first.rows, ...rest.rows]).toEqual(whole);
    }
  });
});
