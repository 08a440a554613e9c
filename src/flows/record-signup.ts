import { ensureAccount } from '../customers/accounts/verbs/resolve-account.ts';
import { notePerson } from '../customers/people/verbs/note-person.ts';
import { emailDomain, isFreeMail } from '../kernel/email.ts';
import type { ConversionEvent } from '../partners/attribution/model.ts';
import { noteSignup } from '../partners/attribution/verbs/attribute.ts';
import { receiveEvent, takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { emit } from '../platform/outbox.ts';
import type { SignupInput } from './conversion-schema.ts';
import { decideAllAgain } from './decide-again.ts';

/**
 * An account signed up: keep it, then decide about everything of it in the order it happened, so that what waited and
 * what came out for nobody does not depend on the order of arrival. The same sign-up again changes nothing. Returns the event's id. @throws 409 for the same event with other content
 */
export async function recordSignup(
  ctx: Ctx,
  input: SignupInput,
  source = 'api',
): Promise<{ id: string; isNew: boolean }> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    await takeTurns(ctx, 'account', input.account_id);
    const { event, isNew } = await receive(ctx, input, source);
    if (!isNew) return { id: event.id, isNew };
    const accountId = await keepAccount(ctx, input, event.occurred_at);
    await decideAllAgain(ctx, input.account_id);
    await emit(ctx, 'signup.recorded', { conversion_id: event.id, account_id: accountId });
    return { id: event.id, isNew };
  });
}

async function receive(
  ctx: Ctx,
  input: SignupInput,
  source: string,
): Promise<{ event: ConversionEvent; isNew: boolean }> {
  const { event_id, ...body } = input;
  return receiveEvent(ctx, {
    source,
    kind: 'signup',
    event_id: event_id ?? input.account_id,
    account_external_id: input.account_id,
    invoice_external_id: null,
    occurred_at: input.occurred_at ? new Date(input.occurred_at) : ctx.clock.now(),
    body,
  });
}

async function keepAccount(ctx: Ctx, input: SignupInput, at: Date): Promise<string> {
  const domain = emailDomain(input.email ?? '');
  const { id } = await ensureAccount(ctx, {
    external_id: input.account_id,
    name: input.account_name,
    domain: domain && !isFreeMail(domain) ? domain : undefined,
    signed_up_at: at,
    is_trial: input.trial,
    self_reported_source: selfReportedSource(input),
  });
  await noteSignup(ctx, { ...input, account_id: id, occurred_at: at });
  if (input.email) await notePerson(ctx, { account_id: id, email: input.email });
  return id;
}

/** What channel reports count it under; who names a partner without a word more heard of us through a partner. */
function selfReportedSource({ heard_about }: SignupInput): string | undefined {
  const names = heard_about?.partner ?? heard_about?.person_email;
  return heard_about?.source ?? (names === undefined ? undefined : 'partner');
}
