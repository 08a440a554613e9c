import { sql } from 'kysely';
import { notFound } from '../kernel/errors.ts';
import { addDays } from '../kernel/time.ts';
import { type Link, toLinkView } from '../partners/links/model.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { findPartnerRow } from './partner-list.ts';
import { partnerReferrals, type Referral } from './partner-referrals.ts';

const DAYS_SHOWN = 90;

/** Everything about one partner. @throws 404 */
export async function partnerPage(ctx: Ctx, id: string) {
  requireScope(ctx, 'partners:read');
  const row = await findPartnerRow(ctx, id);
  if (!row) throw notFound('partner', id);
  return {
    ...row,
    account_name: await accountName(ctx, row.account_id),
    links: await linksWithClicks(ctx, id),
    coupons: await coupons(ctx, id),
    enrolments: await enrolments(ctx, id),
    clicks_by_day: await clicksByDay(ctx, id),
    referrals: (await partnerReferrals(ctx, id)).map((referral) => explain(referral, row.name)),
    commissions_by_state: await commissionsByState(ctx, id),
    payouts: await payouts(ctx, id),
    states: await states(ctx, id),
  };
}

async function accountName(ctx: Ctx, accountId: string | null): Promise<string | null> {
  if (!accountId) return null;
  const row = await ctx.db.selectFrom('accounts').select('name').where('id', '=', accountId).executeTakeFirst();
  return row?.name ?? null;
}

/** The partner's links with their clicks of people and of others, oldest first. */
export async function linksWithClicks(ctx: Ctx, partnerId: string) {
  const { rows } = await sql<Link & { clicks: number; bots: number }>`
    select l.*, coalesce(s.people, 0) as clicks, coalesce(s.others, 0) as bots
    from links l left join link_signals s on s.link_id = l.id
    where l.partner_id = ${partnerId} order by l.created_at, l.id`.execute(ctx.db);
  return rows.map(({ clicks, bots, ...link }) => ({ ...toLinkView(link, ctx.publicUrl), clicks, bots }));
}

function coupons(ctx: Ctx, partnerId: string) {
  return ctx.db
    .selectFrom('coupons')
    .select(['code', 'programme_id', 'state'])
    .where('partner_id', '=', partnerId)
    .orderBy('created_at')
    .execute();
}

/** The programmes the partner is in, with the terms it accepted. */
export async function enrolments(ctx: Ctx, partnerId: string) {
  const rows = await ctx.db
    .selectFrom('enrolments')
    .innerJoin('programmes', 'programmes.id', 'enrolments.programme_id')
    .select([
      'programme_id',
      'programmes.name as programme_name',
      'enrolments.state',
      'terms_accepted_version',
      'terms_accepted_at',
    ])
    .where('partner_id', '=', partnerId)
    .orderBy('enrolled_at')
    .execute();
  return rows.map((row) => ({ ...row, terms_accepted_at: row.terms_accepted_at.toISOString() }));
}

/** Clicks of the last 90 days by day; days without a click are left out. */
export async function clicksByDay(ctx: Ctx, partnerId: string) {
  const since = addDays(ctx.clock.now(), -DAYS_SHOWN);
  const links = await ctx.db.selectFrom('links').select('id').where('partner_id', '=', partnerId).execute();
  // Given as they are, the links lead to their own days; as a question they would lead to all days since then.
  const own = links.map(({ id }) => id);
  const { rows } = await sql<{ on: string; people: number; others: number }>`
    select on_date as on, coalesce(sum(clicks) filter (where kind = 'human'), 0)::bigint as people,
      coalesce(sum(clicks) filter (where kind <> 'human'), 0)::bigint as others
    from clicks_daily
    where link_id = any(${own}::text[]) and on_date > (${since}::timestamptz at time zone 'UTC')::date
    group by on_date order by on_date`.execute(ctx.db);
  return rows;
}

async function commissionsByState(ctx: Ctx, partnerId: string) {
  const { rows } = await sql<{ state: string; currency: string; n: number; net_minor: number }>`
    select state, currency, count(*) as n, sum(gross_minor - reversed_minor)::bigint as net_minor
    from commissions where partner_id = ${partnerId} group by state, currency order by state, currency`.execute(ctx.db);
  return rows;
}

async function payouts(ctx: Ctx, partnerId: string) {
  const rows = await ctx.db
    .selectFrom('payouts')
    .innerJoin('payout_batches', 'payout_batches.id', 'payouts.batch_id')
    .select([
      'payouts.id',
      'payouts.state',
      'payouts.currency',
      'payouts.amount_minor',
      'payout_batches.expected_on',
      'payouts.created_at',
    ])
    .where('partner_id', '=', partnerId)
    .orderBy('payouts.created_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() }));
}

async function states(ctx: Ctx, partnerId: string) {
  const rows = await ctx.db
    .selectFrom('partner_states')
    .select(['state', 'at', 'actor_id', 'reason'])
    .where('partner_id', '=', partnerId)
    .orderBy('at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

function explain({ since, kind, outcome, reason, fell_away, ...referral }: Referral, partner: string) {
  const code = fell_away ?? reason ?? 'set_by_administrator';
  const group = fell_away
    ? 'fell_away'
    : outcome === 'refused'
      ? 'refused'
      : kind === 'signup' || outcome === null
        ? 'bound'
        : 'credited';
  const params = { partner, coupon: '' };
  return {
    ...referral,
    since: since.toISOString(),
    reason_code: code,
    reason: say(`reasons-attribution:${group}.${code}`, params),
  };
}
