import { rational, share } from '../../kernel/money.ts';
import type {
  BankAnswer,
  Batch,
  Candidate,
  Payout,
  PayoutItem,
  PayoutState,
  ProviderReport,
  Rail,
  Skipped,
  SkipReason,
  TaxFacts,
} from './model.ts';

/** Who is paid how much, and who is not and why; partners with nothing waiting are in neither list. */
export function decidePayouts(candidates: readonly Candidate[], rail: Rail): { paid: Candidate[]; skipped: Skipped[] } {
  const paid: Candidate[] = [];
  const skipped: Skipped[] = [];
  for (const candidate of candidates) {
    if (candidate.availableMinor === 0 && candidate.items.length === 0) continue;
    const reason = skipReason(candidate, rail);
    if (reason) skipped.push(toSkipped(candidate, reason));
    else paid.push(candidate);
  }
  return { paid, skipped };
}

/** Why the candidate cannot be paid by the rail now; undefined when it can. */
export function skipReason(candidate: Candidate, rail: Rail): SkipReason | undefined {
  const open = sumItems(candidate.items);
  if (open < 0) return 'negative_balance';
  if (open === 0) return 'in_another_payout';
  if (candidate.partnerState !== 'approved') return 'not_approved';
  if (!candidate.destination) return 'no_destination';
  if (!canPay(rail, candidate.destination.rail)) return 'wrong_rail';
  if (needsForm(open, candidate.tax)) return 'tax_form_missing';
  if (open < candidate.minimumMinor) return 'below_minimum';
  return computeWithholding(open, candidate.tax.rateBps).netMinor < 1 ? 'below_minimum' : undefined;
}

/** By hand one can pay anybody; every other way pays its own kind of account. */
export function canPay(rail: Rail, destinationRail: Rail): boolean {
  return rail === 'manual' || destinationRail === rail;
}

/** Currencies PayPal pays to the minor unit (developer.paypal.com, "Currency codes"; not those it pays in whole units). */
const PAYPAL = 'AUD BRL CAD CNY CZK DKK EUR HKD ILS MYR MXN NZD NOK PHP PLN GBP SGD SEK CHF THB USD JPY'.split(' ');

/** Whether a rail can carry a currency. */
export function paysCurrency(rail: Rail, currency: string): boolean {
  if (rail === 'sepa') return currency === 'EUR';
  return rail !== 'paypal' || PAYPAL.includes(currency);
}

/** Whether this payout would take the year's sum above what may be paid without a tax form. */
export function needsForm(grossMinor: number, tax: TaxFacts): boolean {
  return !tax.hasForm && tax.formThresholdMinor !== null && tax.paidThisYearMinor + grossMinor > tax.formThresholdMinor;
}

/** What is withheld and what leaves; they sum to the gross. One rounding, half away from zero. */
export function computeWithholding(grossMinor: number, rateBps: number): { withheldMinor: number; netMinor: number } {
  const withheldMinor = share(grossMinor, rational(rateBps, 10_000));
  return { withheldMinor, netMinor: grossMinor - withheldMinor };
}

function toSkipped(candidate: Candidate, reason: SkipReason): Skipped {
  return {
    partner_id: candidate.partnerId,
    partner_name: candidate.partnerName,
    reason,
    available_minor: sumItems(candidate.items) || candidate.availableMinor,
    minimum_minor: candidate.minimumMinor,
    partner_state: candidate.partnerState,
    ...(reason === 'tax_form_missing' ? { threshold_minor: candidate.tax.formThresholdMinor ?? 0 } : {}),
  };
}

export function sumItems(items: readonly PayoutItem[]): number {
  return items.reduce((total, item) => total + item.amountMinor, 0);
}

/** Everything an approval stands for, as one text: amounts, destinations, date. Its hash pins the batch. */
export function batchContent(
  batch: Pick<Batch, 'id' | 'currency' | 'rail' | 'expectedOn'>,
  payouts: readonly Pick<Payout, 'partnerId' | 'amountMinor' | 'withheldMinor' | 'destination' | 'items' | 'state'>[],
): string {
  const lines = payouts
    .filter((payout) => payout.state !== 'cancelled')
    .map(({ partnerId, amountMinor, withheldMinor, destination, items }) => [
      partnerId,
      amountMinor,
      withheldMinor,
      destination.rail,
      destination.holderName,
      destination.iban,
      destination.bic,
      destination.details,
      Object.entries(destination.fields).sort(byFirst),
      items.map((item) => [item.commissionId, item.amountMinor]).sort(byFirst),
    ])
    .sort(byFirst);
  return JSON.stringify([batch.id, batch.currency, batch.rail, batch.expectedOn, lines]);
}

function byFirst(a: unknown[], b: unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}

/** The payouts whose commissions are no longer worth what the batch says, or whose balance no longer covers them. */
export function findStale(
  payouts: readonly Payout[],
  now: { open: ReadonlyMap<string, number>; balances: ReadonlyMap<string, number> },
): Payout[] {
  return payouts.filter(
    (payout) =>
      payout.items.some((item) => now.open.get(item.commissionId) !== item.amountMinor) ||
      (now.balances.get(payout.partnerId) ?? 0) < payout.grossMinor,
  );
}

const ANSWERABLE: Record<BankAnswer['outcome'], PayoutState[]> = {
  paid: ['sent'],
  failed: ['sent'],
  returned: ['sent', 'paid'],
};

/** `same`: said before, nothing to do. `refused`: this payout cannot get that answer. */
export function judgeAnswer(state: PayoutState, outcome: BankAnswer['outcome']): 'new' | 'same' | 'refused' {
  if (state === outcome) return 'same';
  return ANSWERABLE[outcome].includes(state) ? 'new' : 'refused';
}

const REPORTABLE: Record<ProviderReport['state'], PayoutState[]> = {
  pending: ['sending', 'unknown'],
  paid: ['sending', 'unknown', 'sent'],
  failed: ['sending', 'unknown', 'sent'],
  returned: ['sending', 'unknown', 'sent', 'paid'],
};

/**
 * What a provider's report means for a payout. `same`: known already. `refused`: it speaks of another amount or account,
 * or contradicts an answer given before.
 */
export function judgeReport(
  payout: Pick<Payout, 'state' | 'amountMinor' | 'currency' | 'destination'>,
  report: ProviderReport,
): 'new' | 'same' | 'refused' {
  const isOurs =
    report.amountMinor === payout.amountMinor &&
    report.currency === payout.currency &&
    report.account === (payout.destination.details ?? '');
  if (!isOurs) return 'refused';
  if (REPORTABLE[report.state].includes(payout.state)) return 'new';
  const known: PayoutState[] = report.state === 'pending' ? ['sent', 'paid', 'returned', 'failed'] : [report.state];
  return known.includes(payout.state) || (report.state === 'paid' && payout.state === 'returned') ? 'same' : 'refused';
}

/** "DE89 •••• 3000": enough to recognise, not enough to use. */
export function maskIban(iban: string): string {
  return `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`;
}
