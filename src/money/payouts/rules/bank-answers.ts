import { isCurrency, parseMajor } from '../../../kernel/money.ts';
import type { AnswerLine } from '../model.ts';

/** What an XML parser makes of a document: an element is its text, or its children by name; several are a list. */
export type XmlNode = string | { [name: string]: XmlNode | XmlNode[] };

/** Payments that are settled or rejected for good; the others are still on their way (ISO 20022, external status codes). */
const STATUSES: Record<string, 'paid' | 'failed'> = { ACSC: 'paid', ACCC: 'paid', RJCT: 'failed', CANC: 'failed' };

/** A payment status report, pain.002. A verdict on the whole message is one line with its id. */
export function readPain002(root: XmlNode): AnswerLine[] {
  const report = child(root, 'CstmrPmtStsRpt');
  const group = child(report, 'OrgnlGrpInfAndSts');
  const single = all(report, 'OrgnlPmtInfAndSts').flatMap((info) => all(info, 'TxInfAndSts'));
  const lines = single.flatMap((status) => toStatusLine(status, { reference: text(status, 'OrgnlEndToEndId') }));
  if (lines.length > 0) return lines;
  return toStatusLine(group, { messageId: text(group, 'OrgnlMsgId') }, 'GrpSts');
}

function toStatusLine(
  node: XmlNode | undefined,
  who: Partial<AnswerLine>,
  tag: 'TxSts' | 'GrpSts' = 'TxSts',
): AnswerLine[] {
  const outcome = STATUSES[text(node, tag)];
  if (!outcome) return [];
  return [{ ...NOBODY, ...who, outcome, reason: outcome === 'paid' ? undefined : reasonOf(child(node, 'StsRsnInf')) }];
}

const NOBODY: AnswerLine = {
  reference: '',
  messageId: '',
  outcome: 'paid',
  reason: undefined,
  amountMinor: undefined,
  currency: undefined,
};

function reasonOf(info: XmlNode | undefined): string | undefined {
  const code = text(child(info, 'Rsn'), 'Cd') || text(child(info, 'Rsn'), 'Prtry');
  return [code, text(info, 'AddtlInf')].filter(Boolean).join(' ').slice(0, 300) || undefined;
}

/** A statement (camt.053) or a notification (camt.054): booked debits are paid, credits with a return are returned. */
export function readCamt(root: XmlNode): AnswerLine[] {
  const statements = [
    ...all(child(root, 'BkToCstmrStmt'), 'Stmt'),
    ...all(child(root, 'BkToCstmrDbtCdtNtfctn'), 'Ntfctn'),
  ];
  const entries = statements.flatMap((statement) => all(statement, 'Ntry'));
  return entries.filter(isBooked).flatMap((entry) => {
    const details = all(entry, 'NtryDtls').flatMap((detail) => all(detail, 'TxDtls'));
    return details.flatMap((transaction) => toEntryLine(entry, transaction, details.length === 1));
  });
}

function isBooked(entry: XmlNode): boolean {
  const status = text(child(entry, 'Sts'), 'Cd') || text(entry, 'Sts');
  return status === '' || status === 'BOOK';
}

function toEntryLine(entry: XmlNode, transaction: XmlNode, isAlone: boolean): AnswerLine[] {
  const indicator = text(transaction, 'CdtDbtInd') || text(entry, 'CdtDbtInd');
  const returned = child(transaction, 'RtrInf');
  const reference = text(child(transaction, 'Refs'), 'EndToEndId');
  if (indicator === 'CRDT' && !returned) return [];
  const amount = child(transaction, 'Amt') ?? child(child(child(transaction, 'AmtDtls'), 'TxAmt'), 'Amt');
  const money = readAmount(amount ?? (isAlone ? child(entry, 'Amt') : undefined));
  const outcome = indicator === 'CRDT' ? 'returned' : 'paid';
  return [{ ...NOBODY, ...money, reference, outcome, reason: outcome === 'returned' ? reasonOf(returned) : undefined }];
}

function readAmount(node: XmlNode | undefined): Pick<AnswerLine, 'amountMinor' | 'currency'> {
  const [amount, currency] = [text(node, '#text'), text(node, '@Ccy')];
  if (!/^\d{1,15}(\.\d{1,5})?$/.test(amount) || !isCurrency(currency))
    return { amountMinor: undefined, currency: undefined };
  return { amountMinor: parseMajor(amount, currency), currency };
}

const OUTCOMES: Record<string, AnswerLine['outcome']> = {
  paid: 'paid',
  completed: 'paid',
  success: 'paid',
  failed: 'failed',
  rejected: 'failed',
  returned: 'returned',
};

/**
 * A CSV list with the columns `reference` and `status` (paid, failed or returned), and `reason` if you like. What has
 * another status is left out.
 */
export function readAnswerCsv(rows: readonly Record<string, string>[]): AnswerLine[] {
  return rows.flatMap((row) => {
    const outcome = OUTCOMES[(row.status ?? '').trim().toLowerCase()];
    if (!outcome) return [];
    const reason = outcome === 'paid' ? undefined : row.reason?.trim().slice(0, 300) || undefined;
    return [{ ...NOBODY, reference: (row.reference ?? '').trim(), outcome, reason }];
  });
}

function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return all(node, name)[0];
}

function all(node: XmlNode | undefined, name: string): XmlNode[] {
  if (node === undefined || typeof node === 'string') return [];
  const found = node[name];
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
}

/** The text of a child; of an element with attributes its own text. */
function text(node: XmlNode | undefined, name: string): string {
  const found = child(node, name);
  if (found === undefined) return '';
  return (typeof found === 'string' ? found : text(found, '#text')).trim();
}
