import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '../kernel/errors.ts';

/** One row of a file: the line it starts on (the header's is 1) and its fields as written. */
export type CsvRow = { line: number; fields: string[]; problem?: CsvProblem };
/** Why a row cannot be read, and which field (counted from 0) when it is one. */
export type CsvProblem = { reason: string; field?: number };
export type CsvFormat = { delimiter: string; encoding: string };
export type CsvHead = CsvFormat & { header: string[]; sizeBytes: number };

const BLOCK_BYTES = 256 * 1024;
const LONGEST_ROW = 4 * 1024 * 1024;
const DELIMITERS = [',', ';', '\t', '|'];
/** Stands for bytes that are not the encoding's: a code point that no text may hold. */
const UNREADABLE = '\uFDD0';

/**
 * Reads a file's header, and from it the delimiter.
 * @throws unprocessable naming the file when it is empty, UTF-16, or not text.
 */
export async function readCsvHead(path: string, name: string, encoding = 'utf-8'): Promise<CsvHead> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const block = Buffer.alloc(Math.min(size, BLOCK_BYTES));
    await handle.read(block, 0, block.length, 0);
    refuseUnreadable(block, name);
    const text = decoder(encoding, false, name)
      .decode(block)
      .replace(/^\uFEFF/, '');
    const delimiter = sniffDelimiter(text);
    const header = nameApart(firstRow(text, delimiter)?.map((field) => field.trim()));
    if (!header || header.every((field) => field === '')) {
      throw new AppError('unprocessable', `The file ${name} is empty: it has no header line.`, { file: name });
    }
    return { header, delimiter, encoding, sizeBytes: size };
  } finally {
    await handle.close();
  }
}

/** Columns of one name are told apart by a number, so that none hides another. */
function nameApart(header: string[] | undefined): string[] | undefined {
  return header?.map((name, index) => {
    const before = header.slice(0, index).filter((other) => other === name).length;
    return before > 0 && name !== '' ? `${name}_${before + 1}` : name;
  });
}

function refuseUnreadable(block: Buffer, name: string): void {
  const mark = block.length >= 2 ? block.readUInt16BE(0) : 0;
  if (mark === 0xfffe || mark === 0xfeff) {
    throw new AppError('unprocessable', `The file ${name} is UTF-16.`, { file: name, hint: 'Save it as CSV UTF-8.' });
  }
  if (block.includes(0)) {
    const hint = 'Export it as CSV (UTF-8); spreadsheets and archives are not read here.';
    throw new AppError('unprocessable', `The file ${name} is not a text file.`, { file: name, hint });
  }
}

function sniffDelimiter(text: string): string {
  const end = text.search(/\r?\n/);
  const line = (end < 0 ? text : text.slice(0, end)).replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function firstRow(text: string, delimiter: string): string[] | undefined {
  const whole = /\n/.test(text) ? text : `${text}\n`;
  return parseRows(whole, delimiter, 1).rows[0]?.fields;
}

function decoder(encoding: string, fatal: boolean, name: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: true });
  } catch {
    throw new AppError('unprocessable', `"${encoding}" is not an encoding known here (file ${name}).`, {
      field: 'encoding',
      hint: 'Use utf-8, windows-1252 or iso-8859-2.',
    });
  }
}

/**
 * Streams a file's rows after the header, in batches, in bounded memory. A row that cannot be read (bytes of another
 * encoding, a quote that never closes, a NUL) comes with its problem instead of stopping the file.
 */
export async function* readCsvRows(path: string, name: string, format: CsvFormat): AsyncGenerator<CsvRow[]> {
  let bytes: Buffer = Buffer.alloc(0);
  let text = '';
  let line = 1;
  let first = true;
  const strict = decoder(format.encoding, true, name);
  const take = (block: Buffer, last: boolean): CsvRow[] => {
    const decoded = decodeBlock(block, strict, format.encoding);
    text += first ? decoded.replace(/^\uFEFF/, '') : decoded;
    const parsed = parseRows(text, format.delimiter, line, last);
    text = text.slice(parsed.end);
    line = parsed.line;
    const rows = first ? parsed.rows.slice(1) : parsed.rows;
    if (parsed.rows.length > 0) first = false;
    return rows;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: BLOCK_BYTES })) {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    const cut = bytes.lastIndexOf(10) + 1;
    if (cut === 0 && bytes.length < LONGEST_ROW) continue;
    const block = cut === 0 ? bytes : bytes.subarray(0, cut);
    bytes = Buffer.from(bytes.subarray(block.length));
    const rows = take(block, false);
    if (rows.length > 0) yield rows;
  }
  const rows = take(Buffer.concat([bytes, Buffer.from('\n')]), true);
  if (rows.length > 0) yield rows;
}

function decodeBlock(block: Buffer, strict: TextDecoder, encoding: string): string {
  try {
    return strict.decode(block);
  } catch {
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(block).replaceAll('\uFFFD', UNREADABLE);
  }
}

type Parsed = { rows: CsvRow[]; end: number; line: number };

/** Splits text into complete rows; `end` is where the first incomplete one starts. */
export function parseRows(text: string, delimiter: string, line: number, last = false): Parsed {
  const parsed = text.includes('"') ? parseQuoted(text, delimiter, line, last) : parsePlain(text, delimiter, line);
  if (text.includes(UNREADABLE) || text.includes('\0')) for (const row of parsed.rows) row.problem ??= unreadable(row);
  return parsed;
}

function unreadable(row: CsvRow): CsvProblem | undefined {
  const strange = row.fields.findIndex((field) => field.includes(UNREADABLE));
  if (strange >= 0) return { reason: 'holds bytes that are not in the file’s encoding', field: strange };
  const nul = row.fields.findIndex((field) => field.includes('\0'));
  return nul >= 0 ? { reason: 'holds a NUL character', field: nul } : undefined;
}

function parsePlain(text: string, delimiter: string, line: number): Parsed {
  const rows: CsvRow[] = [];
  let start = 0;
  let at = line;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    if (stop > start) rows.push({ line: at, fields: text.slice(start, stop).split(delimiter) });
    start = end + 1;
    at += 1;
  }
  return { rows, end: start, line: at };
}

function parseQuoted(text: string, delimiter: string, line: number, last: boolean): Parsed {
  const rows: CsvRow[] = [];
  let start = 0;
  let at = line;
  while (start < text.length) {
    const row = readRow(text, start, delimiter);
    if (row === undefined && !last && text.length - start < LONGEST_ROW) break;
    if (row === undefined) {
      const end = text.indexOf('\n', start);
      if (end < 0) break;
      const problem = { reason: 'opens a quote that never closes' };
      rows.push({ line: at, fields: text.slice(start, end).replace(/\r$/, '').split(delimiter), problem });
      start = end + 1;
      at += 1;
      continue;
    }
    if (row.fields.length > 1 || row.fields[0] !== '')
      rows.push({ line: at, fields: row.fields, problem: row.problem });
    start = row.end;
    at += row.lines;
  }
  return { rows, end: start, line: at };
}

type Row = { fields: string[]; end: number; lines: number; problem?: CsvProblem };

/** One row from `start`; undefined when the text ends inside it. */
function readRow(text: string, start: number, delimiter: string): Row | undefined {
  const row: Row = { fields: [], end: start, lines: 1 };
  let at = start;
  for (;;) {
    const field = text.charCodeAt(at) === 34 ? readQuoted(text, at, row) : readBare(text, at, delimiter);
    if (field === undefined) return undefined;
    row.fields.push(field.value);
    at = field.end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    if (text[at] === '\n') return { ...row, end: at + 1 };
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    row.problem = { reason: 'has text after a closing quote', field: row.fields.length - 1 };
    return { ...row, end: end + 1 };
  }
}

type Field = { value: string; end: number };

function readBare(text: string, at: number, delimiter: string): Field | undefined {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return undefined;
  const next = text.indexOf(delimiter, at);
  if (next >= 0 && next < newline) return { value: text.slice(at, next), end: next };
  const end = newline > at && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
  return { value: text.slice(at, end), end };
}

function readQuoted(text: string, at: number, row: Row): Field | undefined {
  let value = '';
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    const piece = text.slice(from, quote);
    if (piece.includes('\n')) row.lines += piece.split('\n').length - 1;
    value += piece;
    if (text.charCodeAt(quote + 1) !== 34) return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}
