import { csvText } from '../../../kernel/csv.ts';
import { formatMajor } from '../../../kernel/money.ts';
import type { Payout, Rail } from '../model.ts';

export type BatchList = { rail: Rail; payouts: readonly Payout[]; remittance: string };

/** The batch in the columns that the rail's upload reads; for SEPA and paying by hand a list in our own words. */
export function writeBatchCsv(list: BatchList): string {
  if (list.rail === 'paypal') return paypalCsv(list);
  return list.rail === 'wise' ? wiseCsv(list) : plainCsv(list);
}

/**
 * PayPal's payment file (developer.paypal.com, "Send payouts from Payouts Web"): recipient, amount, currency,
 * customer id of at most 30 characters, note, wallet; no header is needed.
 */
function paypalCsv({ payouts, remittance }: BatchList): string {
  const rows = payouts.map((payout) => [
    payout.destination.details,
    formatMajor(payout.amountMinor, payout.currency),
    payout.currency,
    payout.endToEndId,
    remittance,
    'PAYPAL',
  ]);
  const [first = [], ...rest] = rows;
  return csvText(first.map(String), rest);
}

const WISE_COLUMNS = [
  'name',
  'recipientEmail',
  'paymentReference',
  'receiverType',
  'amountCurrency',
  'amount',
  'sourceCurrency',
  'targetCurrency',
  'IBAN',
  'sortCode',
  'abartn',
  'accountNumber',
  'accountType',
  'addressCountryCode',
  'addressCity',
  'addressFirstLine',
  'addressPostCode',
] as const;

/** Wise allows ten characters of reference in some currencies; the end of ours tells payouts of a batch apart. */
const WISE_REFERENCE = 10;

/** Wise's batch template "send to bank accounts" (wise.com help 2663302): the company's currency is the fixed side. */
function wiseCsv({ payouts }: BatchList): string {
  return csvText(
    WISE_COLUMNS,
    payouts.map((payout) => {
      const own: Record<string, string> = {
        ...payout.destination.fields,
        name: payout.destination.holderName,
        paymentReference: payout.endToEndId.slice(-WISE_REFERENCE),
        amountCurrency: 'source',
        amount: formatMajor(payout.amountMinor, payout.currency),
        sourceCurrency: payout.currency,
      };
      return WISE_COLUMNS.map((column) => own[column] ?? '');
    }),
  );
}

const COLUMNS = ['payout', 'partner', 'holder', 'account', 'bic', 'amount', 'currency', 'reference', 'text'] as const;

function plainCsv({ payouts, remittance }: BatchList): string {
  return csvText(
    COLUMNS,
    payouts.map(({ destination, ...payout }) => [
      payout.id,
      payout.partnerName,
      destination.holderName,
      destination.iban ?? destination.details,
      destination.bic,
      formatMajor(payout.amountMinor, payout.currency),
      payout.currency,
      payout.endToEndId,
      remittance,
    ]),
  );
}
