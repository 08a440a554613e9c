import { sql } from 'kysely';
import { normaliseEmail } from '../../../kernel/email.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { SelfReport } from '../model.ts';

type Answer = { source?: string; partner?: string; person_email?: string };

/**
 * Whom the sign-ups of an account, and of those merged into it, named until an instant when asked how they heard about
 * us, oldest first; before the first sign-up whom that one named.
 */
export async function listSelfReports(ctx: Ctx, accountId: string, until: Date): Promise<SelfReport[]> {
  const { rows } = await sql<{ id: string; at: Date; answer: Answer }>`
    with signups as materialized (
      select id, occurred_at as at, body->'heard_about' as answer from conversion_events
      where kind = 'signup' and account_external_id = any(array(
        select external_id from accounts where id = ${accountId} or merged_into_id = ${accountId})))
    select * from signups
    where answer is not null and at <= greatest(${until}::timestamptz, (select min(at) from signups))
    order by at, id`.execute(ctx.db);
  const named = rows.filter(({ answer }) => answer.partner !== undefined || answer.person_email !== undefined);
  return Promise.all(
    named.map(async ({ id, at, answer }) => ({ id, at, words: wordsOf(answer), ...(await findNamed(ctx, answer)) })),
  );
}

function wordsOf({ source, partner, person_email }: Answer): string {
  return [source, partner, person_email].filter((said) => said !== undefined).join(', ');
}

type Named = Pick<SelfReport, 'partner_id' | 'programme_id'>;

/** The partner that a link's or coupon's code, its id or its mailbox stands for, in the programme that fits best. */
async function findNamed(ctx: Ctx, { partner, person_email }: Answer): Promise<Named> {
  const code = partner ?? null;
  const email = person_email === undefined ? null : normaliseEmail(person_email);
  const { rows } = await sql<Named>`
    with named as (
      select 1 as rank, partner_id, programme_id, code from links where lower(code) = lower(${code}::text)
      union all select 2, partner_id, programme_id, code from coupons where code = upper(${code}::text)
      union all select 3, id, null, id from partners where id = ${code}::text
      union all select 4, id, null, id from partners where email_normalised = ${email}::text)
    select n.partner_id, coalesce(n.programme_id, e.programme_id) as programme_id
    from named n left join enrolments e on n.programme_id is null and e.partner_id = n.partner_id
    left join programmes g on g.id = coalesce(n.programme_id, e.programme_id)
    order by n.rank, n.code = ${code}::text desc, g.state = 'live' desc nulls last, e.state = 'active' desc nulls last,
      coalesce((g.attribution->>'self_reported')::boolean, true) desc, e.enrolled_at, e.id
    limit 1`.execute(ctx.db);
  return rows[0] ?? { partner_id: null, programme_id: null };
}
