import { COMPANY, type Transfer } from '../../ledger/model.ts';
import type { Payout } from '../model.ts';

type Parts = Pick<Transfer, 'idempotency_key' | 'event' | 'debit' | 'credit' | 'amount_minor'>;

function ofPayout(payout: Payout, parts: Parts, reason?: string): Transfer[] {
  if (parts.amount_minor === 0) return [];
  const transfer = { ...parts, currency: payout.currency, ref_kind: 'payout', ref_id: payout.id };
  return [reason === undefined ? transfer : { ...transfer, reason }];
}

/** domain.md §8, "payout claimed": the net goes on its way, the tax is kept. `approvals` makes each claim its own. */
export function claimTransfers(payout: Payout, approvals: number): Transfer[] {
  const debit = { kind: 'partner.available', owner_id: payout.partnerId } as const;
  return [
    ...ofPayout(payout, {
      idempotency_key: `claim:${payout.id}:${approvals}`,
      event: 'payout_claimed',
      debit,
      credit: { kind: 'payout.in_transit', owner_id: payout.id },
      amount_minor: payout.amountMinor,
    }),
    ...ofPayout(payout, {
      idempotency_key: `withhold:${payout.id}:${approvals}`,
      event: 'withheld',
      debit,
      credit: { kind: 'tax.withheld', owner_id: payout.partnerId },
      amount_minor: payout.withheldMinor,
    }),
  ];
}

/** The net arrived. */
export function confirmTransfers(payout: Payout): Transfer[] {
  return ofPayout(payout, {
    idempotency_key: `confirm:${payout.id}`,
    event: 'payout_confirmed',
    debit: { kind: 'payout.in_transit', owner_id: payout.id },
    credit: { kind: 'cash', owner_id: COMPANY },
    amount_minor: payout.amountMinor,
  });
}

/** What was claimed, and what was withheld of it, is the partner's available money again. `key` makes it its own. */
export function failTransfers(payout: Payout, key: string, reason: string): Transfer[] {
  return giveBack(payout, { event: 'payout_failed', key, reason });
}

/** The bank sent it back after it had arrived. */
export function returnTransfers(payout: Payout, reason: string): Transfer[] {
  return giveBack(payout, { event: 'payout_returned', key: `return:${payout.id}`, reason });
}

function giveBack(
  payout: Payout,
  { event, key, reason }: { event: 'payout_failed' | 'payout_returned'; key: string; reason: string },
): Transfer[] {
  const credit = { kind: 'partner.available', owner_id: payout.partnerId } as const;
  const from =
    event === 'payout_failed'
      ? ({ kind: 'payout.in_transit', owner_id: payout.id } as const)
      : ({ kind: 'cash', owner_id: COMPANY } as const);
  const net = { idempotency_key: key, event, debit: from, credit, amount_minor: payout.amountMinor };
  const tax = {
    idempotency_key: `${key}:tax`,
    event,
    debit: { kind: 'tax.withheld', owner_id: payout.partnerId } as const,
    credit,
    amount_minor: payout.withheldMinor,
  };
  return [...ofPayout(payout, net, reason), ...ofPayout(payout, tax, reason)];
}
