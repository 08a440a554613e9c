import { getMail } from '../access/mails/service.ts';
import { listAdvocates } from '../advocacy/advocates/verbs/read-advocates.ts';
import { acceptInvitation, declineInvitation } from '../flows/accept-invitation.ts';
import { draftAsk, sendAsk } from '../flows/invite-advocate.ts';
import { HOUR_MS } from '../kernel/time.ts';
import type { Stage } from './stage.ts';

const ENDINGS = ['accepted', 'declined', 'sent', 'sent', 'draft'] as const;

/** A few asks of the last days, through the product's own verbs: one said yes, one no, two wait, one is still a draft. */
export async function playAsks({ ctx, clock, now }: Stage): Promise<void> {
  const { items } = await listAdvocates(ctx, { page: 1, per_page: 60, status: 'ready', sort: 'rank' });
  const free = items.filter(
    (item) => item.person !== null && item.blockers.length === 0 && item.ask_kind === 'referral',
  );
  // The best nominations stay free: the first thing to try is to invite one of them.
  for (const [index, ending] of ENDINGS.entries()) {
    const item = free[index + 5];
    if (!item) return;
    clock.set(new Date(now.getTime() - (30 - index * 5) * HOUR_MS));
    const ask = await draftAsk(ctx, { account_id: item.account.id, kind: 'referral' });
    if (ending === 'draft') continue;
    const sent = await sendAsk(ctx, { id: ask.id });
    clock.advance(2 * HOUR_MS);
    if (ending !== 'sent') await answer(ctx, sent.mail_id ?? '', ending);
  }
}

async function answer(ctx: Stage['ctx'], mailId: string, ending: 'accepted' | 'declined'): Promise<void> {
  const { body_text } = await getMail(ctx, mailId);
  const token = /\/i\/([\w-]+)/.exec(body_text)?.[1] ?? '';
  if (ending === 'declined') await declineInvitation(ctx, token);
  else await acceptInvitation(ctx, { token, terms_version: 1, consent_text: 'Simulated: agreed on the page' });
}
