import { accountById, listAccountNames } from '../customers/accounts/verbs/resolve-account.ts';
import { findInvoice } from '../customers/billing/verbs/record-invoice.ts';
import { decideByHand, supersedeSale } from '../money/commissions/verbs/supersede.ts';
import type { ConversionEvent } from '../partners/attribution/model.ts';
import { listToDecide, takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { type SetPartner, setPartner } from '../partners/attribution/verbs/set-partner.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { decideAllAgain } from './decide-again.ts';

/** What happens to unpaid commissions of invoices from the effective instant on. */
export const UNPAID_CHOICES = ['keep', 'reverse', 'move'] as const;

export type SetAccountPartner = Omit<SetPartner, 'account_id' | 'effective_at'> & {
  effective_at?: string | undefined;
  unpaid?: (typeof UNPAID_CHOICES)[number] | undefined;
};

/**
 * R2: an administrator says whose account it is from an instant on. Invoices that came out for nobody since then are
 * decided again, in the order they were paid. Unpaid commissions of invoices since then stay (`keep`, the default), are taken back (`reverse`), or
 * go to the new partner (`move`); what a payout has claimed stays. Returns the binding's id. @throws 404, 409
 */
export async function setAccountPartner(ctx: Ctx, accountId: string, input: SetAccountPartner): Promise<string> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const tracking: Ctx = { ...ctx, scopes: new Set([...ctx.scopes, 'track:write']) };
    const account = await accountById(tracking, accountId);
    await takeTurns(ctx, 'account', account.external_id);
    const effective_at = input.effective_at ? new Date(input.effective_at) : ctx.clock.now();
    const id = await setPartner(ctx, { ...input, account_id: account.id, effective_at });
    const events = await listToDecide(tracking, await listAccountNames(tracking, account.external_id));
    for (const event of events)
      if (event.kind === 'invoice' && event.occurred_at >= effective_at) await settleUnpaid(tracking, event, input);
    await decideAllAgain(tracking, account.external_id);
    return id;
  });
}

async function settleUnpaid(ctx: Ctx, event: ConversionEvent, { unpaid = 'keep', reason }: SetAccountPartner) {
  const invoice = await findInvoice(ctx, event.source, event.invoice_external_id ?? '');
  if (!invoice) return;
  if (unpaid !== 'move') return decideByHand(ctx, { invoiceId: invoice.id, takeBack: unpaid === 'reverse', reason });
  const at = ctx.clock.now();
  await supersedeSale(ctx, { invoiceId: invoice.id, reason: 'moved', at, note: reason });
}
