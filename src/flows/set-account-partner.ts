import { accountById } from '../customers/accounts/verbs/resolve-account.ts';
import { takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { type SetPartner, setPartner } from '../partners/attribution/verbs/set-partner.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { decideAgain } from './decide-again.ts';

export type SetAccountPartner = Omit<SetPartner, 'account_id' | 'effective_at'> & { effective_at?: string | undefined };

/**
 * R2: an administrator says whose account it is from an instant on. Invoices that came out for nobody since then are
 * decided again; commissions that were earned stay. Returns the binding's id. @throws 404, 409
 */
export async function setAccountPartner(ctx: Ctx, accountId: string, input: SetAccountPartner): Promise<string> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const tracking: Ctx = { ...ctx, scopes: new Set([...ctx.scopes, 'track:write']) };
    const account = await accountById(tracking, accountId);
    await takeTurns(ctx, 'account', account.external_id);
    const effective_at = input.effective_at ? new Date(input.effective_at) : ctx.clock.now();
    const id = await setPartner(ctx, { ...input, account_id: account.id, effective_at });
    await decideAgain(tracking, account.external_id);
    return id;
  });
}
