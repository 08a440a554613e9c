import { listMembers } from '../access/members/verbs/members.ts';
import { type Errand, type Outcome, type SwitchedOff, TIMEOUT_MS } from '../access/webhooks/model.ts';
import { claimErrands, fanOut, settleAttempt } from '../access/webhooks/verbs/deliver.ts';
import { type Ctx, inTransaction } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { queueMail } from '../platform/mail.ts';
import { postOutside } from '../platform/post-outside.ts';
import { signatureHeaders } from '../platform/signature.ts';

const UNREADABLE = "its secret cannot be read: this Goodword's own secret was changed; give the webhook a new one";

/**
 * One round: hands new events on, then sends what is due, every request outside any transaction. True when there is
 * more to do at once. Each message goes out at least once; after a failure it waits longer and longer.
 */
export async function deliverWebhooks(ctx: Ctx, reach: { toPrivate: boolean; timeoutMs?: number }): Promise<boolean> {
  const more = await fanOut(ctx);
  const errands = await claimErrands(ctx);
  await Promise.all(errands.map((errand) => run(ctx, errand, reach)));
  return more || errands.length > 0;
}

async function run(ctx: Ctx, errand: Errand, reach: { toPrivate: boolean; timeoutMs?: number }): Promise<void> {
  const outcome = await send(ctx, errand, reach);
  await inTransaction(ctx, async (inner) => {
    const off = await settleAttempt(inner, errand.delivery.id, outcome);
    if (off) await tellOwners(inner, off);
  });
}

async function send(
  ctx: Ctx,
  { delivery, url, secrets, body }: Errand,
  { toPrivate, timeoutMs = TIMEOUT_MS }: { toPrivate: boolean; timeoutMs?: number },
): Promise<Outcome> {
  if (secrets.length === 0) return { status: null, error: UNREADABLE, answer: '', ms: 0 };
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Goodword-Webhooks/1',
    ...signatureHeaders(secrets, { id: delivery.outbox_id, at: ctx.clock.now(), body }),
  };
  return postOutside(url, body, { headers, timeoutMs, toPrivate });
}

/** A receiver that we switched off is news for the owners: nothing reaches it until they act. */
async function tellOwners(ctx: Ctx, { webhook, why }: SwitchedOff): Promise<void> {
  const owners = (await listMembers(ctx)).filter(({ role }) => role === 'owner');
  const { url, id } = webhook;
  const since = webhook.failing_since?.toISOString().slice(0, 10) ?? '';
  const screen = `${ctx.publicUrl}/settings/webhooks/${id}`;
  const text = webhook.state === 'gone' ? 'webhooks:disabled_gone_text' : 'webhooks:disabled_failing_text';
  for (const owner of owners) {
    await queueMail(ctx, {
      to: owner.email,
      to_name: owner.name,
      subject: say('webhooks:disabled_subject', { host: new URL(url).host }),
      text: say(text, { name: owner.name, url, since, why, screen }),
      kind: 'webhook-off',
      subject_kind: 'webhook',
      subject_id: id,
    });
  }
}
