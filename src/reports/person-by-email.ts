import { normaliseEmail } from '../kernel/email.ts';
import type { Ctx } from '../platform/ctx.ts';

/** Who is this mailbox among the customers? The one heard from last; undefined when nobody is known by it. */
export async function personByEmail(
  ctx: Ctx,
  email: string,
): Promise<{ id: string; account_id: string | null } | undefined> {
  return ctx.db
    .selectFrom('people')
    .select(['id', 'account_id'])
    .where('email_normalised', '=', normaliseEmail(email))
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .executeTakeFirst();
}
