import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { invalidField } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { sha256 } from '../../../platform/token.ts';
import type { AnswerFormat, AnswerLine, Payout } from '../model.ts';
import { readAnswerCsv, readCamt, readPain002, type XmlNode } from '../rules/bank-answers.ts';
import { judgeAnswer } from '../rules.ts';
import type { AnswerFileBody, AnswerFileView } from '../schema.ts';
import { findAnswerFile, listAnswerable, listAnswerFiles, upsertAnswerFile } from '../store/answer-files.ts';

export type BankFile = { format: AnswerFormat; lines: AnswerLine[] };

/** A payout with what a line says of it. */
type Match = { line: AnswerLine; payout: Payout };
type Unmatched = AnswerFileView['unmatched'][number];

/** The answers of a file, sorted: what is new, what was known, and what belongs to no payout or contradicts one. */
export type MatchedFile = BankFile & { hash: string; fresh: Match[]; known: number; unmatched: Unmatched[] };

/**
 * Reads a bank's answer and finds the payouts it speaks of, by our end-to-end id.
 * @throws 422 when it is none of pain.002, camt.053, camt.054 or a CSV with the columns reference and status
 */
export async function matchBankFile(ctx: Ctx, body: AnswerFileBody): Promise<MatchedFile> {
  requireScope(ctx, 'payouts:write');
  const file = parseBankFile(body.content);
  const payouts = await listAnswerable(ctx, file.lines);
  const matched: MatchedFile = { ...file, hash: sha256(body.content), fresh: [], known: 0, unmatched: [] };
  const seen = new Map<string, AnswerLine['outcome']>();
  for (const line of file.lines) for (const found of spread(line, payouts)) sortOut(matched, seen, found);
  return matched;
}

type Found = { line: AnswerLine; payout: Payout | undefined };

/** A verdict on a whole message is one on each of its payouts that is still open. */
function spread(line: AnswerLine, payouts: readonly Payout[]): Found[] {
  if (!line.messageId) return [{ line, payout: payouts.find(({ endToEndId }) => endToEndId === line.reference) }];
  const batchId = line.messageId.split('-')[0];
  const own = payouts.filter((payout) => payout.batchId.replaceAll('_', '').toUpperCase() === batchId);
  const open = own.filter(({ state }) => state === 'sent');
  if (own.length === 0) return [{ line, payout: undefined }];
  return open.map((payout) => ({ line, payout }));
}

function sortOut(file: MatchedFile, seen: Map<string, AnswerLine['outcome']>, { line, payout }: Found): void {
  const reference = line.reference || line.messageId;
  const refuse = (reason: Unmatched['reason_code']) =>
    file.unmatched.push({
      reference,
      outcome: line.outcome,
      reason_code: reason,
      amount_minor: line.amountMinor ?? null,
    });
  if (!payout) return void refuse('unknown_reference');
  const isOther = line.amountMinor !== undefined && line.amountMinor !== payout.amountMinor;
  if (isOther || (line.currency !== undefined && line.currency !== payout.currency)) return void refuse('other_amount');
  const verdict = judgeAnswer(seen.get(payout.id) ?? payout.state, line.outcome);
  if (verdict === 'refused') return void refuse('contradiction');
  if (verdict === 'same') file.known += 1;
  else {
    file.fresh.push({ line, payout });
    seen.set(payout.id, line.outcome);
  }
}

function parseBankFile(content: string): BankFile {
  const text = content.replace(/^\uFEFF/, '').trimStart();
  return text.startsWith('<') ? parseXml(text) : { format: 'csv', lines: readAnswerCsv(parseTable(text)) };
}

function parseXml(text: string): BankFile {
  if (/<!DOCTYPE|<!ENTITY/i.test(text))
    throw notAnAnswer('A bank sends no document type definition; this was not read.');
  const root = readXml(text).Document;
  if (root && typeof root === 'object' && !Array.isArray(root)) {
    if ('CstmrPmtStsRpt' in root) return { format: 'pain.002', lines: readPain002(root) };
    if ('BkToCstmrStmt' in root) return { format: 'camt.053', lines: readCamt(root) };
    if ('BkToCstmrDbtCdtNtfctn' in root) return { format: 'camt.054', lines: readCamt(root) };
  }
  throw notAnAnswer('This XML is neither a pain.002 nor a camt.053 or camt.054.');
}

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  alwaysCreateTextNode: false,
});

function readXml(text: string): { Document?: XmlNode | XmlNode[] } {
  try {
    return PARSER.parse(text, true) as { Document?: XmlNode };
  } catch {
    throw notAnAnswer('This is not well-formed XML.');
  }
}

function parseTable(text: string): Record<string, string>[] {
  const delimiter = (text.split(/\r?\n/, 1)[0] ?? '').includes(';') ? ';' : ',';
  const rows = readTable(text, delimiter);
  const [first] = rows;
  if (first && 'reference' in first && 'status' in first) return rows;
  throw notAnAnswer('A CSV needs the columns "reference" and "status" and at least one row.');
}

function readTable(text: string, delimiter: string): Record<string, string>[] {
  const columns = (header: string[]) => header.map((name) => name.trim().toLowerCase());
  try {
    return parseCsv(text, { columns, delimiter, skip_empty_lines: true, relax_column_count: true });
  } catch {
    throw notAnAnswer('This CSV cannot be read.');
  }
}

function notAnAnswer(message: string) {
  return invalidField(
    'content',
    message,
    'Upload what the bank gives as pain.002, camt.053 or camt.054, or a CSV with reference, status and reason.',
  );
}

/** What came of a file, together with what came of it when it was read before. Part of the flow that applied it. */
export async function keepBankFile(
  ctx: Ctx,
  input: { name: string; file: MatchedFile; before: AnswerFileView | undefined },
): Promise<AnswerFileView> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const { file, before } = input;
    const count = (outcome: AnswerLine['outcome']) =>
      (before?.[outcome] ?? 0) + file.fresh.filter(({ line }) => line.outcome === outcome).length;
    const result = {
      paid: count('paid'),
      failed: count('failed'),
      returned: count('returned'),
      known: before?.known ?? file.known,
      unmatched: file.unmatched,
    };
    const kept = await upsertAnswerFile(ctx, { name: input.name, hash: file.hash, format: file.format, result });
    const detail = { name: input.name, format: file.format, ...result, unmatched: result.unmatched.length };
    await writeAudit(ctx, { action: 'payout_answers.read', subjectKind: 'answer_file', subjectId: kept.id, detail });
    return kept;
  });
}

/** What came of the same bytes before; undefined the first time. Two readings of the same bytes take turns. */
export async function findReadBefore(ctx: Ctx, content: string): Promise<AnswerFileView | undefined> {
  requireScope(ctx, 'payouts:write');
  return findAnswerFile(ctx, sha256(content));
}

/** The files read so far, newest first. */
export async function readAnswerFiles(ctx: Ctx): Promise<{ items: AnswerFileView[] }> {
  requireScope(ctx, 'money:read');
  return { items: await listAnswerFiles(ctx) };
}
