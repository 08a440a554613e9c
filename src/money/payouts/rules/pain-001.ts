import { formatMajor } from '../../../kernel/money.ts';
import type { Batch, Debtor, Payout } from '../model.ts';
import { sepaText } from './sepa-text.ts';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

type Node = string | readonly (readonly [tag: string, content: Node])[];

export type TransferFile = {
  batch: Pick<Batch, 'id' | 'expectedOn' | 'currency'>;
  debtor: Debtor;
  payouts: readonly Payout[];
  /** What the beneficiary reads on the statement. */
  remittance: string;
  madeAt: Date;
  /** How many payouts left the batch since it was approved: another file has another name. */
  version?: number;
};

/**
 * A SEPA credit transfer file, pain.001.001.09 (ISO 20022; EPC132-08 implementation guidelines). Sums are made from
 * integer cents. The same batch gives the same bytes, so a bank recognises a file it already has by its MsgId.
 */
export function writePain001(file: TransferFile): string {
  const total = file.payouts.reduce((sum, payout) => sum + payout.amountMinor, 0);
  const sums: Node = [
    ['NbOfTxs', String(file.payouts.length)],
    ['CtrlSum', formatMajor(total, file.batch.currency)],
  ];
  const body: Node = [
    ['GrpHdr', groupHeader(file, sums)],
    ['PmtInf', paymentInformation(file, sums)],
  ];
  const xml = render([['CstmrCdtTrfInitn', body]], '  ');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${NAMESPACE}">\n${xml}</Document>\n`;
}

function messageId(file: TransferFile): string {
  const id = file.batch.id.replaceAll('_', '').toUpperCase();
  return file.version ? `${id}-V${file.version}` : id;
}

function groupHeader(file: TransferFile, sums: Node): Node {
  return [
    ['MsgId', messageId(file)],
    ['CreDtTm', file.madeAt.toISOString().slice(0, 19)],
    ...(sums as readonly (readonly [string, Node])[]),
    ['InitgPty', [['Nm', sepaText(file.debtor.holderName, 70)]]],
  ];
}

function paymentInformation(file: TransferFile, sums: Node): Node {
  return [
    ['PmtInfId', `${messageId(file)}-1`],
    ['PmtMtd', 'TRF'],
    ['BtchBookg', 'true'],
    ...(sums as readonly (readonly [string, Node])[]),
    ['PmtTpInf', [['SvcLvl', [['Cd', 'SEPA']]]]],
    ['ReqdExctnDt', [['Dt', file.batch.expectedOn]]],
    ['Dbtr', [['Nm', sepaText(file.debtor.holderName, 70)]]],
    ['DbtrAcct', [['Id', [['IBAN', file.debtor.iban]]]]],
    ['DbtrAgt', [['FinInstnId', agent(file.debtor.bic)]]],
    ['ChrgBr', 'SLEV'],
    ...file.payouts.map((payout) => ['CdtTrfTxInf', transaction(payout, file.remittance)] as const),
  ];
}

function agent(bic: string | null): Node {
  return bic ? [['BICFI', bic]] : [['Othr', [['Id', 'NOTPROVIDED']]]];
}

function transaction(payout: Payout, remittance: string): Node {
  const { iban, bic, holderName } = payout.destination;
  return [
    ['PmtId', [['EndToEndId', payout.endToEndId]]],
    ['Amt', [[`InstdAmt Ccy="${payout.currency}"`, formatMajor(payout.amountMinor, payout.currency)]]],
    ...(bic ? ([['CdtrAgt', [['FinInstnId', agent(bic)]]]] as const) : []),
    ['Cdtr', [['Nm', sepaText(holderName, 70)]]],
    ['CdtrAcct', [['Id', [['IBAN', iban ?? '']]]]],
    ['RmtInf', [['Ustrd', sepaText(remittance, 140)]]],
  ];
}

function render(node: Node, indent: string): string {
  if (typeof node === 'string') return escapeXml(node);
  return node
    .map(([tag, content]) => {
      const end = `</${tag.split(' ')[0]}>\n`;
      if (typeof content === 'string') return `${indent}<${tag}>${escapeXml(content)}${end}`;
      return `${indent}<${tag}>\n${render(content, `${indent}  `)}${indent}${end}`;
    })
    .join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
