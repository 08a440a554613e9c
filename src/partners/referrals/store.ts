import { type RawBuilder, sql } from 'kysely';
import type { Ctx, PartnerId } from '../../platform/ctx.ts';
import { DEFAULT_SETTINGS, type Referral, type ReferralSettings, type ReferralStep, type Stage } from './model.ts';
import type { ReferralQuery } from './schema.ts';

/** Undefined when a live referral of the same mailbox or company was quicker. */
export async function insertReferral(ctx: Ctx, referral: Referral): Promise<Referral | undefined> {
  const row = await ctx.db
    .insertInto('referrals')
    .values(referral)
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && referral;
}

export async function insertStep(ctx: Ctx, step: ReferralStep & { id: string; referral_id: string }): Promise<void> {
  await ctx.db.insertInto('referral_steps').values(step).execute();
}

export async function lockReferral(ctx: Ctx, id: string): Promise<Referral | undefined> {
  const row = await ctx.db.selectFrom('referrals').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && (row as unknown as Referral);
}

export async function updateReferral(ctx: Ctx, id: string, change: Partial<Referral>): Promise<void> {
  await ctx.db.updateTable('referrals').set(change).where('id', '=', id).execute();
}

/** Another live referral of the same mailbox or company. */
export async function findLiveTwin(
  ctx: Ctx,
  prospect: Pick<Referral, 'email_normalised' | 'company_domain'> & { id?: string },
): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('referrals')
    .select('id')
    .where('stage', '<>', 'lost')
    .where('id', '<>', prospect.id ?? '')
    .where((eb) =>
      eb.or([
        eb('email_normalised', '=', prospect.email_normalised),
        ...(prospect.company_domain ? [eb('company_domain', '=', prospect.company_domain)] : []),
      ]),
    )
    .executeTakeFirst();
  return row?.id;
}

/** What decides whether a partner may refer in a programme. */
export async function findParties(ctx: Ctx, key: { programme_id: string; partner_id: string }) {
  const { rows } = await sql<{
    programme: string;
    programme_state: string;
    currency: string;
    partner: string;
    partner_state: string;
    partner_email: string;
    account_domain: string | null;
    enrolment: string | null;
  }>`select g.name as programme, g.state as programme_state, g.currency, p.name as partner, p.state as partner_state,
      p.email as partner_email, a.domain as account_domain, e.state as enrolment
    from programmes g cross join partners p left join accounts a on a.id = p.account_id
    left join enrolments e on e.programme_id = g.id and e.partner_id = p.id
    where g.id = ${key.programme_id} and p.id = ${key.partner_id}`.execute(ctx.db);
  return rows[0];
}

/** Whether an account with this mailbox or domain has ever paid. */
export async function paysAlready(ctx: Ctx, prospect: { email_normalised: string; company_domain: string | null }) {
  const { rows } = await sql<{ pays: boolean }>`
    with known as (
      select account_id as id from people where email_normalised = ${prospect.email_normalised}
        and not email_claimed
      union select id from accounts where domain = ${prospect.company_domain})
    select exists (select from invoices where account_id = any(array(select id from known))
        and status = 'paid' and total_minor > 0)
      or exists (select from subscriptions where account_id = any(array(select id from known))
        and not is_trial and mrr_minor > 0) as pays`.execute(ctx.db);
  return rows[0]?.pays ?? false;
}

export async function findSettings(ctx: Ctx, programmeId: string): Promise<ReferralSettings> {
  const row = await ctx.db
    .selectFrom('referral_settings')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .executeTakeFirst();
  if (!row) return DEFAULT_SETTINGS;
  const { programme_id: _of, ...settings } = row;
  return settings;
}

export async function upsertSettings(ctx: Ctx, programmeId: string, settings: ReferralSettings): Promise<void> {
  const row = { programme_id: programmeId, ...settings };
  await ctx.db
    .insertInto('referral_settings')
    .values(row)
    .onConflict((oc) => oc.column('programme_id').doUpdateSet(settings))
    .execute();
}

export async function listSteps(ctx: Ctx, referralId: string): Promise<(ReferralStep & { by: string | null })[]> {
  const { rows } = await sql<ReferralStep & { by: string | null }>`
    select s.stage, s.reason, s.note, s.actor_id, s.at, coalesce(u.name, k.name) as by
    from referral_steps s left join auth."user" u on u.id = s.actor_id left join api_keys k on k.id = s.actor_id
    where s.referral_id = ${referralId} order by s.id`.execute(ctx.db);
  return rows;
}

export type NamedReferral = Referral & {
  programme: string;
  currency: string;
  partner: string;
  owner: string | null;
  account: string | null;
};

const NAMED = sql`
  select r.*, g.name as programme, g.currency, p.name as partner, u.name as owner, a.name as account
  from referrals r join programmes g on g.id = r.programme_id join partners p on p.id = r.partner_id
  left join auth."user" u on u.id = r.owner_id left join accounts a on a.id = r.account_id`;

const SORTS = {
  submitted_at: sql`r.submitted_at`,
  moved_at: sql`r.moved_at`,
  answer_by: sql`r.answer_by`,
  company_name: sql`lower(r.company_name)`,
  partner: sql`lower(p.name)`,
};

type Filter = Partial<Omit<ReferralQuery, 'sort' | 'order' | 'page' | 'per_page'>>;

function matching(ctx: Ctx, filter: Filter): RawBuilder<unknown> {
  const like = `%${(filter.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const parts = [
    ...(filter.stage ? [sql`r.stage = ${filter.stage}`] : []),
    ...(filter.programme_id ? [sql`r.programme_id = ${filter.programme_id}`] : []),
    ...(filter.partner_id ? [sql`r.partner_id = ${filter.partner_id}`] : []),
    ...(filter.owner_id ? [sql`r.owner_id = ${filter.owner_id}`] : []),
    ...(filter.overdue ? [sql`r.stage = 'submitted' and r.answer_by < ${ctx.clock.now()}`] : []),
    ...(filter.q
      ? [
          sql`(r.company_name ilike ${like} or r.contact_name ilike ${like} or r.contact_email ilike ${like} or p.name ilike ${like})`,
        ]
      : []),
  ];
  return parts.length === 0 ? sql`` : sql`where ${sql.join(parts, sql` and `)}`;
}

export async function listReferrals(ctx: Ctx, query: ReferralQuery): Promise<NamedReferral[]> {
  const direction = query.order === 'asc' ? sql`asc` : sql`desc`;
  const { rows } = await sql<NamedReferral>`${NAMED} ${matching(ctx, query)}
    order by ${SORTS[query.sort]} ${direction}, r.id ${direction}
    limit ${query.per_page} offset ${(query.page - 1) * query.per_page}`.execute(ctx.db);
  return rows;
}

/** How many stand in each stage, whatever stage is asked for. */
export async function countByStage(ctx: Ctx, query: ReferralQuery): Promise<Map<Stage, number>> {
  const { stage: _any, ...rest } = query;
  const { rows } = await sql<{ stage: Stage; count: number }>`
    select r.stage, count(*)::int as count from referrals r join partners p on p.id = r.partner_id
    ${matching(ctx, rest)} group by r.stage`.execute(ctx.db);
  return new Map(rows.map(({ stage, count }) => [stage, count]));
}

export async function findNamed(ctx: Ctx, id: string): Promise<NamedReferral | undefined> {
  const { rows } = await sql<NamedReferral>`${NAMED} where r.id = ${id}`.execute(ctx.db);
  return rows[0];
}

/** A partner's own referrals, newest first; the id comes from its session and from nowhere else. */
export async function listOwn(ctx: Ctx, partnerId: PartnerId): Promise<NamedReferral[]> {
  const { rows } = await sql<NamedReferral>`${NAMED} where r.partner_id = ${partnerId}
    order by r.submitted_at desc, r.id desc limit 200`.execute(ctx.db);
  return rows;
}

export async function countOwn(ctx: Ctx, partnerId: PartnerId): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('referrals')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('partner_id', '=', partnerId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Unanswered referrals whose time is over, marked so that each is reported once. */
export async function takeOverdue(ctx: Ctx, now: Date): Promise<Referral[]> {
  const rows = await ctx.db
    .updateTable('referrals')
    .set({ reminded_at: now })
    .where('stage', '=', 'submitted')
    .where('reminded_at', 'is', null)
    .where('answer_by', '<', now)
    .returningAll()
    .execute();
  return rows as unknown as Referral[];
}

/** The live referral that named this account: by its mailboxes, or else by its company's domain. */
export async function findForAccount(ctx: Ctx, accountId: string): Promise<Referral | undefined> {
  const { rows } = await sql<Referral>`
    select r.* from referrals r
    where r.stage <> 'lost' and (r.account_id = ${accountId}
      or r.email_normalised = any(array(
        select email_normalised from people where account_id = ${accountId} and not email_claimed))
      or r.company_domain = any(array(select domain from accounts where id = ${accountId} and domain is not null)))
    order by r.account_id = ${accountId} desc nulls last, r.submitted_at limit 1`.execute(ctx.db);
  return rows[0];
}

/** Whether somebody of the team (not a partner) has this id. */
export async function isMember(ctx: Ctx, userId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('members')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('role', '<>', 'partner')
    .executeTakeFirst();
  return row !== undefined;
}

export async function programmeExists(ctx: Ctx, id: string): Promise<boolean> {
  return (await ctx.db.selectFrom('programmes').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
