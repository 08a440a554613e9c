import { listMembers } from '../access/members/verbs/members.ts';
import { formatMoney } from '../kernel/money.ts';
import type { OnDemandView, RequestBody } from '../money/payouts/schema.ts';
import { requestPayout } from '../money/payouts/verbs/payout-requests.ts';
import { getPartner } from '../partners/partners/service.ts';
import { type Ctx, inTransaction, requireScope, signedInPartner } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { queueMail } from '../platform/mail.ts';
import { greetingOf, longDate } from './programme-mails.ts';

/** Who prepares payouts and is told that somebody waits for one. */
const TOLD = ['owner', 'finance'];

/**
 * The signed-in partner asks to be paid, and whoever prepares payouts is told of a new request by mail. Asked again
 * while it is open: the same request, and no mail. @throws as `requestPayout`
 */
export async function askForPayout(ctx: Ctx, input: RequestBody): Promise<OnDemandView> {
  requireScope(ctx, 'portal:write');
  return inTransaction(ctx, async (ctx) => {
    const { isNew, view } = await requestPayout(ctx, input);
    if (isNew && view.requested) await tell(ctx, view.requested, view.currency);
    return view;
  });
}

async function tell(outer: Ctx, request: NonNullable<OnDemandView['requested']>, currency: string): Promise<void> {
  const ctx: Ctx = { ...outer, scopes: new Set([...outer.scopes, 'settings:read', 'partners:read']) };
  const { name: partner } = (await getPartner(ctx, signedInPartner(ctx))).partner;
  const words = {
    partner,
    amount: formatMoney(request.amount_minor, currency),
    when: longDate(new Date(request.promised_on)),
    url: `${ctx.publicUrl}/payouts`,
  };
  for (const { email, name, role } of await listMembers(ctx)) {
    if (!TOLD.includes(role)) continue;
    await queueMail(ctx, {
      to: email,
      to_name: name,
      subject: say('mails:payout_request.subject', words),
      text: say('mails:payout_request.text', { ...words, greeting: greetingOf(name) }),
      kind: 'payout_request',
      subject_kind: 'payout_request',
      subject_id: request.id,
    });
  }
}
