import { normaliseEmail } from '../../../kernel/email.ts';
import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import { upsertPeople } from '../store.ts';

/** Keeps who signed up, by mailbox: the same mailbox of the same account is one person. Returns whether it was news. */
export async function notePerson(ctx: Ctx, input: { account_id: string; email: string }): Promise<boolean> {
  requireScope(ctx, 'track:write');
  const email_normalised = normaliseEmail(input.email);
  const now = ctx.clock.now();
  const person = {
    id: newId(ctx, 'person'),
    account_id: input.account_id,
    source: 'api',
    external_id: `${input.account_id}:${email_normalised}`,
    email: input.email,
    email_normalised,
    created_at: now,
    updated_at: now,
  };
  return (await upsertPeople(ctx.db, [person])).inserted > 0;
}
